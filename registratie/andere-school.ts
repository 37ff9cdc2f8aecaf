import { sql } from 'kysely';
import { vergrendelCasus } from './casus-vergrendelen.ts';
import { vervangContact } from './contact-opslaan.ts';
import { slaSchoolOp } from './leerling-opslaan.ts';
import { leerlingVanCasus } from './leerling-van-casus.ts';
import type { Connection, Tx } from './register.ts';
import { toJson, type Datum } from './schema.ts';
import type { NieuweSchool } from './schema/casus.ts';
import type { SchoolTable } from './schema/leerling.ts';

/** De school van een casus, zoals het register haar kent. */
export function leesSchoolVanCasus(db: Connection, casusId: string): Promise<SchoolTable | undefined> {
  return db.selectFrom('casus').innerJoin('school', 'school.brin', 'casus.brin').selectAll('school').where('casusId', '=', casusId).executeTakeFirst();
}

/** Een school met de mensen uit haar laatste casus, als zij bekend is. */
export async function leesBekendeSchool(db: Connection, brin: string): Promise<{ school: SchoolTable; contacten: NieuweSchool['contacten'] } | undefined> {
  const school = await db.selectFrom('school').selectAll().where('brin', '=', brin).executeTakeFirst();
  if (!school) return undefined;
  const laatste = await db.selectFrom('casus').select('casusId').where('brin', '=', brin).orderBy('geopendOp', 'desc').executeTakeFirst();
  const contacten = laatste ? await db.selectFrom('contact').select(['rol', 'userId', 'naam', 'email']).where('casusId', '=', laatste.casusId).where('tot', 'is', null).execute() : [];
  return { school, contacten };
}

/** Heeft op deze school een ander kind dit leerlingnummer al? */
export async function nummerVanAnder(db: Connection, casusId: string, { brin, leerlingnummer }: { brin: string; leerlingnummer: string }): Promise<boolean> {
  const ander = await db
    .selectFrom('leerling')
    .select('leerlingId')
    .where('brin', '=', brin)
    .where('leerlingnummer', '=', leerlingnummer)
    .where('leerlingId', '!=', (eb) => eb.selectFrom('casus').select('leerlingId').where('casusId', '=', casusId))
    .executeTakeFirst();
  return ander !== undefined;
}

/**
 * Het kind staat vanaf nu op een andere school: kind, casus en registratie noemen haar, en haar mensen zijn de vaste personen. Wie
 * bij de vorige school hoorde en hier niet wordt genoemd, hoort er niet meer bij; het dossier, het nummer en de klok blijven.
 * @param groepen per rol de groep in Tasklist, voor de nieuwe school
 * @param anderBestuur heeft de nieuwe school een ander bestuur? Dan horen ook de mensen van het vorige bestuur er niet meer bij
 */
export async function zetSchool(tx: Tx, casusId: string, { school, leerlingnummer, contacten }: NieuweSchool, { groepen, anderBestuur, op }: { groepen: Record<string, string>; anderBestuur: boolean; op: Date }): Promise<void> {
  await vergrendelCasus(tx, casusId);
  await slaSchoolOp(tx, school);
  await tx.updateTable('leerling').set({ brin: school.brin, leerlingnummer }).where('leerlingId', '=', await leerlingVanCasus(tx, casusId)).execute();
  await tx.updateTable('casus').set({ brin: school.brin, groepen: toJson(groepen) }).where('casusId', '=', casusId).execute();
  await tx.updateTable('thuiszittersregistratie').set({ brin: school.brin, schoolbestuur: school.schoolbestuur }).where('casusId', '=', casusId).execute();
  await beeindigRollen(tx, casusId, ['ib-er', 'directeur-school-van-herkomst', 'school-orthopedagoog', ...(anderBestuur ? ['schoolbestuur', 'regisseur-schoolbestuur', 'voorgestelde-regisseur-schoolbestuur'] : [])], op);
  for (const contact of contacten) await vervangContact(tx, casusId, contact, op);
}

/** De vaste personen in deze rollen horen er niet meer bij; zij blijven als verleden bewaard. */
export async function beeindigRollen(tx: Tx, casusId: string, rollen: readonly string[], op: Date): Promise<void> {
  if (rollen.length === 0) return;
  await tx
    .updateTable('contact')
    .set({ tot: sql<Date>`greatest(sinds, ${op}::timestamptz)` })
    .where('casusId', '=', casusId)
    .where('rol', 'in', [...rollen])
    .where('tot', 'is', null)
    .execute();
}

/** Wat van een casus zegt waar het kind in zijn route was. */
export async function leesVoortgang(db: Connection, casusId: string) {
  const casus = await db
    .selectFrom('casus')
    .leftJoin('thuiszittersregistratie as t', 't.casusId', 'casus.casusId')
    .select(['casus.route', 'casus.vierWekenSinds', 'casus.doorzettingsmachtInstantie', 'casus.groepen', 't.escalatieDatum', 't.cyclus', 't.dagenThuisWeek'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
  if (!casus) return undefined;
  const escalatie = await db.selectFrom('signaal').select('inhoud').where('casusId', '=', casusId).where('bericht', '=', 'escalatie-thuis').where('stand', '=', 'GEVANGEN').orderBy('ontvangenOp', 'desc').executeTakeFirst();
  return { ...casus, escalatieSignaal: escalatie?.inhoud.escalatieSignaal ?? null };
}

/** De casus gaat verder in deze route; wie in de vorige de regie had en hier niet hoort, is weg. De klok loopt door. */
export async function zetRoute(tx: Tx, casusId: string, { route, weg, vandaag, op }: { route: string; weg: readonly string[]; vandaag: Datum; op: Date }): Promise<void> {
  await tx.updateTable('casus').set({ route, routeOpnieuwSinds: vandaag, routeGewisseldOp: op }).where('casusId', '=', casusId).execute();
  await tx.updateTable('thuiszittersregistratie').set({ route }).where('casusId', '=', casusId).execute();
  await beeindigRollen(tx, casusId, weg, op);
}
