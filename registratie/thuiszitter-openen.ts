import type { Transaction } from 'kysely';
import { CasusOnbekend } from './errors.ts';
import type { Datum, Schema } from './schema.ts';

/** De status van een kind dat nog niet leerplichtig is: dat krijgt geen rij in de thuiszittersregistratie (L493–496). */
export const NIET_LEERPLICHTIG = 'NIET_LEERPLICHTIG';

/**
 * Maakt de rij van een casus in de thuiszittersregistratie, uit wat het register al weet. Bestaat ze al, dan verandert
 * alleen de status. Veranderde de status van de casus sinds zij werd gelezen, bijvoorbeeld door een escalatie, dan gaat die voor.
 * @param gelezen de status van de casus waarmee de gegeven status is bepaald
 * @returns de status die de casus nu heeft
 */
export async function openThuiszittersregistratie(
  tx: Transaction<Schema>,
  casusId: string,
  gegevenStatus: string,
  gemeldOp: Datum,
  groep: number,
  gelezen: string | null,
): Promise<string> {
  const gevonden = await tx
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .innerJoin('school', 'school.brin', 'casus.brin')
    .select(['casus.casusId', 'casus.leerlingId', 'leerling.geboortedatum', 'casus.brin', 'school.schoolbestuur', 'casus.route', 'casus.verzuimstatus'])
    .where('casus.casusId', '=', casusId)
    .forUpdate('casus')
    .executeTakeFirst();
  if (!gevonden) throw new CasusOnbekend(casusId);
  const { verzuimstatus, ...casus } = gevonden;
  const registratieStatus = verzuimstatus === gelezen ? gegevenStatus : (verzuimstatus ?? gegevenStatus);
  if (registratieStatus === NIET_LEERPLICHTIG) return registratieStatus;
  const contacten = await tx.selectFrom('contact').select(['rol', 'naam', 'userId']).where('casusId', '=', casusId).where('tot', 'is', null).execute();
  const wie = (rol: string): string | null => {
    const contact = contacten.find((c) => c.rol === rol);
    return contact?.naam ?? contact?.userId ?? null;
  };
  await tx
    .insertInto('thuiszittersregistratie')
    .values({
      ...casus,
      groep,
      gemeldOp,
      registratieStatus,
      regisseurSwv: wie('regisseur-swv'),
      contactpersoonSwv: wie('contactpersoon-swv'),
      regisseurSchoolbestuur: wie('regisseur-schoolbestuur'),
    })
    .onConflict((conflict) => conflict.column('casusId').doUpdateSet({ registratieStatus }))
    .execute();
  return registratieStatus;
}
