import { DateTime } from 'luxon';
import { makeRest } from '../../../engine/rest.ts';
import { MovableClock } from '../../../engine/movable-clock.ts';
import { systeemklok } from '../../../domein/klok.ts';

/** De klok van een procestest: werkers en engine krijgen hetzelfde moment. */
export class TestClock extends MovableClock {
  constructor(restAdres: string) {
    super(makeRest({ grpcAddress: '', restAddress: restAdres }), systeemklok);
  }

  /** Zet beide klokken. @param lokaal Nederlandse tijd, bijvoorbeeld `2025-09-08T09:00`. */
  async set(lokaal: string): Promise<void> {
    await this.pin(this.read(lokaal));
  }

  /** @returns het moment bij een Nederlandse tijd. */
  read(lokaal: string): Date {
    const moment = DateTime.fromISO(lokaal, { zone: 'Europe/Amsterdam' });
    if (!moment.isValid) throw new Error(`geen tijdstip: ${lokaal}`);
    return moment.toJSDate();
  }
}
