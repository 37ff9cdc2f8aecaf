import type { Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import { vervangContact } from './contact-opslaan.ts';
import { CasusBestaat } from './errors.ts';
import { neemCasusnummer } from './casusnummer.ts';
import { toJson, type Datum, type Route, type Schema, type VerzuimSoort } from './schema.ts';
import type { LeerlingTable, OuderTable, SchoolTable } from './schema/leerling.ts';

/** Alles wat een aanmelding weet; hier en alleen hier staan de namen. */
export interface NieuweCasus {
  route: Route;
  geopendOp: Date;
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
}

/**
 * Maakt van een aanmelding een casus (KT-00): leerling, ouders, school, contacten en het eerste verzuim in één
 * transactie. De leerlingrij wordt eerst geschreven en daarmee vergrendeld, zodat twee aanmeldingen van hetzelfde kind
 * na elkaar gaan en de tweede de casus van de eerste ziet.
 * @throws CasusBestaat als er al een casus loopt, of als precies deze aanmelding al eens een casus werd
 */
export async function openCasus(tx: Transaction<Schema>, nieuw: NieuweCasus): Promise<GeopendeCasus> {
  await slaSchoolOp(tx, nieuw.school);
  const leerlingId = await slaLeerlingOp(tx, nieuw);

  const bestaand = await tx
    .selectFrom('casus')
    .select(['casusId', 'casusnummer', 'procesInstantieKey'])
    .where((eb) => eb.or([eb('aanmeldSleutel', '=', nieuw.aanmeldSleutel), eb.and([eb('leerlingId', '=', leerlingId), eb('status', '=', 'open')])]))
    .executeTakeFirst();
  // Dezelfde procesinstantie is dezelfde aanmelding: een beheerder liet de stap opnieuw lopen.
  if (bestaand?.procesInstantieKey === nieuw.procesInstantieKey) return { casusId: bestaand.casusId, casusnummer: bestaand.casusnummer };
  if (bestaand) throw new CasusBestaat(bestaand.casusnummer);

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
      aanmeldSleutel: nieuw.aanmeldSleutel,
      groepen: toJson(nieuw.groepen),
    })
    .execute();
  for (const contact of nieuw.contacten) await vervangContact(tx, casusId, contact, nieuw.geopendOp);
  if (nieuw.verzuimRegels.length > 0) {
    await tx.insertInto('verzuimRegel').values(nieuw.verzuimRegels.map((regel) => ({ casusId, ...regel }))).execute();
  }
  return { casusId, casusnummer };
}

async function slaSchoolOp(tx: Transaction<Schema>, school: NieuweCasus['school']): Promise<void> {
  // De naam blijft: alleen de beheerder hernoemt een school (pagina Scholen).
  const { brin: _brin, naam: _naam, ...rest } = school;
  await tx.insertInto('school').values(school).onConflict((conflict) => conflict.column('brin').doUpdateSet(rest)).execute();
}

async function slaLeerlingOp(tx: Transaction<Schema>, { leerling, ouders, school }: NieuweCasus): Promise<string> {
  const { leerlingnummer, ...rest } = leerling;
  const { leerlingId } = await tx
    .insertInto('leerling')
    .values({ leerlingId: randomUUID(), brin: school.brin, leerlingnummer, ...rest })
    .onConflict((conflict) => conflict.columns(['brin', 'leerlingnummer']).doUpdateSet(rest))
    .returning('leerlingId')
    .executeTakeFirstOrThrow();
  // De laatste opgave van de ouders geldt: een oud adres mag geen brief over het kind meer krijgen.
  await tx.deleteFrom('ouder').where('leerlingId', '=', leerlingId).execute();
  await tx.insertInto('ouder').values(ouders.map((ouder) => ({ ouderId: randomUUID(), leerlingId, ...ouder }))).execute();
  return leerlingId;
}
