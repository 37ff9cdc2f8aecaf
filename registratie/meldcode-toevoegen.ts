import { randomUUID } from 'node:crypto';
import { toJson } from './schema.ts';
import type { Tx } from './register.ts';

export interface NieuweMeldcodeRegel {
  /** De sleutel van het proces dat de meldcode doorloopt. */
  traject: string;
  casusId: string;
  tijdstip: Date;
  stap: string;
  formulier?: string | null;
  actie: string;
  rol: string;
  uitkomst: string;
  velden?: Record<string, unknown>;
  /** Dezelfde sleutel nog eens: er komt geen tweede regel. */
  sleutel: string;
}

/** Voegt een regel toe aan het eigen log van de meldcode. Zij telt per traject, en raakt de casus en haar logboek niet aan. */
export async function voegMeldcodeToe(tx: Tx, { casusId, ...regel }: NieuweMeldcodeRegel): Promise<void> {
  await tx
    .insertInto('meldcodeTraject')
    .values(({ selectFrom }) => ({ traject: regel.traject, casusId, brin: selectFrom('casus').select('brin').where('casusId', '=', casusId), gestartOp: regel.tijdstip }))
    .onConflict((conflict) => conflict.column('traject').doNothing())
    .execute();
  const { teller } = await tx.selectFrom('meldcodeTraject').select('teller').where('traject', '=', regel.traject).forUpdate().executeTakeFirstOrThrow();
  if (await tx.selectFrom('meldcodeRegel').select('volgnummer').where('sleutel', '=', regel.sleutel).executeTakeFirst()) return;
  const volgnummer = teller + 1;
  await tx
    .insertInto('meldcodeRegel')
    .values({ ...regel, regelId: randomUUID(), volgnummer, formulier: regel.formulier ?? null, velden: toJson(regel.velden ?? {}) })
    .execute();
  await tx.updateTable('meldcodeTraject').set({ teller: volgnummer }).where('traject', '=', regel.traject).execute();
}
