import { sql, type Transaction } from 'kysely';
import type { Connection } from '../../registratie/register.ts';
import type { Schema } from '../../registratie/schema.ts';
import type { Datum } from '../kalender/datum.ts';
import { PermanentError } from '../errors.ts';
import type { Meldgegevens } from './open-gronden.ts';
import { voegSamen, type TeLaat, type VerzuimInvoer, type VerzuimRegel } from './regels.ts';

/** Wat van de casus nodig is om te rekenen. @throws PermanentError als het model een casus noemt die er niet is */
export async function leesLeerlingVanCasus(db: Connection, casusId: string): Promise<{ geboortedatum: Datum; brin: string }> {
  const casus = await db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .select(['leerling.geboortedatum', 'casus.brin'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
  if (!casus) throw new PermanentError('Deze casus staat niet in het register. Kijk welke casusId het model meegeeft.');
  return casus;
}

/** Slaat de regels op: één per dag, een nieuwe waarde vervangt de oude, en wat al gemeld is blijft gemeld. */
export async function bewaarRegels(tx: Transaction<Schema>, casusId: string, invoer: VerzuimInvoer): Promise<void> {
  const regels = voegSamen(invoer.regels);
  if (regels.length > 0) {
    await tx
      .insertInto('verzuimRegel')
      .values(regels.map(({ datum, dagdelen, uren, soort }) => ({ casusId, datum, dagdelen, uren, soort, gemeldIn: null })))
      .onConflict((conflict) =>
        conflict.columns(['casusId', 'datum']).doUpdateSet({
          dagdelen: sql`excluded.dagdelen`,
          uren: sql`excluded.uren`,
          soort: sql`excluded.soort`,
        }),
      )
      .execute();
  }
  if (invoer.teLaat.length > 0) {
    await tx
      .insertInto('teLaat')
      .values(invoer.teLaat.map(({ datum, moment }) => ({ casusId, datum, moment, gemeldIn: null })))
      .onConflict((conflict) => conflict.columns(['casusId', 'datum', 'moment']).doNothing())
      .execute();
  }
}

/** Al het verzuim van een casus, met wat al gemeld is. */
export async function leesVerzuim(
  db: Connection,
  casusId: string,
): Promise<{ regels: VerzuimRegel[]; teLaat: TeLaat[]; langdurigGemeldTot: Datum | null }> {
  const regels = await db
    .selectFrom('verzuimRegel')
    .select(['datum', 'dagdelen', 'uren', 'soort', 'gemeldIn'])
    .where('casusId', '=', casusId)
    .orderBy('datum')
    .execute();
  const teLaat = await db.selectFrom('teLaat').select(['datum', 'moment', 'gemeldIn']).where('casusId', '=', casusId).execute();
  const langdurig = await db
    .selectFrom('duo')
    .select((column) => column.fn.max('periodeTot').as('tot'))
    .where('casusId', '=', casusId)
    .where(sql<boolean>`'LANGDURIG_RELATIEF' = any(gronden)`)
    .executeTakeFirst();
  return { regels, teLaat, langdurigGemeldTot: langdurig?.tot ?? null };
}

/** Wat de school de vorige keer invulde bij 'twee weken grote moeite'; een processtap die het niet weet laat het zo. */
export async function vorigeGroteMoeite(db: Connection, casusId: string): Promise<boolean> {
  const vorige = await db
    .selectFrom('verzuimstand')
    .select('tweeWekenGroteMoeite')
    .where('casusId', '=', casusId)
    .orderBy('peildatum', 'desc')
    .executeTakeFirst();
  return vorige?.tweeWekenGroteMoeite ?? false;
}

/** Bewaart de verzuimstand; dezelfde peildatum nog eens vervangt haar. */
export async function bewaarStand(
  tx: Transaction<Schema>,
  casusId: string,
  stand: Meldgegevens & { tweeWekenGroteMoeite: boolean },
  ontvangenOp: Date,
): Promise<void> {
  const { peildatum, ...overig } = stand;
  const rij = {
    urenOngeoorloofd4wk: overig.urenOngeoorloofd4wk,
    aantalTeLaat: overig.aantalTeLaat,
    dagenThuisWeek: overig.dagenThuisWeek,
    wekenAaneenMeerDan3Dagen: overig.wekenAaneenMeerDan3Dagen,
    aaneengeslotenOngeoorloofdDagen: overig.aaneengeslotenOngeoorloofdDagen,
    pctVerzuim2wk: overig.pctVerzuim2wk,
    dagenAfwezig15wk: overig.dagenAfwezig15wk,
    tweeWekenGroteMoeite: overig.tweeWekenGroteMoeite,
    luxeVerzuim: overig.luxeVerzuim,
    jgzGeenGehoor: overig.jgzGeenGehoor,
    escalatiegesprekGevoerd: overig.escalatiegesprekGevoerd,
    aard: overig.aard,
    ontvangenOp,
  };
  await tx
    .insertInto('verzuimstand')
    .values({ casusId, peildatum, ...rij })
    .onConflict((conflict) => conflict.columns(['casusId', 'peildatum']).doUpdateSet(rij))
    .execute();
}
