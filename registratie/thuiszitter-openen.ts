import type { Transaction } from 'kysely';
import { CasusOnbekend } from './errors.ts';
import type { Datum, Schema } from './schema.ts';

/** De status van een kind dat nog niet leerplichtig is: dat krijgt geen rij in de thuiszittersregistratie (L493–496). */
export const NIET_LEERPLICHTIG = 'NIET_LEERPLICHTIG';

/**
 * Maakt de rij van een casus in de thuiszittersregistratie (KT-04), uit wat het register al weet. Bestaat ze al, dan
 * verandert alleen de status.
 */
export async function openThuiszittersregistratie(
  tx: Transaction<Schema>,
  casusId: string,
  registratieStatus: string,
  gemeldOp: Datum,
  groep: number,
): Promise<void> {
  if (registratieStatus === NIET_LEERPLICHTIG) return;
  const casus = await tx
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .innerJoin('school', 'school.brin', 'casus.brin')
    .select(['casus.casusId', 'casus.leerlingId', 'leerling.geboortedatum', 'casus.brin', 'school.schoolbestuur', 'casus.route'])
    .where('casus.casusId', '=', casusId)
    .executeTakeFirst();
  if (!casus) throw new CasusOnbekend(casusId);
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
}
