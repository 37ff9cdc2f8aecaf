import { alsDag, datumTekst, maandagVan, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { dag, rijen, type Invoer } from './helpers.ts';

const WEEKDAG = (datum: Datum): string => alsDag(datum).setLocale('nl').toFormat('cccc');

/** Waarom op deze dag geen verzuim kan staan, of null als het kan. */
export function bezwaarTegenDag(datum: Datum, peildatum: Datum | undefined, kalender: Schoolkalender): string | null {
  if (peildatum !== undefined && datum > peildatum) return 'deze dag ligt na de peildatum. Pas de datum van de rij of de peildatum aan';
  if (!kalender.kent(datum)) return 'van deze dag is niet bekend of er school was. Controleer het jaartal';
  if (alsDag(datum).weekday > 5 && !kalender.isSchooldag(datum)) return `dit is een ${WEEKDAG(datum)}. Haal de rij weg of kies een schooldag`;
  return kalender.isSchooldag(datum) ? null : 'op deze dag was er geen school (vakantie of vrije dag). Haal de rij weg of kies een schooldag';
}

/**
 * Kijkt een lijst met dagen na (r. 35): elke dag is een schooldag tot en met de peildatum.
 * @param label hoe de lijst op het formulier heet
 * @returns per fout een zin die de rij en de dag noemt
 */
export function keurDagen(label: string, invoer: Invoer, lijst: string, peildatum: Datum | undefined, kalender: Schoolkalender): string[] {
  return rijen(invoer, lijst).flatMap((rij, nummer) => {
    const datum = dag(rij, 'datum');
    const fout = datum === undefined ? null : bezwaarTegenDag(datum, peildatum, kalender);
    return fout === null || datum === undefined ? [] : [`${rijnaam(label, nummer, datum)}: ${fout}.`];
  });
}

/** Elke dag hoogstens één keer; `ookAl` zijn dagen die elders op het formulier al zijn aangevinkt. */
export function keurDubbel(label: string, invoer: Invoer, lijst: string, ookAl: readonly Datum[] = []): string[] {
  const gezien = new Map<Datum, string>(ookAl.map((datum) => [datum, 'hierboven is deze dag al als hele dag aangevinkt']));
  return rijen(invoer, lijst).flatMap((rij, nummer) => {
    const datum = dag(rij, 'datum');
    if (datum === undefined) return [];
    const eerder = gezien.get(datum);
    if (eerder !== undefined) return [`${rijnaam(label, nummer, datum)}: ${eerder}. Zet één rij per dag.`];
    gezien.set(datum, `rij ${nummer + 1} gaat ook over deze dag`);
    return [];
  });
}

/** Zoals een rij op het formulier heet, met haar dag. */
export const rijnaam = (label: string, nummer: number, datum: Datum): string => `${label}, rij ${nummer + 1} (${datumTekst(datum)})`;

/** De dagen van een lijst die in deze week vallen. */
export const dagenInWeek = (invoer: Invoer, lijst: string, week: Datum): Datum[] =>
  rijen(invoer, lijst).flatMap((rij) => dag(rij, 'datum') ?? []).filter((datum) => maandagVan(datum) === maandagVan(week));
