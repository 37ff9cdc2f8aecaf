import type { Transaction } from 'kysely';
import { CasusOnbekend } from './errors.ts';
import type { Datum, Schema } from './schema.ts';

/** De status van een kind dat nog niet leerplichtig is: dat krijgt geen rij in de thuiszittersregistratie (L493–496). */
export const NIET_LEERPLICHTIG = 'NIET_LEERPLICHTIG';

/**
 * Maakt de rij van een casus in de thuiszittersregistratie, uit wat het register al weet. Bestaat ze al, dan verandert
 * alleen de status. De status van de laatste verzuimstand gaat voor: die kan intussen door een escalatie zijn veranderd.
 * @returns de status die de casus nu heeft
 */
export async function openThuiszittersregistratie(
  tx: Transaction<Schema>,
  casusId: string,
  gegevenStatus: string,
  gemeldOp: Datum,
): Promise<string> {
  const gevonden = await tx
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .innerJoin('school', 'school.brin', 'casus.brin')
    .select(['casus.casusId', 'casus.leerlingId', 'leerling.geboortedatum', 'leerling.groep', 'casus.brin', 'school.schoolbestuur', 'casus.route', 'casus.verzuimstatus'])
    .where('casus.casusId', '=', casusId)
    .forUpdate('casus')
    .executeTakeFirst();
  if (!gevonden) throw new CasusOnbekend(casusId);
  const { verzuimstatus, ...casus } = gevonden;
  const registratieStatus = verzuimstatus ?? gegevenStatus;
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
