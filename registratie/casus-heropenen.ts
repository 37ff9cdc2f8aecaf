import { sql } from 'kysely';
import type { NieuweCasus } from './casus-openen.ts';
import { vervangContact } from './contact-opslaan.ts';
import type { BekendeCasus } from './kind-zoeken.ts';
import { slaLeerlingOp, slaSchoolOp } from './leerling-opslaan.ts';
import type { Tx } from './register.ts';
import { toJson, type Datum } from './schema.ts';
import { slaVerzuimOp } from './verzuim-opslaan.ts';

/**
 * Haalt het einde van een casus weg: zij loopt weer, met hetzelfde nummer en met haar klok (begin, thuiszitter sinds, de
 * vier weken). Wat eerder als einde was gemeld, geldt niet meer.
 */
export async function maakEindeOngedaan(tx: Tx, casusId: string, vandaag: Datum): Promise<void> {
  await tx
    .updateTable('casus')
    .set({ status: 'open', afgeslotenOp: null, eindDatum: null, reden: null, sluitVanaf: null, routeOpnieuwSinds: vandaag })
    .where('casusId', '=', casusId)
    .execute();
  await tx.updateTable('thuiszittersregistratie').set({ eindDatum: null, reden: null, resultaat: null, kwartaal: null }).where('casusId', '=', casusId).execute();
}

/**
 * Heropent een gesloten casus voor een nieuwe aanmelding (spec deel 3 T14): de school, de route en de mensen zijn die van
 * nu, het dossier en de klok blijven. Een lopende casus waarvan het proces wegviel begint zo opnieuw, zonder als heropend te tellen. Een regisseur van een ander schoolbestuur hoort er niet meer bij.
 */
export async function heropenCasus(tx: Tx, { casusId, leerlingId: bekend, status }: BekendeCasus, nieuw: NieuweCasus): Promise<void> {
  const vorige = await tx.selectFrom('casus').innerJoin('school', 'school.brin', 'casus.brin').select('school.schoolbestuur').where('casusId', '=', casusId).executeTakeFirst();
  await slaSchoolOp(tx, nieuw.school);
  const leerlingId = await slaLeerlingOp(tx, nieuw, bekend);
  const { datumSignaal: _begin, ...signaal } = nieuw.signaal;
  await maakEindeOngedaan(tx, casusId, nieuw.vandaag);
  await tx
    .updateTable('casus')
    .set({
      ...signaal, leerlingId, brin: nieuw.school.brin, route: nieuw.route, groepen: toJson(nieuw.groepen), procesInstantieKey: nieuw.procesInstantieKey,
      ...(status === 'open' ? { doorzettingsmachtInstantie: null } : { heropendOp: nieuw.geopendOp, heropendAantal: sql<number>`heropend_aantal + 1` }),
    })
    .where('casusId', '=', casusId)
    .execute();
  await tx
    .updateTable('thuiszittersregistratie')
    .set({ leerlingId, brin: nieuw.school.brin, schoolbestuur: nieuw.school.schoolbestuur, route: nieuw.route, groep: nieuw.leerling.groep })
    .where('casusId', '=', casusId)
    .execute();
  if (vorige?.schoolbestuur !== nieuw.school.schoolbestuur) {
    await tx
      .updateTable('contact')
      .set({ tot: sql<Date>`greatest(sinds, ${nieuw.geopendOp}::timestamptz)` })
      .where('casusId', '=', casusId)
      .where('rol', '=', 'regisseur-schoolbestuur')
      .where('tot', 'is', null)
      .execute();
  }
  for (const contact of nieuw.contacten) await vervangContact(tx, casusId, contact, nieuw.geopendOp);
  await slaVerzuimOp(tx, casusId, { regels: nieuw.verzuimRegels, teLaat: [] });
}
