import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leesJson } from '../../domein/invoer/json.ts';
import { loadLinter } from '../../test/formulieren/helpers/linter.ts';
import { metKop, type Formulier } from '../formulieren/kop.ts';
import { ID, metNogInTeVullen } from '../formulieren/nog-in-te-vullen.ts';
import { metGetypteVelden } from '../formulieren/getypt.ts';
import { verbeterformulier, VERBETERD } from '../formulieren/verbeteren.ts';
import type { Bevinding } from './bevinding.ts';
import { vrijeTekst } from './vrije-tekst.ts';

const MAP = join(import.meta.dirname, '../../forms');

/** Kijkt alle formulieren na met de linter van Camunda Modeler, voor 8.6 en voor de nieuwste versie die hij kent (8.9 voegt aan formulieren niets toe dat hier gebruikt wordt), en of de kop en de Nederlandse aanwijzingen bij zijn. */
export async function lintFormulieren(): Promise<Bevinding[]> {
  const linter = await loadLinter();
  return readdirSync(MAP).filter((b) => b.endsWith('.form')).flatMap((bestand) => {
    const schema = lees(bestand);
    const achter = [...achterstand(bestand, schema), ...losVanStart(bestand, schema)];
    return [...achter, ...vrijeTekst(bestand, schema.components), ...['8.6.0', '8.8.0'].flatMap((executionPlatformVersion) =>
      linter.lint({ ...schema, executionPlatform: 'Camunda Cloud', executionPlatformVersion })
        .map(({ id, message, category }) => ({ bestand, plaats: id, tekst: message, regel: `form-linting ${category}, Camunda ${executionPlatformVersion}` })))];
  });
}

const lees = (bestand: string): Formulier => leesJson(readFileSync(join(MAP, bestand))) as Formulier;
const gelijk = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Wat `npm run formulieren` in dit formulier zou veranderen. */
export function achterstand(bestand: string, schema: Formulier): Bevinding[] {
  return [
    ...(gelijk(metKop(schema), schema) ? [] : [{ bestand, plaats: 'kop', tekst: 'de kop is niet die van alle formulieren (scripts/formulieren/kop.form): draai npm run formulieren', regel: 'kop' }]),
    ...(gelijk(metGetypteVelden(schema), schema) ? [] : [{ bestand, plaats: 'velden', tekst: 'er staat een datum-, getal- of e-mailveld in zoals Modeler het tekent; daarin gaat een verkeerde datum of een verkeerd getal ongezien door: draai npm run formulieren', regel: 'getypt' }]),
    ...(gelijk(metNogInTeVullen(schema), schema) ? [] : [{ bestand, plaats: ID, tekst: 'de tekst die zegt wat er nog niet goed is, past niet meer bij de velden: draai npm run formulieren', regel: 'nog-in-te-vullen' }]),
  ];
}

/** Een verbeterformulier wordt van zijn startformulier gemaakt: wie daar een veld wijzigt, wijzigt het hier ook. */
export function losVanStart(bestand: string, schema: Formulier): Bevinding[] {
  const naam = bestand.replace(/[.]form$/, '');
  const start = VERBETERD[naam];
  if (start === undefined || gelijk(verbeterformulier(naam, lees(`${start}.form`)), schema)) return [];
  return [{ bestand, plaats: 'velden', tekst: `dit formulier wordt gemaakt van ${start}.form en past daar niet meer bij: wijzig alleen het startformulier en draai npm run formulieren`, regel: 'verbeteren' }];
}
