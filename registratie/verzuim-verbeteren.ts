import type { Tx } from './register.ts';
import type { Datum } from './schema.ts';
import { vanKind } from './van-kind.ts';
import { slaVerzuimOp, type Verzuim } from './verzuim-opslaan.ts';

export interface Verbeterd extends Verzuim {
  /** Dagen die geen verzuim bleken te zijn. */
  dagenWeg: readonly Datum[];
  /** Keren dat de leerling toch op tijd was. */
  kerenWeg: readonly { datum: Datum; moment: string }[];
}

/** Verbetert het verzuim van het kind, ook in een vorige casus. Wat in een melding zit, is gemeld en gaat er niet meer uit. */
export async function verbeterVerzuim(tx: Tx, casusId: string, { dagenWeg, kerenWeg, ...anders }: Verbeterd): Promise<void> {
  if (dagenWeg.length > 0) {
    await tx.deleteFrom('verzuimRegel').where(vanKind('verzuimRegel.casusId', casusId)).where('gemeldIn', 'is', null).where('datum', 'in', [...dagenWeg]).execute();
  }
  for (const { datum, moment } of kerenWeg) {
    await tx.deleteFrom('teLaat').where(vanKind('teLaat.casusId', casusId)).where('gemeldIn', 'is', null).where('datum', '=', datum).where('moment', '=', moment).execute();
  }
  await slaVerzuimOp(tx, casusId, anders);
}
