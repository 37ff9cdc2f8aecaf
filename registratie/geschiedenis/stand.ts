import type { Connection } from '../register.ts';
import { toJson, type Partities } from '../schema.ts';

/** Tot waar de geschiedenis gelezen is, en hoe het de laatste keer ging. */
export interface GeschiedenisStand {
  readonly beginTot: Date | null;
  readonly eindeTot: Date | null;
  readonly partities: Partities;
  readonly volledigOp: Date | null;
  readonly nagekekenOp: Date | null;
  readonly geprobeerdOp: Date | null;
  readonly misluktSinds: Date | null;
}

const LEEG: GeschiedenisStand = { beginTot: null, eindeTot: null, partities: {}, volledigOp: null, nagekekenOp: null, geprobeerdOp: null, misluktSinds: null };

export async function leesGeschiedenisStand(db: Connection): Promise<GeschiedenisStand> {
  return (await db.selectFrom('geschiedenisStand').select(['beginTot', 'eindeTot', 'partities', 'volledigOp', 'nagekekenOp', 'geprobeerdOp', 'misluktSinds']).where('nummer', '=', 1).executeTakeFirst()) ?? LEEG;
}

/** Bewaart wat er aan de stand veranderde; de rest blijft. */
export async function bewaarGeschiedenisStand(db: Connection, { partities, ...rest }: Partial<GeschiedenisStand>): Promise<void> {
  const waarden = { ...rest, ...(partities ? { partities: toJson(partities) } : {}) };
  await db.insertInto('geschiedenisStand').values({ nummer: 1, partities: toJson({}), ...waarden }).onConflict((conflict) => conflict.column('nummer').doUpdateSet(waarden)).execute();
}
