import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Wie van wie mag weten (design §2). Wat hier niet staat, mag niet, en uitzonderingen zijn er niet. */
const MAG: Record<string, readonly string[]> = {
  retry: [],
  registratie: ['retry'],
  engine: ['retry'],
  koppelingen: ['retry'],
  domein: ['registratie'],
  workers: ['domein', 'registratie', 'engine', 'koppelingen', 'retry'],
  beheer: ['domein', 'registratie', 'engine', 'koppelingen', 'retry'],
  // Kijkt na wat al die lagen lezen; hoe een formulier hoort te zijn staat bij de opdracht die het bijwerkt.
  nakijken: ['domein', 'koppelingen', 'scripts'],
};
/** De klok gaat als argument overal doorheen; iedere laag mag haar type kennen. */
const KLOK = 'domein/klok.ts';

interface Verwijzing {
  van: string;
  naar: string;
  alleenType: boolean;
}

/** De eigen bestanden waar een bestand naar verwijst: import, export … from en import(). */
function verwijzingenIn(path: string): Verwijzing[] {
  const bron = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Verwijzing[] = [];
  const noteer = (naar: ts.Node | undefined, alleenType: boolean): void => {
    if (!naar || !ts.isStringLiteralLike(naar) || !naar.text.startsWith('.')) return;
    found.push({ van: relative(ROOT, path), naar: relative(ROOT, resolve(dirname(path), naar.text)).split(sep).join('/'), alleenType });
  };
  const loop = (knoop: ts.Node): void => {
    if (ts.isImportDeclaration(knoop)) noteer(knoop.moduleSpecifier, knoop.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(knoop)) noteer(knoop.moduleSpecifier, knoop.isTypeOnly);
    else if (ts.isImportTypeNode(knoop) && ts.isLiteralTypeNode(knoop.argument)) noteer(knoop.argument.literal, true);
    else if (ts.isCallExpression(knoop) && knoop.expression.kind === ts.SyntaxKind.ImportKeyword) noteer(knoop.arguments[0], false);
    ts.forEachChild(knoop, loop);
  };
  loop(bron);
  return found;
}

const verwijzingen = (laag: string): Verwijzing[] =>
  readdirSync(join(ROOT, laag), { recursive: true, encoding: 'utf8' })
    .filter((b) => /\.(ts|js|mjs)$/.test(b))
    .flatMap((b) => verwijzingenIn(join(ROOT, laag, b)));

/** Een bestand in de wortel (bijvoorbeeld config.ts) zet alles in elkaar; daar mag geen laag naar terugwijzen. */
const laagVan = (path: string): string => (path.includes('/') ? path.split('/')[0]! : 'wortel');

describe('de lagen wijzen één kant op', () => {
  it.each(Object.keys(MAG))('%s', (laag) => {
    const error = verwijzingen(laag)
      .filter(({ naar }) => laagVan(naar) !== laag && !MAG[laag]!.includes(laagVan(naar)))
      .filter(({ naar, alleenType }) => !(naar === KLOK && alleenType));
    expect(error.map(({ van, naar }) => `${van} → ${naar}`)).toEqual([]);
  });

  it('kijkt echt: de werkers gebruiken het domein, en het domein gebruikt het register', () => {
    const lagenVan = (laag: string): string[] => verwijzingen(laag).map(({ naar }) => laagVan(naar));
    expect(lagenVan('workers')).toContain('domein');
    expect(lagenVan('domein')).toContain('registratie');
  });
});
