import { leesCasusstand } from '../../registratie/casusstand-lezen.ts';
import type { Dependencies } from '../dependencies.ts';
import { PermanentError } from '../errors.ts';
import { vandaag } from '../kalender/datum.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { isLeerplichtig } from './beslissingen.ts';
import { personenVan } from './personen.ts';
import { leesVierWeken } from './vier-weken.ts';

/** Wie de regie heeft (routeboek r. 36–45). */
const REGISSEURS: readonly string[] = ['regisseur-swv', 'regisseur-schoolbestuur'];

/**
 * De stand van een casus uit het register: het laatste verzuim, de status van de leerling en de vaste personen. Een fase is
 * een eigen proces en ziet niet wat er intussen in een ander veranderde; het register wel (routeboek r. 35, r. 51–55).
 * @throws PermanentError als de casus niet in het register staat
 */
export async function leesStand({ register, engine, klok }: Dependencies, casusId: string): Promise<Record<string, unknown>> {
  const stand = await leesCasusstand(register.db, casusId);
  if (!stand) throw new PermanentError('Deze casus staat niet in het register. Kijk welke casusId het model meegeeft.');
  const leeftijd = leeftijdOp(stand.geboortedatum, vandaag(klok));
  const vierWeken = await leesVierWeken(engine, klok.nu(), stand);
  return {
    verzuim: stand.verzuim ? zonderBeheer(stand.verzuim) : null,
    leerlingStatus: {
      leeftijd,
      leerplichtig: await isLeerplichtig(engine, leeftijd),
      ontheffing: stand.verzuimstatus === 'VRIJGESTELD',
      registratieStatus: stand.verzuimstatus,
    },
    personen: personenVan(stand.contacten),
    // Alleen als er een klok doortelt: een route die haar al kent, houdt haar zo.
    ...(vierWeken ? { vierWeken } : {}),
    // Zolang niemand de regie heeft, staat een taak van de regisseurs ook bij wie het kind nu het best kent.
    regisseursBekend: stand.contacten.some(({ rol }) => REGISSEURS.includes(rol)),
  };
}

/** De verzuimstand zonder wat alleen het register aangaat. */
function zonderBeheer<T extends { casusId: string; ontvangenOp: Date }>({ casusId: _casusId, ontvangenOp: _ontvangenOp, ...cijfers }: T): Omit<T, 'casusId' | 'ontvangenOp'> {
  return cijfers;
}
