import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bewaarPagina } from '../../proef/pagina/bewaren.ts';
import { maakBladen } from '../../proef/pagina/merken.ts';
import { maakPagina, type Inhoud } from '../../proef/pagina/pagina.ts';
import { verslag } from '../../proef/verslag.ts';
import { voorbeeld } from './voorbeeld.ts';

let inhoud: Inhoud;
beforeAll(async () => { inhoud = await voorbeeld(); });

test('het verslag op het scherm', () => {
  expect(verslag(inhoud.uitslag).slice(verslag(inhoud.uitslag).indexOf('Dit raakt het proces kernteam.'))).toEqual([
    'Dit raakt het proces kernteam.',
    'Gespeeld: 2 verlopen van verzonnen kinderen, elk met wat nu draait en met uw bestanden, van maandag 7 september 2026 tot en met woensdag 31 maart 2027. Nog 3 andere komen nergens langs wat verandert.',
    'Dit zijn de verlopen die het meest van elkaar verschillen. Nog 21 andere kunnen hier langs komen; die speelt npm run proef -- --alles ook, dat duurt langer.',
    'De afgesloten casussen van het afgelopen jaar volgden 4 verschillende paden: 2 lopen als een scenario, 1 is nagespeeld, 1 was met verzonnen antwoorden niet te volgen.',
    '', 'Dit wordt anders:', 'Termijnen:', '- KT-05 "Regisseur aanwijzen": 2 schooldagen meer tijd (nu uiterlijk donderdag 10 september, straks maandag 14 september) in "hersteld"',
    'Mails:', '- mail N-12 aan ouder gaat niet meer uit (nu dinsdag 8 september) in "hersteld"',
  ]);
});

describe('de pagina', () => {
  test('kleurt wat in het model anders is en wat bij het spelen anders ging, met dezelfde woorden', async () => {
    const [blad, ...rest] = await maakBladen(inhoud.nu, inhoud.straks, inhoud.uitslag.groepen, 2);
    expect([blad!.proces, rest]).toEqual(['kernteam', []]);
    expect(blad!.merken.filter(({ id }) => /KT_05|KT_06w/.test(id)).map(({ id, stand }) => [id, stand]).sort()).toEqual(expect.arrayContaining([['KT_05', 'anders'], ['KT_05_bekend', 'erbij'], ['KT_05n', 'weg'], ['KT_06w', 'anders']]));
    expect(blad!.merken.find(({ id }) => id === 'KT_05')!.zinnen).toEqual(['KT-05 "Regisseur aanwijzen": 2 schooldagen meer tijd (nu uiterlijk donderdag 10 september, straks maandag 14 september) in "hersteld"']);
  });

  test('vraagt niets aan een andere plek, en een naam met een script erin blijft tekst', async () => {
    const kwaad = '</script><script>alert(1)</script>';
    const html = await maakPagina({ ...inhoud, straks: new Map([...inhoud.straks].map(([pad, tekst]) => [pad, pad === 'bpmn/kernteam.bpmn' ? tekst.replace('2 Verzuim blijven volgen', kwaad.replaceAll('<', '&lt;')) : tekst])), uitslag: { ...inhoud.uitslag, bestanden: [kwaad] } });
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<(?:script|link|img|iframe)[^>]*(?:src|href)=/g)).toBeNull();
    expect(html).not.toContain('<script>alert(1)');
    expect(html).toContain('<html lang="nl">');
  });

  test('wordt bewaard waar alleen de eigenaar bij kan, en van de oude blijven er tien', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'proef-pagina-'));
    try {
      for (let dag = 1; dag <= 11; dag++) await bewaarPagina(dir, { ...inhoud, uitslag: { ...inhoud.uitslag, groepen: [] }, nu: new Map(), straks: new Map(), op: new Date(Date.UTC(2026, 10, dag)) });
      const namen = (await readdir(dir)).sort();
      expect([namen.length, namen[0], namen.at(-1)]).toEqual([10, 'proef-2026-11-02T000000.html', 'proef-2026-11-11T000000.html']);
      expect(await readFile(join(dir, namen[0]!), 'utf8')).toContain('wordt niets anders');
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});
