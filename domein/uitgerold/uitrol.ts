import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Wat er op de engine staat en in de mail en de kalender geldt: de bestanden van de laatste uitrol, en niet die waar iemand aan werkt. */
export interface Uitrol {
  /** De map met die bestanden, ingedeeld als het project; een nieuwe uitrol heeft een andere map. */
  wortel(): URL;
  /** De versie van elk proces op de engine. */
  versies(): Readonly<Record<string, number>>;
}

const PROJECT = new URL('../../', import.meta.url);
/** Welke uitrol geldt; engine/deployed-snapshot.ts schrijft dit bestand als laatste, in één keer. */
const NU = 'nu.json';
const inhoud = z.object({ map: z.string().regex(/^\d+$/), versies: z.record(z.string(), z.number()) });

/** De bestanden van het project zelf: voor een test, en zolang er nog niets is uitgerold. */
const project: Uitrol = { wortel: () => PROJECT, versies: () => ({}) };

/** De laatste uitrol in deze map. Er kan worden uitgerold terwijl het programma draait, dus elke keer wordt gekeken of er een nieuwe is. */
export function uitrolIn(dir: string): Uitrol {
  let gelezen: { merk: string; uitrol: Uitrol } | undefined;
  const nu = (): Uitrol => {
    const staat = statSync(join(dir, NU), { throwIfNoEntry: false });
    if (!staat) return gelezen?.uitrol ?? project;
    const merk = `${staat.mtimeMs} ${staat.ino}`;
    if (gelezen?.merk !== merk) gelezen = { merk, uitrol: lees(dir) ?? gelezen?.uitrol ?? project };
    return gelezen.uitrol;
  };
  return { wortel: () => nu().wortel(), versies: () => nu().versies() };
}

function lees(dir: string): Uitrol | undefined {
  const gelezen = inhoud.safeParse(JSON.parse(readFileSync(join(dir, NU), 'utf8')));
  if (!gelezen.success) return undefined;
  const { map, versies } = gelezen.data;
  const wortel = pathToFileURL(`${join(dir, map)}/`);
  return { wortel: () => wortel, versies: () => versies };
}

let gevolgd: Uitrol = project;

/** De uitrol waar alles wat draait naar kijkt. */
export const uitrol: Uitrol = { wortel: () => gevolgd.wortel(), versies: () => gevolgd.versies() };

/** Laat alles wat draait voortaan naar deze uitrol kijken; zonder uitrol naar de bestanden van het project. */
export const volgUitrol = (anders: Uitrol = project): void => void (gevolgd = anders);

/**
 * Onthoudt wat uit de bestanden volgt, tot er opnieuw is uitgerold.
 * @param maak krijgt de map met de bestanden die nu gelden
 */
export function perUitrol<T>(maak: (wortel: URL) => T, van: Uitrol = uitrol): () => T {
  let laatste: { href: string; waarde: T } | undefined;
  return () => {
    const wortel = van.wortel();
    if (laatste?.href !== wortel.href) laatste = { href: wortel.href, waarde: maak(wortel) };
    return laatste.waarde;
  };
}
