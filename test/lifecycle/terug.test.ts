import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { uitrolIn } from '../../domein/uitgerold/uitrol.ts';
import { readRollOuts } from '../../engine/roll-out-log.ts';
import type { ModelFile } from '../../engine/deploy.ts';
import type { Eigenaarsbestand } from '../../nakijken/bestanden.ts';
import { refusalText, rollOut, type RollOut } from '../../roll-out.ts';
import type { Wish } from '../../what-to-roll-out.ts';

let dir: string;
let schijf: Record<string, string>;
let dag: number;
let opEngine: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'routeboek-terug-'));
  schijf = { 'bpmn/termijnen.dmn': 'vijf dagen', 'bpmn/contactadressen.dmn': 'oud@example.org', 'koppelingen/mail/meldingen/N-01.md': 'Beste' };
  dag = 10;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const read = async (): Promise<Eigenaarsbestand[]> => Object.entries(schijf).map(([pad, tekst]) => ({ pad, inhoud: Buffer.from(tekst) }));
async function rol(wish: Wish, check: () => Promise<readonly never[]> = async () => []): Promise<RollOut & { done: true }> {
  const deploy = async (models: readonly ModelFile[]) => { opEngine = models.map(({ content }) => content.toString()); return []; };
  const uitkomst = await rollOut({ dir, who: 'jan', wish, read, check, deploy, now: () => new Date(`2026-11-${dag++}T09:00:00Z`) });
  if (!uitkomst.done) throw new Error('niet uitgerold');
  return uitkomst;
}
const geldt = (pad: string): string => readFileSync(new URL(pad, uitrolIn(dir).wortel()), 'utf8');
const FILES: Wish = { kind: 'files' };

/** Drie uitrollen: de eerste, een verkeerde termijn, en daarna een mailtekst en een adres. */
async function drieUitrollen(): Promise<void> {
  await rol(FILES);
  schijf['bpmn/termijnen.dmn'] = 'vijftig dagen';
  await rol(FILES);
  schijf['koppelingen/mail/meldingen/N-01.md'] = 'Hoi';
  schijf['bpmn/contactadressen.dmn'] = 'nieuw@example.org';
  await rol(FILES);
}

test('terug zet modellen, mailteksten en adressen van de vorige uitrol, en laat de bestanden van de eigenaar staan', async () => {
  await drieUitrollen();
  const { notes, changes } = await rol({ kind: 'back' });
  expect(opEngine).toEqual(expect.arrayContaining(['vijftig dagen', 'oud@example.org']));
  expect([geldt('koppelingen/mail/meldingen/N-01.md'), geldt('bpmn/contactadressen.dmn')]).toEqual(['Beste', 'oud@example.org']);
  expect(schijf['koppelingen/mail/meldingen/N-01.md']).toBe('Hoi');
  expect([...changes].sort()).toEqual(['beslistabel contactadressen gewijzigd', 'mail N-01: tekst gewijzigd']);
  expect(notes).toEqual([
    'U bent terug op uitrol 2 (van 11 november 2026 om 10:00). Mailteksten, schoolkalender en adressen zijn dat ook.',
    'Uw eigen bestanden in bpmn/, forms/ en koppelingen/mail/meldingen/ zijn niet veranderd: de fout staat daar nog in. Verbeter die eerst en draai dan npm run uitrollen. Tot die tijd start Routeboek steeds met deze uitrol.',
    `De bestanden van toen staan in ${dir}/00002, als u ze wilt overnemen.`,
  ]);
});

test('een start na het teruggaan rolt de fout niet opnieuw uit, en zegt dat', async () => {
  await drieUitrollen();
  await rol({ kind: 'back', choice: '1' });
  for (const keer of [1, 2]) {
    const { notes } = await rol({ kind: 'start' });
    expect([keer, geldt('bpmn/termijnen.dmn')]).toEqual([keer, 'vijf dagen']);
    expect(notes).toEqual(['Routeboek gaat door met uitrol 1 (van 10 november 2026 om 10:00), want jan ging daarnaar terug. Uw bestanden in bpmn/, forms/ en koppelingen/mail/meldingen/ zijn anders en zijn niet uitgerold. Verbeter ze en draai npm run uitrollen.']);
  }
});

test('dezelfde bestanden nog eens uitrollen gaat niet stil: alleen met --toch', async () => {
  await drieUitrollen();
  await rol({ kind: 'back' });
  await expect(rol(FILES)).rejects.toThrow('Uw bestanden zijn nog precies die van uitrol 3 (van 12 november 2026 om 10:00), en daarvan ging jan terug. Er is niets uitgerold. Verbeter ze eerst, of draai npm run uitrollen -- --toch als u ze zo wilt.');
  expect(geldt('koppelingen/mail/meldingen/N-01.md')).toBe('Beste');
  await rol({ kind: 'files', again: true });
  expect(geldt('koppelingen/mail/meldingen/N-01.md')).toBe('Hoi');
});

test('na een verbetering rolt npm run uitrollen gewoon uit, en een start daarna ook', async () => {
  await drieUitrollen();
  await rol({ kind: 'back', choice: '1' });
  schijf['bpmn/termijnen.dmn'] = 'zes dagen';
  expect((await rol(FILES)).notes).toEqual([]);
  schijf['bpmn/termijnen.dmn'] = 'zeven dagen';
  expect((await rol({ kind: 'start' })).notes).toEqual([]);
  expect(geldt('bpmn/termijnen.dmn')).toBe('zeven dagen');
});

test('nog eens terug gaat verder terug', async () => {
  await drieUitrollen();
  await rol({ kind: 'back' });
  await rol({ kind: 'back' });
  expect(geldt('bpmn/termijnen.dmn')).toBe('vijf dagen');
  await expect(rol(FILES), 'de bestanden zijn nog die van uitrol 3').rejects.toThrow('precies die van uitrol 3');
});

test('het log zegt wie, wanneer, waarmee en wat; een start zonder wijziging is geen uitrol', async () => {
  await drieUitrollen();
  await rol({ kind: 'start' });
  await rol({ kind: 'back', choice: '1' });
  await rol({ kind: 'start' });
  expect(await readRollOuts(dir)).toEqual([
    { nummer: 1, op: '2026-11-10T09:00:00.000Z', wie: 'jan', hoe: 'npm run uitrollen', wat: [] },
    { nummer: 2, op: '2026-11-11T09:00:00.000Z', wie: 'jan', hoe: 'npm run uitrollen', wat: ['beslistabel termijnen gewijzigd'] },
    { nummer: 3, op: '2026-11-12T09:00:00.000Z', wie: 'jan', hoe: 'npm run uitrollen', wat: ['beslistabel contactadressen gewijzigd', 'mail N-01: tekst gewijzigd'] },
    { nummer: 4, op: '2026-11-14T09:00:00.000Z', wie: 'jan', hoe: 'npm run uitrollen', wat: expect.arrayContaining(['beslistabel termijnen gewijzigd']), terugNaar: 1 },
  ]);
  expect(readdirSync(dir).filter((naam) => /^\d+$/.test(naam))).toHaveLength(4);
});

test('van heel veel uitrollen blijven de laatste vijftig terug te zetten', async () => {
  for (let n = 0; n < 53; n++) {
    dag = 10;
    schijf['bpmn/termijnen.dmn'] = `${n} dagen`;
    await rol(FILES);
  }
  expect((await readRollOuts(dir)).map(({ nummer }) => nummer)).toEqual(Array.from({ length: 50 }, (_, i) => i + 4));
});

test('komt een eerdere uitrol niet door de regels van nu, dan blijft alles zoals het is en staat er wat te doen is', async () => {
  await drieUitrollen();
  const uitkomst = await rollOut({ dir, who: 'jan', wish: { kind: 'back' }, read, now: () => new Date(), deploy: async () => [], check: async () => [{ bestand: 'bpmn/termijnen.dmn', plaats: 'KT-05', tekst: 'Vul het aantal in', regel: 'termijn' }] });
  if (uitkomst.done) throw new Error('uitgerold');
  expect(refusalText(uitkomst, 'back').at(-1)).toBe('Kies een andere uitrol (npm run uitrollen -- --lijst noemt ze), of verbeter uw bestanden en draai npm run uitrollen.');
  expect(geldt('koppelingen/mail/meldingen/N-01.md')).toBe('Hoi');
});
