import { sql } from 'kysely';
import type { Tx } from './register.ts';
import type { Datum, VerzuimSoort } from './schema.ts';

export interface Verzuim {
  /** Hoogstens één regel per dag. */
  regels: readonly { datum: Datum; dagdelen: number; uren: number; soort: VerzuimSoort }[];
  teLaat: readonly { datum: Datum; moment: string }[];
}

/** Slaat verzuim op: een nieuwe waarde voor een dag vervangt de oude, en wat al gemeld is blijft gemeld. */
export async function slaVerzuimOp(tx: Tx, casusId: string, { regels, teLaat }: Verzuim): Promise<void> {
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
  if (teLaat.length > 0) {
    await tx
      .insertInto('teLaat')
      .values(teLaat.map(({ datum, moment }) => ({ casusId, datum, moment, gemeldIn: null })))
      .onConflict((conflict) => conflict.columns(['casusId', 'datum', 'moment']).doNothing())
      .execute();
  }
}
