import type { Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { NieuweCasus } from './casus-openen.ts';
import type { Schema } from './schema.ts';

/** De school zoals de laatste aanmelding haar noemt. */
export async function slaSchoolOp(tx: Transaction<Schema>, school: NieuweCasus['school']): Promise<void> {
  const { brin: _brin, ...rest } = school;
  await tx.insertInto('school').values(school).onConflict((conflict) => conflict.column('brin').doUpdateSet(rest)).execute();
}

/**
 * De leerling en zijn ouders zoals de laatste aanmelding ze noemt.
 * @param bekend het kind staat al in het register, misschien onder een vorige school
 */
export async function slaLeerlingOp(tx: Transaction<Schema>, { leerling, ouders, school }: Pick<NieuweCasus, 'leerling' | 'ouders' | 'school'>, bekend?: string): Promise<string> {
  const { leerlingnummer, ...rest } = leerling;
  const hier = await tx.selectFrom('leerling').select('leerlingId').where('brin', '=', school.brin).where('leerlingnummer', '=', leerlingnummer).executeTakeFirst();
  const leerlingId = hier?.leerlingId ?? bekend ?? randomUUID();
  await tx
    .insertInto('leerling')
    .values({ leerlingId, brin: school.brin, leerlingnummer, ...rest })
    .onConflict((conflict) => conflict.column('leerlingId').doUpdateSet({ brin: school.brin, leerlingnummer, ...rest }))
    .execute();
  // De laatste opgave van de ouders geldt: een oud adres mag geen brief over het kind meer krijgen.
  await tx.deleteFrom('ouder').where('leerlingId', '=', leerlingId).execute();
  await tx.insertInto('ouder').values(ouders.map((ouder) => ({ ouderId: randomUUID(), leerlingId, ...ouder }))).execute();
  return leerlingId;
}
