import { machinetijd, type Tijd } from './time.ts';
import { isTegendruk } from './grpc-code.ts';

/**
 * Eén begrenzer voor alle opdrachten aan de engine (design §6 "Backpressure"). De engine weigert nieuwe instanties
 * (RESOURCE_EXHAUSTED) zodra een opdracht bij haar langer dan 200 ms ligt. Blind opnieuw proberen kost haar dan juist
 * rekentijd. Daarom past de begrenzer zich aan vóórdat zij weigert: het aantal opdrachten onderweg groeit zolang
 * antwoorden vlot komen, en krimpt als ze traag worden of geweigerd zijn (AIMD, net als TCP). Een geweigerde opdracht
 * gaat na een wachttijd met toeval opnieuw; de aanroeper merkt er niets van en er gaat niets verloren.
 */
export interface Begrenzer {
  /** Voert een opdracht uit zodra er ruimte is; weigeringen wegens drukte worden herhaald tot `geduldMs` om is. */
  voer<T>(handeling: () => Promise<T>): Promise<T>;
  /** Een ander merkte drukte (bijvoorbeeld bij voltooien): iedereen houdt even in. */
  meldDruk(): void;
  /** Wacht tot de gezamenlijke pauze na drukte voorbij is; meteen klaar als er geen drukte is. */
  wachtOpRuimte(): Promise<void>;
  stand(): { grens: number; onderweg: number; wachtend: number; weigeringen: number };
}

export interface BegrenzerOpties {
  readonly tijd?: Tijd;
  /** Aantal opdrachten onderweg bij het begin, en de grenzen waartussen het beweegt. */
  readonly begin?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Boven dit antwoordtempo groeit de grens niet meer maar krimpt hij; ruim onder de 200 ms van de engine. */
  readonly vlotMs?: number;
  /** Hoe lang een geweigerde opdracht opnieuw geprobeerd wordt voordat de fout naar de aanroeper gaat. */
  readonly geduldMs?: number;
}

/** Maakt de begrenzer; één per verbinding met de engine, gedeeld door iedereen die opdrachten geeft. */
export function maakBegrenzer(opties: BegrenzerOpties = {}): Begrenzer {
  const tijd = opties.tijd ?? machinetijd;
  const { begin = 4, minimum = 1, maximum = 64, vlotMs = 100, geduldMs = 120_000 } = opties;
  const wachtrij: (() => void)[] = [];
  let grens = begin;
  let onderweg = 0;
  let weigeringen = 0;
  let pauzeTot = -Infinity;
  let pauzeMs = 0;
  let volgendeKrimp = -Infinity;

  function laatBinnen(): void {
    while (onderweg < Math.floor(grens) && wachtrij.length > 0) {
      onderweg++;
      wachtrij.shift()!();
    }
  }
  const neemPlaats = (): Promise<void> =>
    new Promise((binnen) => {
      wachtrij.push(binnen);
      laatBinnen();
    });
  const geefPlaats = (): void => {
    onderweg--;
    laatBinnen();
  };

  /** Hooguit één krimp per antwoordtijd: anders telt één drukke tel tien keer mee. */
  function krimp(factor: number, duurMs: number): void {
    if (tijd.ms() < volgendeKrimp) return;
    grens = Math.max(minimum, grens * factor);
    volgendeKrimp = tijd.ms() + Math.max(duurMs, 50);
  }
  function gelukt(duurMs: number): void {
    pauzeMs = 0;
    if (duurMs > vlotMs) krimp(0.85, duurMs);
    else grens = Math.min(maximum, grens + 1 / grens);
  }
  function meldDruk(): void {
    weigeringen++;
    krimp(0.6, vlotMs);
    if (tijd.ms() < pauzeTot) return;
    pauzeMs = Math.min(2_000, pauzeMs === 0 ? 25 : pauzeMs * 2);
    pauzeTot = tijd.ms() + pauzeMs * (0.5 + tijd.toeval());
  }
  async function wachtOpRuimte(): Promise<void> {
    // Het extra toeval per wachter voorkomt dat iedereen op hetzelfde moment weer begint.
    if (tijd.ms() < pauzeTot) await tijd.wacht(pauzeTot - tijd.ms() + tijd.toeval() * pauzeMs);
  }

  async function voer<T>(handeling: () => Promise<T>): Promise<T> {
    const opgeven = tijd.ms() + geduldMs;
    for (;;) {
      await neemPlaats();
      try {
        await wachtOpRuimte();
        const start = tijd.ms();
        const antwoord = await handeling();
        gelukt(tijd.ms() - start);
        return antwoord;
      } catch (fout) {
        if (!isTegendruk(fout) || tijd.ms() >= opgeven) throw fout;
        meldDruk();
      } finally {
        geefPlaats();
      }
    }
  }

  return { voer, meldDruk, wachtOpRuimte, stand: () => ({ grens, onderweg, wachtend: wachtrij.length, weigeringen }) };
}
