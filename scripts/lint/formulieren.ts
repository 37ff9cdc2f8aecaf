import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLinter } from '../../test/formulieren/helpers/linter.ts';
import { ID, metNogInTeVullen, type Onderdeel } from '../formulieren/nog-in-te-vullen.ts';
import type { Bevinding } from './bevinding.ts';

const MAP = join(import.meta.dirname, '../../forms');

/** Kijkt alle formulieren na met de linter van Camunda Modeler, voor 8.6 en voor de nieuwste versie die hij kent (8.9 voegt aan formulieren niets toe dat hier gebruikt wordt), en of de Nederlandse aanwijzingen bij de velden passen. */
export async function lintFormulieren(): Promise<Bevinding[]> {
  const linter = await loadLinter();
  return readdirSync(MAP).filter((b) => b.endsWith('.form')).flatMap((bestand) => {
    const schema = JSON.parse(readFileSync(join(MAP, bestand), 'utf8')) as { components: readonly Onderdeel[] };
    const bij = JSON.stringify(metNogInTeVullen(schema)) === JSON.stringify(schema);
    const achter: Bevinding[] = bij ? [] : [{ bestand, plaats: ID, tekst: 'de tekst die zegt wat er nog niet goed is, past niet meer bij de velden: draai npm run formulieren', regel: 'nog-in-te-vullen' }];
    return [...achter, ...['8.6.0', '8.8.0'].flatMap((executionPlatformVersion) =>
      linter.lint({ ...schema, executionPlatform: 'Camunda Cloud', executionPlatformVersion })
        .map(({ id, message, category }) => ({ bestand, plaats: id, tekst: message, regel: `form-linting ${category}, Camunda ${executionPlatformVersion}` })))];
  });
}
