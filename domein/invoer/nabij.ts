import levenshtein from 'fast-levenshtein';

/** Zoveel tekens mag een naam afwijken om nog dezelfde bedoeld te kunnen zijn. */
const speling = ({ length }: string): number => (length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

/**
 * De naam die er het meest op lijkt.
 * @param naam wat er staat
 * @param kandidaten wat er bestaat
 * @returns niets als geen enkele naam er genoeg op lijkt
 */
export function nabij(naam: string, kandidaten: Iterable<string>): string | undefined {
  const grens = speling(naam);
  return [...new Set(kandidaten)]
    .filter((kandidaat) => kandidaat !== naam && Math.abs(kandidaat.length - naam.length) <= grens && getallen(kandidaat) === getallen(naam))
    .map((kandidaat) => ({ kandidaat, ver: levenshtein.get(naam.toLowerCase(), kandidaat.toLowerCase()) }))
    .filter(({ ver }) => ver <= grens)
    .sort((a, b) => a.ver - b.ver || b.kandidaat.length - a.kandidaat.length || (a.kandidaat < b.kandidaat ? -1 : 1))[0]?.kandidaat;
}

/** De getallen in een naam: KT-5 kan KT-05 zijn, maar N-99 is geen tikfout van N-09. */
const getallen = (naam: string): string => (naam.match(/\d+/g) ?? []).map(Number).join(' ');

/** De vraag achter een opmerking, met een spatie ervoor: ` Bedoelde u schoolNaam?`. Leeg als niets er genoeg op lijkt. */
export function bedoelde(naam: string, kandidaten: Iterable<string>): string {
  const bedoeld = nabij(naam, kandidaten);
  return bedoeld === undefined ? '' : ` Bedoelde u ${bedoeld}?`;
}
