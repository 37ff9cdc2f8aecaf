import { DateTime } from 'luxon';
import type { Klok } from '../klok.ts';

/** Alle termijnen gelden in Nederlandse tijd; de afstand tot UTC komt uit de tijdzone en wisselt met zomer- en wintertijd. */
export const TIJDZONE = 'Europe/Amsterdam';

/** Een kalenderdag als `jjjj-mm-dd`. Zulke teksten laten zich gewoon met `<` vergelijken. */
export type Datum = string;

/** @returns de dag als luxon-moment om middernacht Nederlandse tijd. */
export function alsDag(datum: Datum): DateTime<true> {
  const dag = DateTime.fromISO(datum.slice(0, 10), { zone: TIJDZONE });
  if (!dag.isValid) throw new RangeError(`Geen geldige datum: ${datum.slice(0, 10)}`);
  return dag;
}

/** @returns de kalenderdag van een luxon-moment. */
export const naarDatum = (dag: DateTime): Datum => dag.toFormat('yyyy-MM-dd');

/** @returns de dag `n` kalenderdagen later (of eerder, bij een negatief getal). */
export const plusDagen = (datum: Datum, n: number): Datum => naarDatum(alsDag(datum).plus({ days: n }));

/** @returns dezelfde dag `n` maanden later (of eerder); bestaat die niet, dan de laatste van die maand. */
export const plusMaanden = (datum: Datum, n: number): Datum => naarDatum(alsDag(datum).plus({ months: n }));

/** @returns de maandag van de ISO-week waarin de dag valt. */
export const maandagVan = (datum: Datum): Datum => naarDatum(alsDag(datum).startOf('week'));

/** @returns aantal kalenderdagen van `van` tot `tot`, zonder de laatste dag zelf. */
export const dagenTussen = (van: Datum, tot: Datum): number => Math.round(alsDag(tot).diff(alsDag(van), 'days').days);

/** @returns weeknummer zoals mensen het opschrijven, bijvoorbeeld `2025-W39`. */
export const isoWeek = (datum: Datum): string => alsDag(datum).toFormat("kkkk-'W'WW");

/** @returns de kalenderdag van een moment, in Nederlandse tijd. */
export const dagVan = (tijd: Date): Datum => naarDatum(DateTime.fromJSDate(tijd, { zone: TIJDZONE }));

/** @returns de dag van vandaag volgens de klok, in Nederlandse tijd. */
export const vandaag = (klok: Klok): Datum => dagVan(klok.nu());

/** @returns het moment op die dag als ISO-tekst met afstand tot UTC, bijvoorbeeld `2025-10-27T09:00:00+01:00`. */
export function moment(datum: Datum, tijdstip: string): string {
  const [uur, minuut] = tijdstip.split(':').map(Number);
  return isoMoment(alsDag(datum).set({ hour: uur ?? 0, minute: minuut ?? 0 }));
}

/** @returns ISO-tekst zonder milliseconden, mét afstand tot UTC. */
export const isoMoment = (tijd: DateTime<true>): string =>
  // Een geldig moment geeft altijd een tekst; `toFormat` zegt dat ook tegen de compiler.
  tijd.setZone(TIJDZONE).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

/** @returns leesbaar moment voor op een formulier: "woensdag 24 september 2025 om 17:00". */
export const momentTekst = (iso: string): string =>
  DateTime.fromISO(iso, { zone: TIJDZONE }).setLocale('nl').toFormat("cccc d LLLL yyyy 'om' HH:mm");

/** "12 november 2026 om 09:14", in Nederlandse tijd. */
export const tijdstipTekst = (tijd: Date): string => DateTime.fromJSDate(tijd, { zone: TIJDZONE }).setLocale('nl').toFormat("d LLLL yyyy 'om' HH:mm");

/** @returns leesbare dag: "24 september 2025". */
export const datumTekst = (datum: Datum): string => alsDag(datum).setLocale('nl').toFormat('d LLLL yyyy');

/** @returns leesbare dag met zijn naam: "woensdag 24 september 2025". */
export const dagTekst = (datum: Datum): string => alsDag(datum).setLocale('nl').toFormat('cccc d LLLL yyyy');

/** Leest een datum of datum-tijd. Een losse datum is middernacht Nederlandse tijd. @returns undefined als het geen datum is. */
export function leesMoment(tekst: string): DateTime<true> | undefined {
  const tijd = DateTime.fromISO(tekst.replace(/\[.*\]$/, ''), { zone: TIJDZONE });
  return tijd.isValid ? tijd : undefined;
}
