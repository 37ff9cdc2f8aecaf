import type { Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import { nummerVanAnder } from './andere-school.ts';
import { heropenCasus } from './casus-heropenen.ts';
import { vervangContact } from './contact-opslaan.ts';
import { isLosgeraakt } from './losgeraakt.ts';
import { neemCasusnummer } from './casusnummer.ts';
import { vergrendelKind, zoekCasusVanKind } from './kind-zoeken.ts';
import { slaLeerlingOp, slaSchoolOp } from './leerling-opslaan.ts';
import { toJson, type Aanmelduitkomst, type Datum, type Route, type Schema, type VerzuimSoort } from './schema.ts';
import type { LeerlingTable, OuderTable, SchoolTable } from './schema/leerling.ts';
import { slaVerzuimOp } from './verzuim-opslaan.ts';

/** Alles wat een aanmelding weet; hier en alleen hier staan de namen. */
export interface NieuweCasus {
  route: Route;
  geopendOp: Date;
  /** De dag daarvan, in Nederlandse tijd. */
  vandaag: Datum;
  /** Jaar waarin de casus opent, in Nederlandse tijd: het eerste deel van het casusnummer. */
  jaar: number;
  procesInstantieKey: string;
  /** Per rol de groep in Tasklist. */
  groepen: Record<string, string>;
  /** Herkent dezelfde aanmelding (school, leerlingnummer, datum van het signaal). */
  aanmeldSleutel: string;
  leerling: Omit<LeerlingTable, 'leerlingId' | 'pseudoniem' | 'brin'>;
  ouders: Omit<OuderTable, 'ouderId' | 'leerlingId'>[];
  school: SchoolTable;
  contacten: { rol: string; userId: string | null; naam: string | null; email: string | null }[];
  signaal: { datumSignaal: Datum; klachten: string; complexeGedragsvraag: boolean; patroonVerzuim: string; soortProblematischVerzuim: string | null };
  verzuimRegels: { datum: Datum; dagdelen: number; uren: number; soort: VerzuimSoort }[];
}

export interface GeopendeCasus {
  casusId: string;
  casusnummer: string;
  uitkomst: Aanmelduitkomst;
  /** De casus liep nog, maar haar proces was in de engine beëindigd; deze aanmelding pakt haar weer op. */
  wasLosgeraakt?: boolean;
}

/**
 * Maakt van een aanmelding een casus (KT-00): leerling, ouders, school, contacten en het eerste verzuim in één
 * transactie. Loopt er al een casus van dit kind, dan verandert er niets dan dat deze aanmelding erbij hoort; staat het kind
 * nu op een andere school, dan zegt de uitkomst dat. Is het proces van die casus in de engine beëindigd, dan gaat zij met dat van deze
 * aanmelding verder. Sloot de laatste op of na `heropenVanaf`, dan gaat die weer open (spec deel 3 T14). Het kind is vergrendeld, zodat twee
 * aanmeldingen tegelijk na elkaar gaan en de tweede de casus van de eerste ziet.
 */
export async function openCasus(tx: Transaction<Schema>, nieuw: NieuweCasus, heropenVanaf?: Datum): Promise<GeopendeCasus> {
  await vergrendelKind(tx, nieuw);
  const eerder = await tx
    .selectFrom('casusAanmelding as a')
    .innerJoin('casus as c', 'c.casusId', 'a.casusId')
    .select(['c.casusId', 'c.casusnummer', 'a.uitkomst', 'a.procesInstantieKey'])
    .where('a.sleutel', '=', nieuw.aanmeldSleutel)
    .executeTakeFirst();
  // Dezelfde procesinstantie is dezelfde aanmelding: een beheerder liet de stap opnieuw lopen.
  if (eerder?.procesInstantieKey === nieuw.procesInstantieKey) return { casusId: eerder.casusId, casusnummer: eerder.casusnummer, uitkomst: eerder.uitkomst };

  const bekend = await zoekCasusVanKind(tx, nieuw);
  const onthoud = async ({ casusId, casusnummer, uitkomst }: GeopendeCasus): Promise<GeopendeCasus> => {
    await tx
      .insertInto('casusAanmelding')
      .values({ sleutel: nieuw.aanmeldSleutel, casusId, procesInstantieKey: nieuw.procesInstantieKey, uitkomst, op: nieuw.geopendOp })
      .onConflict((conflict) => conflict.column('sleutel').doUpdateSet({ casusId, procesInstantieKey: nieuw.procesInstantieKey, uitkomst }))
      .execute();
    return { casusId, casusnummer, uitkomst };
  };
  // Wie het kind bij zich heeft ingeschreven en een andere school is dan die van de casus, neemt de casus over.
  const elders = bekend !== undefined && nieuw.leerling.ingeschreven && bekend.brin !== nieuw.school.brin && !(await nummerVanAnder(tx, bekend.casusId, { brin: nieuw.school.brin, leerlingnummer: nieuw.leerling.leerlingnummer }));
  if (bekend?.status === 'open' && (await isLosgeraakt(tx, bekend.casusId))) {
    await heropenCasus(tx, bekend, nieuw);
    return { ...(await onthoud({ ...bekend, uitkomst: 'heropend' })), wasLosgeraakt: true };
  }
  if (bekend?.status === 'open') return onthoud({ ...bekend, uitkomst: elders ? 'andere-school' : 'loopt-al' });
  // Dezelfde aanmelding nog eens, zonder iets van na het sluiten: dat kind is niet opnieuw thuis.
  if (eerder && !nieuw.verzuimRegels.some((regel) => regel.datum > (bekend?.eindDatum ?? ''))) return { casusId: eerder.casusId, casusnummer: eerder.casusnummer, uitkomst: 'al-bekend' };
  if (bekend && heropenVanaf !== undefined && bekend.eindDatum !== null && bekend.eindDatum >= heropenVanaf) {
    await heropenCasus(tx, bekend, nieuw);
    return onthoud({ ...bekend, uitkomst: 'heropend' });
  }
  return onthoud({ ...(await maakCasus(tx, nieuw, eerder === undefined)), uitkomst: 'geopend' });
}

/** @param eersteKeer deze aanmelding werd niet al eens een casus; die is dan lang geleden gesloten */
async function maakCasus(tx: Transaction<Schema>, nieuw: NieuweCasus, eersteKeer: boolean): Promise<{ casusId: string; casusnummer: string }> {
  await slaSchoolOp(tx, nieuw.school);
  const leerlingId = await slaLeerlingOp(tx, nieuw);
  const casusId = randomUUID();
  const casusnummer = await neemCasusnummer(tx, nieuw.jaar);
  await tx
    .insertInto('casus')
    .values({
      casusId,
      casusnummer,
      leerlingId,
      brin: nieuw.school.brin,
      route: nieuw.route,
      geopendOp: nieuw.geopendOp,
      ...nieuw.signaal,
      procesInstantieKey: nieuw.procesInstantieKey,
      groepen: toJson(nieuw.groepen),
      aanmeldSleutel: eersteKeer ? nieuw.aanmeldSleutel : `${nieuw.aanmeldSleutel}:${casusId}`,
    })
    .execute();
  for (const contact of nieuw.contacten) await vervangContact(tx, casusId, contact, nieuw.geopendOp);
  await slaVerzuimOp(tx, casusId, { regels: nieuw.verzuimRegels, teLaat: [] });
  return { casusId, casusnummer };
}
