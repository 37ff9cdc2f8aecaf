/**
 * Van een geval uit een tijd waarvan de schoolvakanties niet in het bestand staan is geen school- of kalendertermijn te zeggen. Het telt
 * niet mee en staat er zo bij: één oude datum, of een tikfout in een jaartal, mag geen ander cijfer meenemen.
 */
export const ZONDER_KALENDER = 'zonderKalender';
export const KALENDERSOORT = { [ZONDER_KALENDER]: 'van die tijd zijn de schoolvakanties niet bekend' } as const;
