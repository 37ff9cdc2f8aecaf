import { DateTime } from 'luxon';
import { maakRest } from '../../../engine/rest.ts';
import { VerzetbareKlok } from '../../../engine/movable-clock.ts';
import { systeemklok } from '../../../domein/klok.ts';

/** De klok van een procestest: werkers en engine krijgen hetzelfde moment. */
export class Proefklok extends VerzetbareKlok {
  constructor(restAdres: string) {
    super(maakRest({ grpcAdres: '', restAdres }), systeemklok);
  }

  /** Zet beide klokken. @param lokaal Nederlandse tijd, bijvoorbeeld `2025-09-08T09:00`. */
  async zet(lokaal: string): Promise<void> {
    await this.pin(this.lees(lokaal));
  }

  /** @returns het moment bij een Nederlandse tijd. */
  lees(lokaal: string): Date {
    const moment = DateTime.fromISO(lokaal, { zone: 'Europe/Amsterdam' });
    if (!moment.isValid) throw new Error(`geen tijdstip: ${lokaal}`);
    return moment.toJSDate();
  }
}
