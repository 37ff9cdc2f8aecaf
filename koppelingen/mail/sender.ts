import { setTimeout as slaap } from 'node:timers/promises';
import { BACKOFF, waitAfter, type Backoff } from '../../retry/backoff.ts';
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
  /** Zo lang kan een verzender met één bericht bezig zijn; duurt het langer, dan is hij omgevallen. */
  readonly abandonedMs?: number;
  /** Na zoveel pogingen is een bericht dood en kijkt een mens ernaar. */
  readonly attempts?: number;
  readonly backoff?: Backoff;
  /** Rust tussen twee rondes als de postbus leeg is. */
  readonly idleMs?: number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly report?: (message: string, fields: Record<string, unknown>) => void;
}

/**
 * Verstuurt wat in de postbus ligt, de oudste eerst en één tegelijk: vastleggen dat het begint, versturen, afvinken.
 *
 * Een mail gaat nooit vanzelf twee keer uit. Lukt het afvinken niet omdat het register weg is, dan onthoudt de verzender
 * de afloop en vinkt later af. Valt hij zelf om, of breekt de verbinding nadat het hele bericht was overhandigd, dan is
 * de mail `onzeker`: te zien op /post en in /gezondheid, en een mens beslist.
 */
export function makeSender(options: SenderOptions) {
  const { mailbox, transport, klok, count = 10, abandonedMs = 15 * 60_000, attempts = 10, backoff = BACKOFF.mail, idleMs = 5_000 } = options;
  const wait = options.wait ?? ((ms: number, signal: AbortSignal) => slaap(ms, undefined, { signal }).catch(() => undefined));
  const stopper = new AbortController();
  /** Aflopen die nog niet in het register staan, de oudste eerst. */
  const unrecorded: (() => Promise<void>)[] = [];
  let lus: Promise<void> | undefined;

  /** Verstuurt één bericht. @returns hoe de afloop in het register komt */
  async function deliver(message: Bericht, by: MailTransport): Promise<() => Promise<void>> {
    try {
      await by.deliver(message);
    } catch (error) {
      const known = error instanceof DeliveryError ? error : undefined;
      const text = known?.message ?? 'Onverwachte fout bij het bezorgen.';
      if (known?.onzeker) {
        options.report?.('onzeker of bericht is aangekomen', { bericht: message.id, poging: message.poging });
        return () => mailbox.uncertain(message, text);
      }
      const final = known?.blijvend === true || message.poging >= attempts;
      const later = new Date(klok.nu().getTime() + waitAfter(message.poging, backoff, Math.random));
      options.report?.(final ? 'bericht opgegeven' : 'bericht later opnieuw', { bericht: message.id, poging: message.poging });
      return () => mailbox.failed(message, text, final ? null : later);
    }
    const op = klok.nu();
    return () => mailbox.sent(message, op);
  }

  async function record(): Promise<void> {
    for (let first = unrecorded[0]; first; first = unrecorded[0]) {
      await first();
      unrecorded.shift();
    }
  }

  /** Eén ronde; na `stop` begint zij aan geen bericht meer. @returns hoeveel berichten aan de beurt waren */
  async function round(): Promise<number> {
    if (!transport) return 0;
    await record();
    await mailbox.abandoned(new Date(klok.nu().getTime() - abandonedMs));
    let handled = 0;
    while (handled < count && !stopper.signal.aborted) {
      const message = await mailbox.take(klok.nu());
      if (!message) break;
      handled += 1;
      unrecorded.push(await deliver(message, transport));
      await record();
    }
    return handled;
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
    /** Stopt na het lopende bericht. */
    async stop(): Promise<void> {
      stopper.abort();
      await lus;
      // Wat nu nog niet is afgevinkt wordt na de herstart onzeker; dat is de laatste kans om het te weten.
      await record().catch(() => options.report?.('niet alle verzonden post is afgevinkt', { berichten: unrecorded.length }));
    },
  };
}
