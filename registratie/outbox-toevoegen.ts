import type { Transaction } from 'kysely';
import { createHash } from 'node:crypto';
import type { Schema } from './schema.ts';
import type { OutboxTable } from './schema/outbox.ts';

/**
 * Een bericht voor de postbus. Zonder adres wordt het niet vergeten maar als "dood" bewaard; met een sleutel die er al is, is het
 * hetzelfde bericht en komt het er niet nog eens in.
 */
export interface NieuwBericht extends Pick<OutboxTable, 'casusId' | 'melding' | 'aanRol' | 'adres' | 'onderwerp' | 'tekst' | 'sleutel'> {
  op: Date;
}

/** Het vaste Message-ID van een bericht: wie het door een storing tweemaal krijgt, ziet er in zijn postvak toch één. */
export function messageIdOf(sleutel: string): string {
  return `<${createHash('sha256').update(sleutel).digest('hex').slice(0, 40)}@routeboek.invalid>`;
}

/**
 * Legt een bericht in de postbus, in dezelfde transactie als het effect waar het bij hoort: nooit een effect zonder
 * bericht en nooit een bericht zonder effect. Versturen doet `koppelingen/mail`.
 * @returns of het bericht nieuw is
 */
export async function voegBerichtToe(tx: Transaction<Schema>, bericht: NieuwBericht): Promise<boolean> {
  const zonderAdres = bericht.adres === null;
  const rij = await tx
    .insertInto('uitgaand')
    .values({
      casusId: bericht.casusId,
      melding: bericht.melding,
      aanRol: bericht.aanRol,
      adres: bericht.adres,
      onderwerp: bericht.onderwerp,
      tekst: bericht.tekst,
      messageId: messageIdOf(bericht.sleutel),
      sleutel: bericht.sleutel,
      status: zonderAdres ? 'dood' : 'wacht',
      volgendePoging: zonderAdres ? null : bericht.op,
      laatsteFout: zonderAdres ? `geen adres bekend voor rol ${bericht.aanRol}` : null,
      aangemaaktOp: bericht.op,
    })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .returning('id')
    .executeTakeFirst();
  return rij !== undefined;
}
