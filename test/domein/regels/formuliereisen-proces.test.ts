import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { REGELS } from '../../../domein/regels/controleer.ts';
import { formulierfouten } from '../../../domein/regels/formuliereisen.ts';
import type { Eisveld } from '../../../domein/invoer/veldeisen.ts';
import { leesVelden } from '../../../domein/logboek/formulier.ts';
import { kiesVelden } from '../../../domein/logboek/regels.ts';
import { example, formulier, NAMEN, STARTFORMULIEREN } from '../../formulieren/helpers/forms.ts';

const PROCES = new URL('../../proces/', import.meta.url);

interface Antwoord { waar: string; naam: string; anders: Record<string, unknown> }

/** Elk ingevuld voorbeeld in de procestests, `example('gesprek-ouders', { … })`, voor zover zijn waarden er letterlijk staan. */
function antwoordenIn(bestand: string): Antwoord[] {
  const bron = ts.createSourceFile(bestand, readFileSync(new URL(bestand, PROCES), 'utf8'), ts.ScriptTarget.Latest, true);
  const gevonden: Antwoord[] = [];
  const loop = (knoop: ts.Node): void => {
    if (ts.isCallExpression(knoop) && knoop.expression.getText() === 'example') {
      const [naam, anders] = knoop.arguments;
      if (naam && ts.isStringLiteral(naam) && NAMEN.includes(naam.text)) {
        const regel = bron.getLineAndCharacterOfPosition(knoop.getStart()).line + 1;
        gevonden.push({ waar: `${bestand}:${regel} ${naam.text}`, naam: naam.text, anders: anders && ts.isObjectLiteralExpression(anders) ? letterlijk(anders) : {} });
      }
    }
    ts.forEachChild(knoop, loop);
  };
  loop(bron);
  return gevonden;
}

/** De waarden die er letterlijk staan; wat de test uitrekent blijft zoals in het voorbeeld. */
function letterlijk(object: ts.ObjectLiteralExpression): Record<string, unknown> {
  const waarden: Record<string, unknown> = {};
  for (const deel of object.properties) {
    if (!ts.isPropertyAssignment(deel)) continue;
    const waarde = waardeVan(deel.initializer);
    if (waarde !== ONBEKEND) waarden[deel.name.getText().replaceAll("'", '')] = waarde;
  }
  return waarden;
}

const ONBEKEND = Symbol('wordt uitgerekend');
function waardeVan(knoop: ts.Expression): unknown {
  if (ts.isStringLiteral(knoop)) return knoop.text;
  if (ts.isNumericLiteral(knoop)) return Number(knoop.text);
  if (ts.isArrayLiteralExpression(knoop)) {
    const rij = knoop.elements.map(waardeVan);
    return rij.includes(ONBEKEND) ? ONBEKEND : rij;
  }
  if (ts.isObjectLiteralExpression(knoop)) return knoop.properties.length === Object.keys(letterlijk(knoop)).length ? letterlijk(knoop) : ONBEKEND;
  const vast: Record<string, unknown> = { true: true, false: false, null: null, undefined };
  return knoop.getText() in vast ? vast[knoop.getText()] : ONBEKEND;
}

it('wat de procestests in een taak invullen, keurt de controle niet af om wat het formulier eist', () => {
  const bestanden = readdirSync(PROCES, { recursive: true, encoding: 'utf8' }).filter((naam) => naam.endsWith('.ts'));
  const antwoorden = bestanden.flatMap(antwoordenIn).filter(({ naam }) => naam in REGELS && !STARTFORMULIEREN.includes(naam));
  expect(antwoorden.length).toBeGreaterThan(100);
  const afgekeurd = antwoorden.flatMap(({ waar, naam, anders }) => {
    const schema = formulier(naam);
    const velden = Object.fromEntries(Object.entries({ ...example(naam), ...anders }).filter(([, waarde]) => waarde !== undefined));
    return formulierfouten(schema.components as unknown as readonly Eisveld[], kiesVelden(leesVelden(schema), velden), {}).map((zin) => `${waar}: ${zin}`);
  });
  expect(afgekeurd).toEqual([]);
});
