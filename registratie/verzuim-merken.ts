import type { Tx } from './register.ts';
import type { Datum, VerzuimSoort } from './schema.ts';
import { vanKind } from './van-kind.ts';

/** Merkt de uren van deze soorten in de periode als gemeld; wat al in een eerdere melding zat blijft daarvan. */
export async function merkUrenGemeld(tx: Tx, melding: { casusId: string; duoId: string; soorten: readonly VerzuimSoort[]; van: Datum; tot: Datum }): Promise<void> {
  await tx
    .updateTable('verzuimRegel')
    .set({ gemeldIn: melding.duoId })
    .where(vanKind('verzuimRegel.casusId', melding.casusId))
    .where('gemeldIn', 'is', null)
    .where('soort', 'in', [...melding.soorten])
    .where('datum', '>=', melding.van)
    .where('datum', '<=', melding.tot)
    .execute();
}

/** Merkt elke keer te laat tot en met deze dag als gemeld. */
export async function merkTeLaatGemeld(tx: Tx, melding: { casusId: string; duoId: string; tot: Datum }): Promise<void> {
  await tx
    .updateTable('teLaat')
    .set({ gemeldIn: melding.duoId })
    .where(vanKind('teLaat.casusId', melding.casusId))
    .where('gemeldIn', 'is', null)
    .where('datum', '<=', melding.tot)
    .execute();
}
