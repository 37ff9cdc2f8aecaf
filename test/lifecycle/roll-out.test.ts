import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { makeFormulierlezer } from '../../domein/logboek/formulier.ts';
import { modelstappen } from '../../domein/stappen/modelstappen.ts';
import { uitrolIn, volgUitrol } from '../../domein/uitgerold/uitrol.ts';
import { readRefusal } from '../../engine/deployed-snapshot.ts';
import { alsRegel, type Bevinding } from '../../nakijken/bevinding.ts';
import { leesBestanden, type Eigenaarsbestand } from '../../nakijken/bestanden.ts';
import { refusalText, rollOut } from '../../roll-out.ts';
import { defaultMailOptions } from '../../workers/runtime/mail-options.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-uitrol-')); });
afterEach(() => {
  volgUitrol();
  rmSync(dir, { recursive: true, force: true });
});

const echt = await leesBestanden();
const anders = (pad: string, verander: (tekst: string) => string): Eigenaarsbestand[] => echt.map((bestand) => (bestand.pad === pad ? { pad, inhoud: Buffer.from(verander(bestand.inhoud.toString())) } : bestand));
const FOUT: Bevinding = { bestand: 'bpmn/kernteam.bpmn', plaats: 'KT_05', tekst: 'Vul de groep in', regel: 'groep' };
const now = () => new Date('2026-11-12T08:14:00Z');
const deployed = [{ kind: 'proces' as const, id: 'kernteam', version: 1, key: '1' }];
const klopt = async (): Promise<readonly Bevinding[]> => [];

test('wat niet klopt komt niet op de engine, en de vorige uitrol blijft gelden', async () => {
  const deploy = vi.fn(async () => deployed);
  await rollOut({ dir, who: 'jan', deploy, now, check: klopt });
  const nu = uitrolIn(dir).wortel().href;
  const read = async () => anders('bpmn/kernteam.bpmn', (xml) => xml.replace('name="Regisseurs voorstellen"', 'name="Anders"'));
  const uitkomst = await rollOut({ dir, who: 'jan', deploy, now, read, check: async () => [FOUT] });
  if (uitkomst.done) throw new Error('uitgerold');
  expect(deploy).toHaveBeenCalledTimes(1);
  expect(uitrolIn(dir).wortel().href).toBe(nu);
  expect((await readRefusal(dir))?.regels).toEqual([alsRegel(FOUT)]);
  expect(refusalText(uitkomst)).toEqual([
    'Er klopt één ding niet; er is niets uitgerold. Wat draait, gaat door op de vorige uitrol (van 12 november 2026 om 09:14): lopende casussen, mails en termijnen merken hier niets van.',
    '- bpmn/kernteam.bpmn  KT_05  Vul de groep in  (groep)',
    'Verbeter dit en draai npm run uitrollen; opnieuw starten hoeft niet.',
  ]);
});

test('de eerste keer is er niets om op door te gaan', async () => {
  const uitkomst = await rollOut({ dir, who: 'jan', deploy: async () => deployed, now, check: async () => [FOUT, { ...FOUT, plaats: 'KT_06' }] });
  expect(uitkomst).toMatchObject({ done: false, earlier: false });
  expect(refusalText(uitkomst as Parameters<typeof refusalText>[0])[0]).toBe('Er kloppen 2 dingen niet; er is niets uitgerold.');
});

test('wat al is nagekeken en uitgerold, wordt bij een herstart niet nog eens nagekeken; één letter anders wel', async () => {
  const check = vi.fn(klopt);
  const keer = (read = async () => echt) => rollOut({ dir, who: 'jan', deploy: async () => deployed, now, read, check });
  await keer();
  await keer();
  expect(check).toHaveBeenCalledTimes(1);
  await keer(async () => anders('koppelingen/mail/meldingen/N-01.md', (tekst) => `${tekst}!`));
  expect(check).toHaveBeenCalledTimes(2);
});

test('weigert de engine zelf een onderdeel, dan staat er welk, en blijft de vorige uitrol gelden', async () => {
  await rollOut({ dir, who: 'jan', deploy: async () => deployed, now, check: klopt });
  const error = Object.assign(new Error('3 INVALID_ARGUMENT'), { code: 3, details: "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:\n'kernteam.bpmn': - Element: KT_05 > extensionElements > calledElement\n    - ERROR: Attribute 'processId' must be present and not empty\n" });
  const uitkomst = await rollOut({ dir, who: 'jan', deploy: async () => { throw error; }, now, read: async () => anders('bpmn/kernteam.bpmn', (xml) => `${xml}\n`), check: klopt });
  expect(uitkomst).toMatchObject({ done: false, findings: [{ bestand: 'bpmn/kernteam.bpmn', plaats: 'KT_05', regel: 'engine' }] });
});

test('is de engine er even niet, dan is dat geen weigering', async () => {
  const weg = Object.assign(new Error('14 UNAVAILABLE'), { code: 14 });
  await expect(rollOut({ dir, who: 'jan', deploy: async () => { throw weg; }, now, check: klopt })).rejects.toBe(weg);
  expect(await readRefusal(dir)).toBeUndefined();
});

test('mailteksten, kalender, formulieren en stappen gelden na een uitrol meteen, zonder herstart', async () => {
  const rol = (read = async () => echt) => rollOut({ dir, who: 'jan', deploy: async () => deployed, now, read, check: klopt });
  await rol();
  volgUitrol(uitrolIn(dir));
  // Zo maakt een werker ze bij zijn start, één keer.
  const [mail, kalenders, lees] = [defaultMailOptions(), schoolkalenders(), makeFormulierlezer()];
  const altijd = { casusnummer: '2026-0147', schoolNaam: 'S', contactNaam: 'C', contactEmail: 'c@example.org', takenlijst: 't', leerplichtig: true, metKernteam: true, geoorloofd: false };
  const onderwerp = () => mail.sjablonen.get('N-01')?.[0]?.maak(altijd, {}).onderwerp;
  expect([onderwerp(), kalenders().isSchooldag('2026-11-12')]).toEqual(['Nieuwe leerling om te bespreken, casus 2026-0147', true]);
  expect((await modelstappen('kernteam', 'KT_03')).naam).toBe('Regisseurs voorstellen');
  expect((await lees('bren')).some(({ sleutel }) => sleutel === 'nieuwVeld')).toBe(false);

  await rol(async () => echt.map((bestand) => {
    const verander = {
      'koppelingen/mail/meldingen/N-01.md': (t: string) => t.replace('Nieuwe leerling om te bespreken', 'Een leerling om te bespreken'),
      'bpmn/schoolvakanties.json': (t: string) => t.replace('"scholen": {', '"scholen": { "10AB": { "vrijeDagen": [ { "naam": "studiedag", "datum": "2026-11-12" } ] },').replace('] },}', '] }}').replace('] }, }', '] } }'),
      'bpmn/kernteam.bpmn': (t: string) => t.replace('name="Regisseurs voorstellen"', 'name="Twee regisseurs voorstellen"'),
      'forms/bren.form': (t: string) => t.replace('"components": [', '"components": [ { "type": "textfield", "id": "Field_nieuw", "key": "nieuwVeld", "label": "Nieuw" },'),
    }[bestand.pad];
    return verander ? { ...bestand, inhoud: Buffer.from(verander(bestand.inhoud.toString())) } : bestand;
  }));
  expect([onderwerp(), kalenders('10AB').isSchooldag('2026-11-12'), kalenders().isSchooldag('2026-11-12')]).toEqual(['Een leerling om te bespreken, casus 2026-0147', false, true]);
  expect((await modelstappen('kernteam', 'KT_03')).naam).toBe('Twee regisseurs voorstellen');
  expect((await lees('bren')).some(({ sleutel }) => sleutel === 'nieuwVeld')).toBe(true);
});

test('na een andere termijn staat er wie daar nu een taak heeft, bij een start net als bij uitrollen', async () => {
  const begin = { dir, who: 'jan', deploy: async () => deployed, now, check: klopt };
  await rollOut(begin);
  const read = async () => anders('bpmn/termijnen.dmn', (tekst) => tekst.replace(/(regel_kt_05_uiterlijk_uit_2">\s*<text>)3/, '$15'));
  const uitkomst = await rollOut({ ...begin, wish: { kind: 'start' }, read });
  if (!uitkomst.done) throw new Error('niet uitgerold');
  const taak = { elementId: 'KT_05', processInstanceKey: '7', rootInstance: '7' } as never;
  expect(await uitkomst.touched({ openTasks: async () => [taak], instances: async () => [], activeElements: async () => [] } as never)).toEqual(['1 casus staat bij KT-05; haar open taak houdt haar einddatum']);
  const zelfde = await rollOut({ ...begin, wish: { kind: 'start' }, read });
  expect(zelfde.done && await zelfde.touched({ openTasks: () => Promise.reject(new Error('hoeft niet gelezen')) } as never)).toEqual([]);
});
