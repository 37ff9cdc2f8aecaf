import { DateTime } from 'luxon';

/** De tijd van de scholen. */
export const ZONE = 'Europe/Amsterdam';

/** "12 november 2026 om 09:14". @param iso een ISO-moment */
export const momentText = (iso: string): string => DateTime.fromISO(iso, { zone: ZONE }).setLocale('nl').toFormat("d LLLL yyyy 'om' HH:mm");
