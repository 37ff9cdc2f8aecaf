import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTermijnen } from '../../nakijken/modellen/plugin.ts';
import { watVeranderde } from '../../wat-veranderde/wat-veranderde.ts';

/** Wat de handleiding van de proceseigenaar noemt bestaat, en wat zij als nieuw voorbeeld geeft bestaat nog niet. */
const ROOT = join(import.meta.dirname, '../..');
const lees = (pad: string): string => readFileSync(join(ROOT, pad), 'utf8');
const GIDS = lees('docs/handleiding-proceseigenaar.md');
const modellen = readdirSync(join(ROOT, 'bpmn')).filter((naam) => naam.endsWith('.bpmn')).map((naam) => lees(`bpmn/${naam}`)).join('\n');
const hoofdstuk = (naam: string): string => new RegExp(`^#+ ${naam}\\n([\\s\\S]*?)(?=^#|$(?![\\s\\S]))`, 'm').exec(GIDS)![1]!;
const NIEUW = hoofdstuk('Een stap toevoegen');
const bestaandeStappen = new Set([
  ...[...modellen.matchAll(/name="stap" value="([^"]*)"/g)].flatMap(([, stappen]) => stappen!.split(' ')),
  ...readTermijnen(lees('bpmn/termijnen.dmn')).map(({ stap }) => stap),
]);
/** `KT-05`, `CA-06-7w`, `VB-01`; geen melding (`N-29`). */
const STAP = /\b(?!N-)[A-Z]{2,3}-\d{2}[\w-]*/g;
const inCode = [...GIDS.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);

test('zij vertelt in deze volgorde: veranderen, kijken, proberen, uitrollen, weer kijken, terug; dan een incident, en wat nooit een andere naam krijgt', () => {
  expect([...GIDS.matchAll(/^## (.*)$/gm)].map(([, kop]) => kop)).toEqual([
    'In zes stappen', '1. Veranderen', '2. Kijken', '3. Proberen', '4. Uitrollen', '5. Weer kijken', '6. Terug',
    'Bij een incident', 'Wat u nooit hernoemt, en wat er anders gebeurt', 'Hoe de bijzondere onderdelen werken',
  ]);
});

test('elke opdracht die zij noemt bestaat', () => {
  const { scripts } = JSON.parse(lees('package.json')) as { scripts: Record<string, string> };
  const genoemd = [...GIDS.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, naam]) => naam!);
  expect(genoemd.length).toBeGreaterThan(20);
  expect(genoemd.filter((naam) => scripts[naam] === undefined)).toEqual([]);
});

test('elk bestand en elke afbeelding die zij noemt bestaat', () => {
  const paden = inCode.filter((code) => /^(bpmn|forms|koppelingen|docs|nakijken|lint|scripts)\/[\w./-]*$/.test(code));
  expect(paden.length).toBeGreaterThan(20);
  expect(paden.filter((pad) => !existsSync(join(ROOT, pad)))).toEqual([]);
  const afbeeldingen = [...GIDS.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, pad]) => pad!);
  expect(afbeeldingen.length).toBeGreaterThan(2);
  expect(afbeeldingen.filter((pad) => !existsSync(join(ROOT, 'docs', pad)))).toEqual([]);
});

test('elke stap, melding en elk formulier die zij als voorbeeld noemt bestaat', () => {
  const elders = GIDS.replace(NIEUW, '');
  expect([...new Set(elders.match(STAP))].filter((stap) => !bestaandeStappen.has(stap))).toEqual([]);
  const meldingen = [...new Set(GIDS.match(/\bN-\d+[a-z]?\b/g))];
  expect(meldingen.filter((naam) => !existsSync(join(ROOT, `koppelingen/mail/meldingen/${naam}.md`)))).toEqual([]);
  const formulieren = [...GIDS.matchAll(/`=\["([a-z0-9-]+)"\]`/g)].map(([, naam]) => naam!);
  expect(formulieren.filter((naam) => !existsSync(join(ROOT, `forms/${naam}.form`)))).toEqual([]);
});

test('een nieuwe stap krijgt in het voorbeeld een nummer en een id die er nog niet zijn', () => {
  const stappen = [...new Set(NIEUW.match(STAP))];
  expect(stappen).toEqual(['KT-07c', 'GK-06d']);
  expect(stappen.filter((stap) => bestaandeStappen.has(stap))).toEqual([]);
  for (const id of ['KT_07c', 'zorgen_delen']) {
    expect(NIEUW).toContain(`\`${id}\``);
    expect(modellen).not.toContain(`id="${id}"`);
  }
});

test('een andere termijn leest zoals het verslag haar werkelijk noemt', async () => {
  const tabel = lees('bpmn/termijnen.dmn');
  const regel = new RegExp('<rule [^>]*>(?:(?!</rule>)[\\s\\S])*?"KT-05"[\\s\\S]*?</rule>').exec(tabel)![0];
  const met = (aantal: number): ReadonlyMap<string, string> => new Map([['bpmn/termijnen.dmn', tabel.replace(regel, regel.replace(/<text>\d+<\/text>/, `<text>${aantal}</text>`))]]);
  const verslag = await watVeranderde(met(3), met(5));
  expect(verslag).toEqual(['termijn KT-05: 3 → 5 schooldagen']);
  expect(GIDS).toContain(verslag[0]);
});
