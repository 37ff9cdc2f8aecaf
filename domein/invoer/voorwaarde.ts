import { evaluate, parseExpression } from 'feelin';

/** De waarden waar een voorwaarde naar kijkt. Een naam die ontbreekt is onbekend; een leeg veld staat er als null. */
export type Waarden = Readonly<Record<string, unknown>>;

/**
 * Is een onderdeel bij deze waarden verborgen? Rekent met dezelfde FEEL als het formulier.
 * @returns undefined als het niet te zeggen is: de voorwaarde noemt iets dat hier onbekend is, of rekent niet
 */
export function isVerborgen(hide: string | undefined, waarden: Waarden): boolean | undefined {
  if (!hide) return false;
  const feel = hide.replace(/^=/, '');
  try {
    if (namenIn(feel).some((naam) => !(naam in waarden))) return undefined;
    return evaluate(feel, waarden as Record<string, never>).value === true;
  } catch {
    return undefined;
  }
}

function namenIn(feel: string): string[] {
  const namen: string[] = [];
  parseExpression(feel, {}, undefined).iterate({
    enter({ name, from, to }) {
      if (name === 'VariableName') namen.push(feel.slice(from, to));
    },
  });
  return namen;
}
