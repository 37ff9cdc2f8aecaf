import { metGetypteVelden } from '../../scripts/formulieren/getypt.ts';
import { metKop, type Formulier } from '../../scripts/formulieren/kop.ts';
import { metNogInTeVullen } from '../../scripts/formulieren/nog-in-te-vullen.ts';
import { verbeterformulier, VERBETERD } from '../../scripts/formulieren/verbeteren.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { formulierzin, maakFormulierlinter } from './camunda-linter.ts';
import { veldplaats, type Formulierbestand } from './lezen.ts';

/** Wat Camunda Modeler zelf meldt, voor 8.6 en voor de nieuwste versie die zijn linter kent; 8.9 voegt aan formulieren niets toe dat hier gebruikt wordt. */
export const camundaFormulier: Nakijkregel = {
  naam: 'camunda-formulier',
  kijk({ formulieren }) {
    const linter = maakFormulierlinter();
    return formulieren.flatMap((formulier) => ['8.6.0', '8.8.0'].flatMap((executionPlatformVersion) =>
      linter.lint({ ...formulier.schema, executionPlatform: 'Camunda Cloud', executionPlatformVersion })
        .map((melding) => ({ bestand: formulier.pad, plaats: veldplaats(formulier, melding.id), tekst: formulierzin(melding) }))));
  },
};

/** Het formulier heet als zijn bestand: een taak vindt haar formulier op die naam. */
export const formulierHeetAlsBestand: Nakijkregel = {
  naam: 'bestandsnaam',
  kijk: ({ formulieren }) => formulieren.filter(({ schema, naam }) => (schema as { id?: string }).id !== naam).map(({ pad, naam, schema }) => ({
    bestand: pad, plaats: `ID ${(schema as { id?: string }).id ?? '(leeg)'}`, tekst: `Geef het formulier het ID van het bestand: ${naam}. Taken zoeken het onder die naam`,
  })),
};

/** Wat `npm run formulieren` zou veranderen: kop, getypte velden, de tekst die zegt wat er nog niet goed is, en de verbeterformulieren. */
export const formulierBij: Nakijkregel = {
  naam: 'formulier-bij',
  kijk: ({ formulieren }) => formulieren.flatMap((formulier) => [...achterstand(formulier), ...losVanStart(formulier, formulieren)]),
};

const gelijk = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Wat `npm run formulieren` in dit formulier zou veranderen. */
export function achterstand({ pad, schema }: Pick<Formulierbestand, 'pad' | 'schema'>): Omschrijving[] {
  const opmerking = (klopt: boolean, plaats: string, tekst: string): Omschrijving[] => (klopt ? [] : [{ bestand: pad, plaats, tekst: `${tekst}: draai npm run formulieren`, daarna: true }]);
  return [
    ...opmerking(gelijk(metKop(schema), schema), 'kop', 'De kop is niet die van alle formulieren (scripts/formulieren/kop.form)'),
    ...opmerking(gelijk(metGetypteVelden(schema), schema), 'velden', 'Er staat een datum-, getal- of e-mailveld in zoals Modeler het tekent; daarin gaat een verkeerde datum of een verkeerd getal ongezien door'),
    ...opmerking(gelijk(metNogInTeVullen(schema), schema), 'nog in te vullen', 'De tekst die zegt wat er nog niet goed is, past niet meer bij de velden'),
  ];
}

/** Een verbeterformulier wordt van zijn startformulier gemaakt: wie daar een veld wijzigt, wijzigt het hier ook. */
export function losVanStart({ pad, naam, schema }: Pick<Formulierbestand, 'pad' | 'naam' | 'schema'>, alle: readonly Pick<Formulierbestand, 'naam' | 'schema'>[]): Omschrijving[] {
  const start = alle.find((formulier) => formulier.naam === VERBETERD[naam]);
  if (start === undefined || gelijk(verbeterformulier<Formulier>(naam, start.schema), schema)) return [];
  return [{ bestand: pad, plaats: 'velden', tekst: `Dit formulier wordt gemaakt van ${start.naam}.form en past daar niet meer bij: wijzig alleen het startformulier en draai npm run formulieren` }];
}
