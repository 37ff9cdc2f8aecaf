import { DateTime } from 'luxon';
import type { Klok } from '../../../registratie/klok.ts';

/** De klok van een procestest: werkers en engine krijgen hetzelfde moment. */
export class Proefklok implements Klok {
  private moment = new Date(0);
  constructor(private readonly rest: string) {}

  nu(): Date {
    return this.moment;
  }

  /** Zet beide klokken. @param lokaal Nederlandse tijd, bijvoorbeeld `2025-09-08T09:00`. */
  async zet(lokaal: string): Promise<void> {
    const moment = DateTime.fromISO(lokaal, { zone: 'Europe/Amsterdam' });
    if (!moment.isValid) throw new Error(`geen tijdstip: ${lokaal}`);
    this.moment = moment.toJSDate();
    const antwoord = await fetch(`${this.rest}/v2/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ timestamp: moment.toMillis() }),
    });
    if (!antwoord.ok) throw new Error(`de klok van de engine liet zich niet zetten: ${antwoord.status}`);
  }
}
