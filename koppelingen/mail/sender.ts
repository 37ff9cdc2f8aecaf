import { setTimeout as slaap } from 'node:timers/promises';
import type { Klok } from '../../domein/klok.ts';
import type { Bericht, Mailbox } from './mailbox.ts';
import { DeliveryError, type MailTransport } from './smtp.ts';

export interface SenderOptions {
  readonly mailbox: Mailbox;
  /** Zonder bezorger (geen SMTP_URL) blijft alles in de postbus wachten. */
  readonly transport: MailTransport | undefined;
  readonly klok: Klok;
  /** Hoeveel berichten per ronde. */
  readonly count?: number;
  /** Hoe lang een bericht gereserveerd is; ruim langer dan een ronde kan duren. */
  readonly claimMs?: number;
  /** Na zoveel pogingen is een bericht dood en kijkt een mens ernaar. */
  readonly attempts?: number;
  readonly firstWaitMs?: number;
  readonly maxWaitMs?: number;
  /** Rust tussen twee rondes als de postbus leeg is. */
  readonly idleMs?: number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly report?: (message: string, fields: Record<string, unknown>) => void;
}

/** De wachttijd na de n-de mislukte poging: steeds dubbel, tot een grens. */
export function waitAfter(attempt: number, eersteMs: number, langsteMs: number): number {
  return Math.min(langsteMs, eersteMs * 2 ** Math.min(attempt - 1, 30));
}

/**
 * Verstuurt wat in de postbus ligt, de oudste eerst. Een bericht wordt eerst gereserveerd, dan verstuurd, dan afgevinkt;
 * twee verzenders tegelijk krijgen nooit hetzelfde bericht.
 *
 * Wat dit niet kan: valt het programma om ná het versturen en vóór het afvinken, dan gaat het bericht na het verlopen van
 * de reservering nog eens uit. Zonder afspraak met de mailserver is dat niet te vermijden; een bericht te veel is hier
 * beter dan een te weinig. Het tweede exemplaar heeft hetzelfde Message-ID, zodat de meeste postvakken er één tonen.
 */
export function makeSender(options: SenderOptions) {
  const { mailbox, transport, klok, count = 10, claimMs = 15 * 60_000, attempts = 10, firstWaitMs = 60_000, maxWaitMs = 6 * 3_600_000, idleMs = 5_000 } = options;
  const wait = options.wait ?? ((ms: number, signal: AbortSignal) => slaap(ms, undefined, { signal }).catch(() => undefined));
  const stopper = new AbortController();
  let lus: Promise<void> | undefined;

  async function verstuur(message: Bericht, door: MailTransport): Promise<void> {
    try {
      if (message.poging > attempts) throw new DeliveryError('Opgegeven: te vaak begonnen zonder af te ronden.', true);
      await door.deliver(message);
    } catch (error) {
      const blijvend = (error instanceof DeliveryError && error.blijvend) || message.poging >= attempts;
      const later = new Date(klok.nu().getTime() + waitAfter(message.poging, firstWaitMs, maxWaitMs));
      const boodschap = error instanceof DeliveryError ? error.message : 'Onverwachte fout bij het bezorgen.';
      await mailbox.failed(message, boodschap, blijvend ? null : later);
      options.report?.(blijvend ? 'bericht opgegeven' : 'bericht later opnieuw', { bericht: message.id, poging: message.poging });
      return;
    }
    await mailbox.sent(message, klok.nu());
  }

  /** Eén ronde. @returns hoeveel berichten aan de beurt waren */
  async function round(): Promise<number> {
    if (!transport) return 0;
    const messages = await mailbox.take(klok.nu(), count, claimMs);
    for (const message of messages) await verstuur(message, transport);
    return messages.length;
  }

  return {
    round,
    /** Begint te lopen; een tweede keer doet niets. */
    start(): void {
      lus ??= (async () => {
        while (!stopper.signal.aborted) {
          // De lus overleeft alles: een register dat even weg is mag de post niet voor altijd stilzetten.
          const verwerkt = await round().catch(() => {
            options.report?.('ronde van de post mislukte', {});
            return 0;
          });
          if (verwerkt < count) await wait(idleMs, stopper.signal);
        }
      })();
    },
    /** Stopt na de lopende ronde. */
    async stop(): Promise<void> {
      stopper.abort();
      await lus;
      transport?.close();
    },
  };
}
