import type { Transaction } from 'kysely';
import { createHash } from 'node:crypto';
import type { Schema } from './schema.ts';

export interface NieuwUitgaand {
  casusId: string | null;
  /** "N-02". */
  melding: string;
  aanRol: string;
  /** Leeg als er voor deze rol geen adres bekend is: het bericht wordt dan niet vergeten maar als "dood" bewaard. */
  adres: string | null;
  onderwerp: string;
  tekst: string;
  /** Zelfde sleutel = zelfde bericht: het komt er maar één keer in. */
  sleutel: string;
  op: Date;
}

/** Het vaste Message-ID van een bericht: wie het door een storing tweemaal krijgt, ziet er in zijn postvak toch één. */
export function messageIdVan(sleutel: string): string {
  return `<${createHash('sha256').update(sleutel).digest('hex').slice(0, 40)}@routeboek.invalid>`;
}

/**
 * Legt een bericht in de postbus, in dezelfde transactie als het effect waar het bij hoort: nooit een effect zonder
 * bericht en nooit een bericht zonder effect. Versturen doet `koppelingen/mail`.
 * @returns of het bericht nieuw is
 */
export async function voegUitgaandToe(tx: Transaction<Schema>, bericht: NieuwUitgaand): Promise<boolean> {
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
      messageId: messageIdVan(bericht.sleutel),
      sleutel: bericht.sleutel,
      status: zonderAdres ? 'dood' : 'wacht',
      volgendePoging: zonderAdres ? null : bericht.op,
      laatsteFout: zonderAdres ? `geen adres bekend voor rol ${bericht.aanRol}` : null,
      aangemaaktOp: bericht.op,
    })
    .onConflict((botsing) => botsing.column('sleutel').doNothing())
    .returning('id')
    .executeTakeFirst();
  return rij !== undefined;
}
