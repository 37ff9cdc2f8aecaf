import { parseExpression } from 'feelin';
import { beforeAll, describe, expect, it } from 'vitest';
import { AFSPRAKEN } from '../../nakijken/formulieren/lezers/modellen.ts';
import { formulier, NAMEN, sleutel, velden } from './helpers/forms.ts';
import { formulierGebruik, type FormulierGebruik } from './helpers/models.ts';
import { PROCESVARIABELEN } from './helpers/process-variables.ts';
import { VIEWERS } from './helpers/viewers.ts';

/** Uit de FEEL van de modellen zelf, geen formuliervelden. */
const HULP = ['context merge', 'context put', 'string length', 'list contains', 'r', 'monitoringRonde', 'brugResultaat', 'oudersSituatie'];

const sleutelsVan = (naam: string): string[] => velden(formulier(naam).components).map(sleutel);

/** Namen van variabelen in een FEEL-uitdrukking. */
function variabelen(bron: string): string[] {
  const feel = bron.replace(/^=/, '');
  const namen = new Set<string>();
  parseExpression(feel, {}, undefined).iterate({
    enter(knoop) {
      if (knoop.name === 'VariableName') namen.add(feel.slice(knoop.from, knoop.to));
    },
  });
  return [...namen];
}

describe('formulieren en modellen passen op elkaar', () => {
  let gebruik: FormulierGebruik[];
  beforeAll(async () => {
    gebruik = await formulierGebruik();
  });

  it('ieder gebruikt formulier bestaat', () => {
    expect(gebruik.length).toBeGreaterThan(0);
    expect(gebruik.filter((g) => !NAMEN.includes(g.formulier))).toEqual([]);
  });

  it('ieder formulier wordt ergens gebruikt', () => {
    const gebruikt = new Set(gebruik.map((g) => g.formulier));
    expect(NAMEN.filter((n) => !gebruikt.has(n))).toEqual([]);
  });

  it('wat een model meegeeft, is in het formulier te zien', () => {
    // Tasklist haalt alleen de variabelen op die het formulier noemt.
    const ongezien = gebruik.flatMap((g) => {
      const gelezen = new Set(VIEWERS['viewer van 8.6']!.getSchemaVariables(formulier(g.formulier)));
      return g.invoer.filter((i) => !AFSPRAKEN.includes(i) && !gelezen.has(i)).map((i) => `${g.model} ${g.stap} ${g.formulier}: ${i}`);
    });
    expect(ongezien).toEqual([]);
  });

  it('wat een model uit een taak haalt, wordt in het formulier gevraagd', () => {
    const onbekend = gebruik
      .filter((g) => !g.start)
      .flatMap((g) => {
        const bekend = new Set([...sleutelsVan(g.formulier), ...g.invoer, ...PROCESVARIABELEN, ...HULP]);
        return g.uitvoer.flatMap(variabelen).filter((v) => !bekend.has(v)).map((v) => `${g.model} ${g.stap} ${g.formulier}: ${v}`);
      });
    expect(onbekend).toEqual([]);
  });

  it('de kop wordt door Tasklist opgehaald', () => {
    const gelezen = VIEWERS['viewer van 8.6']!.getSchemaVariables(formulier('gesprek-ouders'), { outputs: false });
    expect(gelezen).toEqual(expect.arrayContaining(['casusnummer', 'leerling', 'school', 'leerlingStatus', 'verzuim', 'uiterlijkTekst', 'validatieFouten', 'toelichtingTaak']));
  });
});
