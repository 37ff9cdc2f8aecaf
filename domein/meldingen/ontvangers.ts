import type { Beslissen } from '../beslissen.ts';
import { leesContacten, leesOuderadressen, leesVorigeAdres, type CasusFeiten } from '../../registratie/casus-lezen.ts';
import { leesVorigeGemeente } from '../../registratie/logboek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { zoekAdres } from '../casus/beslissingen.ts';

export interface Ontvanger {
  rol: string;
  /** Leeg: voor deze rol is nergens een adres bekend. */
  adres: string | null;
  /** Wat de ontvanger moet weten voor hij leest, uit de adreslijst: dat hij dit voor een ander krijgt. */
  opmerking?: string | null;
}

/**
 * Zoekt de adressen van een rol in een casus: eerst de vaste persoon uit het register, dan de beslistabel
 * `contactadressen`. Ouders komen alleen uit het register, en alleen wie gezag heeft.
 */
export async function zoekOntvangers(db: Connection, beslissen: Beslissen, casus: CasusFeiten, rol: string): Promise<Ontvanger[]> {
  if (rol === 'ouders') {
    const adressen = await leesOuderadressen(db, casus.leerlingId);
    return adressen.length > 0 ? adressen.map((adres) => ({ rol, adres })) : [{ rol, adres: null }];
  }
  if (rol === 'vorige-leerplichtambtenaar') {
    const gemeente = await leesVorigeGemeente(db, casus.casusId);
    // Zonder verhuizing is er geen vorige; dan valt er niets te berichten.
    if (!gemeente) return [];
    const { email: adres, opmerking } = await zoekAdres(beslissen, 'leerplichtambtenaar', { gebied: casus.gebied, gemeente });
    return [{ rol, adres, opmerking }];
  }
  const vorige = /^vorige-(.+)$/.exec(rol)?.[1];
  if (vorige !== undefined) {
    // Had niemand de rol, of heeft dezelfde persoon haar weer, dan is er geen vorige.
    const adres = await leesVorigeAdres(db, casus.casusId, vorige);
    return adres === null ? [] : [{ rol, adres }];
  }
  const contact = (await leesContacten(db, casus.casusId)).find((c) => c.rol === rol);
  if (contact?.email) return [{ rol, adres: contact.email }];
  const { email, opmerking } = await zoekAdres(beslissen, rol, { gebied: casus.gebied, gemeente: casus.woongemeente });
  return [{ rol, adres: email, opmerking }];
}
