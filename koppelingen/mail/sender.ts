import { setTimeout as slaap } from 'node:timers/promises';
import type { Klok } from '../../domein/klok.ts';
import type { Bericht, Postbus } from './mailbox.ts';
import { Bezorgfout, type Bezorger } from './smtp.ts';

export interface VerzenderOpties {
  readonly postbus: Postbus;
  /** Zonder bezorger (geen SMTP_URL) blijft alles in de postbus wachten. */
  readonly bezorger: Bezorger | undefined;
  readonly klok: Klok;
  /** Hoeveel berichten per ronde. */
  readonly aantal?: number;
  /** Hoe lang een bericht gereserveerd is; ruim langer dan een ronde kan duren. */
  readonly claimMs?: number;
  /** Na zoveel pogingen is een bericht dood en kijkt een mens ernaar. */
  readonly pogingen?: number;
  readonly eersteWachttijdMs?: number;
  readonly langsteWachttijdMs?: number;
  /** Rust tussen twee rondes als de postbus leeg is. */
  readonly rustMs?: number;
  readonly wacht?: (ms: number, signaal: AbortSignal) => Promise<unknown>;
  readonly meld?: (boodschap: string, velden: Record<string, unknown>) => void;
}

/** De wachttijd na de n-de mislukte poging: steeds dubbel, tot een grens. */
export function wachttijdNa(poging: number, eersteMs: number, langsteMs: number): number {
  return Math.min(langsteMs, eersteMs * 2 ** Math.min(poging - 1, 30));
}

/**
 * Verstuurt wat in de postbus ligt, de oudste eerst. Een bericht wordt eerst gereserveerd, dan verstuurd, dan afgevinkt;
 * twee verzenders tegelijk krijgen nooit hetzelfde bericht.
 *
 * Wat dit niet kan: valt het programma om ná het versturen en vóór het afvinken, dan gaat het bericht na het verlopen van
 * de reservering nog eens uit. Zonder afspraak met de mailserver is dat niet te vermijden; een bericht te veel is hier
 * beter dan een te weinig. Het tweede exemplaar heeft hetzelfde Message-ID, zodat de meeste postvakken er één tonen.
 */
export function maakVerzender(opties: VerzenderOpties) {
  const { postbus, bezorger, klok, aantal = 10, claimMs = 15 * 60_000, pogingen = 10, eersteWachttijdMs = 60_000, langsteWachttijdMs = 6 * 3_600_000, rustMs = 5_000 } = opties;
  const wacht = opties.wacht ?? ((ms: number, signal: AbortSignal) => slaap(ms, undefined, { signal }).catch(() => undefined));
  const stopper = new AbortController();
  let lus: Promise<void> | undefined;

  async function verstuur(bericht: Bericht, door: Bezorger): Promise<void> {
    try {
      if (bericht.poging > pogingen) throw new Bezorgfout('Opgegeven: te vaak begonnen zonder af te ronden.', true);
      await door.bezorg(bericht);
    } catch (fout) {
      const blijvend = (fout instanceof Bezorgfout && fout.blijvend) || bericht.poging >= pogingen;
      const later = new Date(klok.nu().getTime() + wachttijdNa(bericht.poging, eersteWachttijdMs, langsteWachttijdMs));
      const boodschap = fout instanceof Bezorgfout ? fout.message : 'Onverwachte fout bij het bezorgen.';
      await postbus.mislukt(bericht, boodschap, blijvend ? null : later);
      opties.meld?.(blijvend ? 'bericht opgegeven' : 'bericht later opnieuw', { bericht: bericht.id, poging: bericht.poging });
      return;
    }
    await postbus.verzonden(bericht, klok.nu());
  }

  /** Eén ronde. @returns hoeveel berichten aan de beurt waren */
  async function ronde(): Promise<number> {
    if (!bezorger) return 0;
    const berichten = await postbus.pak(klok.nu(), aantal, claimMs);
    for (const bericht of berichten) await verstuur(bericht, bezorger);
    return berichten.length;
  }

  return {
    ronde,
    /** Begint te lopen; een tweede keer doet niets. */
    start(): void {
      lus ??= (async () => {
        while (!stopper.signal.aborted) {
          // De lus overleeft alles: een register dat even weg is mag de post niet voor altijd stilzetten.
          const verwerkt = await ronde().catch(() => {
            opties.meld?.('ronde van de post mislukte', {});
            return 0;
          });
          if (verwerkt < aantal) await wacht(rustMs, stopper.signal);
        }
      })();
    },
    /** Stopt na de lopende ronde. */
    async stop(): Promise<void> {
      stopper.abort();
      await lus;
      bezorger?.sluit();
    },
  };
}
