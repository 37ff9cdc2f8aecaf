import type { Selectable } from 'kysely';
import type { Tx } from './register.ts';
import type { VerzuimstandTable } from './schema/verzuim.ts';

export type NieuweVerzuimstand = Selectable<VerzuimstandTable>;

/** Bewaart een verzuimstand; dezelfde peildatum nog eens vervangt haar. */
export async function slaVerzuimstandOp(tx: Tx, stand: NieuweVerzuimstand): Promise<void> {
  const { casusId: _casus, peildatum: _dag, ...rest } = stand;
  await tx.insertInto('verzuimstand').values(stand).onConflict((conflict) => conflict.columns(['casusId', 'peildatum']).doUpdateSet(rest)).execute();
}
