import type { Transaction } from 'kysely';
import { leesCasus, leesContacten, leesOuderadressen } from '../../registratie/casus-lezen.ts';
import type { Schema } from '../../registratie/schema.ts';
import { voegUitgaandToe } from '../../registratie/uitgaand-toevoegen.ts';
import { zoekAdres } from '../casus/beslissingen.ts';
import type { WerkerAfhankelijkheden } from '../runtime/afhankelijkheden.ts';
const AAN: Record<string, string[]> = { 'N-24': ['ib-er', 'schoolbestuur', 'leerplichtambtenaar', 'ouders'], 'N-14': ['sectordirecteur-swv', 'regisseur-swv', 'regisseur-schoolbestuur'], 'N-30': ['leerplichtambtenaar', 'vorige'] };
export async function legMeldingKlaar(tx: Transaction<Schema>, { engine, klok }: Pick<WerkerAfhankelijkheden, 'engine' | 'klok'>, m: { melding: string; casusId: string; gebeurtenis: string; gegevens?: Record<string, unknown> }): Promise<void> {
  const casus = await leesCasus(tx, m.casusId);
  if (!casus) return;
  const contacten = await leesContacten(tx, m.casusId);
  for (const rol of AAN[m.melding] ?? ['ib-er']) {
    const adressen = rol === 'ouders' ? await leesOuderadressen(tx, casus.leerlingId) : [contacten.find((c) => c.rol === rol)?.email ?? (await zoekAdres(engine, rol, { gebied: casus.gebied, gemeente: casus.woongemeente })).email];
    for (const adres of adressen) await voegUitgaandToe(tx, { casusId: m.casusId, melding: m.melding, aanRol: rol, adres, onderwerp: `${m.melding} ${casus.casusnummer}`, tekst: 'x', sleutel: `${m.casusId}:${m.melding}:${m.gebeurtenis}:${rol}:${adres}`, op: klok.nu() });
  }
}
