import type { Klok } from '../domein/klok.ts';
import { makeEngineClock } from './engine-clock.ts';
import type { Rest } from './rest.ts';

/**
 * Eén klok voor werkers en engine samen, die procestests en de demo verzetten. Zolang zij niet is gezet, en na `restore`,
 * is het de gewone klok. `npm start` maakt haar niet: daar kan niemand de tijd verzetten.
 */
export class MovableClock implements Klok {
  private moment: Date | undefined;
  private readonly engineklok: ReturnType<typeof makeEngineClock>;

  constructor(rest: Rest, private readonly gewoon: Klok) {
    this.engineklok = makeEngineClock(rest);
  }

  nu(): Date {
    return this.moment ?? this.gewoon.nu();
  }

  /** Zet beide klokken stil op dit moment. */
  async pin(moment: Date): Promise<void> {
    this.moment = moment;
    await this.engineklok.set(moment);
  }

  /**
   * Een seconde (of meer) verder. De engine kijkt met een kleine vertraging op haar eigen klok of er een timer af moet gaan; staat
   * die klok stil, dan gaat een timer met een datum in het verleden nooit af.
   */
  async tick(seconds = 1): Promise<void> {
    await this.pin(new Date(this.nu().getTime() + seconds * 1000));
  }

  /** Geeft beide klokken hun gewone tijd terug. */
  async restore(): Promise<void> {
    await this.engineklok.restore();
    this.moment = undefined;
  }
}
