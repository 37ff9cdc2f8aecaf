import { DateTime } from 'luxon';
import type { Klok } from '../../../registratie/klok.ts';

/** De klok van een procestest: werkers en engine krijgen hetzelfde moment. */
export class Proefklok implements Klok {
  private stand = new Date(0);
  constructor(private readonly rest: string) {}

  nu(): Date {
    return this.stand;
  }

  /** Zet beide klokken. @param lokaal Nederlandse tijd, bijvoorbeeld `2025-09-08T09:00`. */
  async zet(lokaal: string): Promise<void> {
    await this.pin(this.moment(lokaal));
  }

  /** @returns het moment bij een Nederlandse tijd. */
  moment(lokaal: string): Date {
    const moment = DateTime.fromISO(lokaal, { zone: 'Europe/Amsterdam' });
    if (!moment.isValid) throw new Error(`geen tijdstip: ${lokaal}`);
    return moment.toJSDate();
  }

  /**
   * Een seconde verder. De engine kijkt met een kleine vertraging op haar eigen klok of er een timer af moet gaan; staat
   * die klok stil, dan gaat een timer met een datum in het verleden nooit af.
   */
  async tik(): Promise<void> {
    await this.pin(new Date(this.stand.getTime() + 1000));
  }

  private async pin(moment: Date): Promise<void> {
    this.stand = moment;
    const antwoord = await fetch(`${this.rest}/v2/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ timestamp: moment.getTime() }),
    });
    if (!antwoord.ok) throw new Error(`de klok van de engine liet zich niet zetten: ${antwoord.status}`);
  }
}
