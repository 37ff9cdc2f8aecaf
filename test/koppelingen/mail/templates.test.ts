import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../../koppelingen/mail/templates.ts';
import { inWords } from '../../../koppelingen/mail/wording.ts';

const sjablonen = readTemplates();
// De maandmail gaat over geen casus (test/workers/maandmail-versturen).
const alle = [...sjablonen.values()].flat().filter(({ melding }) => melding !== 'N-93');
const altijd = { casusnummer: '2025-0147', schoolNaam: 'OBS De Wilgenbrug', contactNaam: 'J. Jansen', contactEmail: 'ib@wilgenbrug.example', takenlijst: 'https://taken.example', leerplichtig: true, metKernteam: true, geoorloofd: false };

/** Over de meldcode: het onderwerp noemt ook de casus niet (errata §2.3). */
const IN_VERTROUWEN = ['N-56', 'N-59'];

test('alle meldingen van de spec zijn er, en die van terugval', () => {
  const verwacht = [...Array.from({ length: 35 }, (_, i) => `N-${String(i + 1).padStart(2, '0')}`), 'N-11b', 'N-11c', 'N-29b', 'N-40', 'N-41', 'N-45', 'N-50', 'N-51', 'N-52', 'N-53', 'N-54', 'N-55', 'N-56', 'N-57', 'N-58', 'N-59', 'N-60', 'N-61', 'N-62', 'N-63', 'N-64', 'N-65', 'N-66', 'N-67', 'N-70', 'N-71', 'N-72', 'N-73', 'N-74', 'N-75', 'N-76', 'N-77', 'N-78', 'N-80', 'N-81', 'N-82', 'N-84', 'N-85', 'N-90', 'N-91', 'N-92', 'N-93', 'N-94', 'N-95', 'N-96', 'N-97', 'N-98'].sort();
  expect([...sjablonen.keys()].sort()).toEqual(verwacht);
});

describe.each(alle.map((s) => [`${s.melding}${s.voorOuders ? ' voor ouders' : ''}`, s] as const))('%s', (_naam, sjabloon) => {
  const { onderwerp, tekst } = sjabloon.maak(altijd, {});

  test('noemt in het onderwerp alleen het casusnummer, in elke stand', () => {
    if (IN_VERTROUWEN.includes(sjabloon.melding)) expect(onderwerp).not.toContain('2025-0147');
    else expect(onderwerp).toContain('2025-0147');
    expect(onderwerp).not.toMatch(/Wilgenbrug|Jansen|\{\{/);
  });

  test('zegt wat de ontvanger moet of kan doen, en waarom hij dit krijgt', () => {
    expect(tekst).toMatch(sjabloon.voorOuders ? /Wat kunt u doen\?/ : /Wat wordt er van u gevraagd\?|Wat gebeurt er nu\?/);
    expect(tekst).toContain(sjabloon.waarom);
    expect(sjabloon.bron).toMatch(/r\. \d|voorstel/);
  });

  test('laat zonder gegevens geen gat, plaatshouder of "null" achter', () => {
    expect(tekst).not.toMatch(/\{\{|undefined|null|\[object/);
    expect(tekst).not.toMatch(/ {2,}|: ?\n\n\n/);
  });

  test('ouders en de nieuwe plek krijgen geen takenlijst en anderen wel', () => {
    expect(tekst.includes('https://taken.example')).toBe(!sjabloon.voorOuders && sjabloon.melding !== 'N-82');
  });
});

test('de route bepaalt de ontvangers waar de spec dat zegt', () => {
  const aan = (melding: string, route: string) => sjablonen.get(melding)?.[0]?.aan(route);
  expect(aan('N-13', 'kernteam')).toEqual(['regisseur-swv', 'regisseur-schoolbestuur', 'ib-er']);
  expect(aan('N-13', 'geen-kernteam')).toEqual(['ib-er', 'contactpersoon-swv']);
  expect(aan('N-02', 'kernteam')).toEqual(['schoolbestuur']);
});

test('een onbekend gegeven wordt genegeerd en een bekend gegeven ingevuld', () => {
  const n10 = sjablonen.get('N-10')?.[0]?.maak(altijd, { dagenThuisWeek: 3.5, gesprekDatum: '2025-09-24', vreemd: 'geheim' });
  expect(n10?.tekst).toContain('3,5 dagen per week thuis');
  expect(n10?.tekst).toContain('24 september 2025');
  expect(n10?.tekst).not.toContain('geheim');
});

test('codes komen in gewone woorden, ook een code die nog niemand kende', () => {
  expect(inWords(['ZESTIEN_UUR_4WK', 'NEGEN_KEER_TE_LAAT'])).toBe('16 uur of meer gemist in vier lesweken en negen keer of vaker te laat');
  expect(inWords('NIEUWE_CODE')).toBe('nieuwe code');
  expect(inWords('De Sprong')).toBe('De Sprong');
  expect(inWords(null)).toBe('niet opgegeven');
});

describe('een fout in een melding blijkt bij het lezen, met bestand en plaats', () => {
  const kop = 'onderwerp: "Casus {{casusnummer}}"\naan: [ib-er]\nwaarom: dit een proef is\nbron: voorstel';
  const metBestand = (inhoud: string): URL => {
    const dir = mkdtempSync(join(tmpdir(), 'meldingen-'));
    for (const voet of ['voet.md', 'voet-buiten.md', 'voet-management.md', 'voet-ouders.md']) copyFileSync(new URL(`../../../koppelingen/mail/meldingen/${voet}`, import.meta.url), join(dir, voet));
    writeFileSync(join(dir, 'N-01.md'), inhoud);
    return pathToFileURL(`${dir}/`);
  };
  test.each([
    ['onbekende plaatshouder', `---\n${kop}\n---\nHallo {{leerlingNaam}}.\n`, /N-01\.md, regel 7: De plaatshouder \{\{leerlingNaam\}\} bestaat niet/],
    ['onbekende plaatshouder in een voorwaarde', `---\n${kop}\n---\n{{#if datm}}x{{/if}}\n`, /\{\{datm\}\}/],
    ['onbekende hulp', `---\n${kop}\n---\n{{hoofdletters casusnummer}}\n`, /regel 7: De hulp \{\{hoofdletters …\}\} bestaat niet/],
    ['geen kop', 'Hallo', /regel 1: De kop ontbreekt/],
    ['geen bron', '---\nonderwerp: "Casus {{casusnummer}}"\naan: [ib-er]\nwaarom: dit een proef is\n---\nHallo\n', /kop, bron: Vul in: waar de tekst vandaan komt/],
    ['een kop die niet te lezen is', '---\nonderwerp: "Casus\naan: [ib-er]\n---\nHallo\n', /regel \d: De kop is hier niet te lezen/],
    ['een veld dat een kop niet kent', `---\n${kop}\ncc: [ib-er]\n---\nHallo\n`, /"cc" kent een melding niet/],
    ['een blok dat niet sluit', `---\n${kop}\n---\n{{#if casusnummer}}Hallo\n`, /regel \d+: Hier klopt een plaatshouder niet/],
    ['meer fouten tegelijk', `---\n${kop}\n---\n{{een}}\n\n{{twee}}\n`, /regel 7: .*\{\{een\}\}[^]*regel 9: .*\{\{twee\}\}/],
    ['geen tekst', `---\n${kop}\n---\n\n`, /De tekst ontbreekt/],
    ['ouders en anderen samen', `---\n${kop.replace('[ib-er]', '[ib-er, ouders]')}\n---\nHallo\n`, /mengt ouders/],
    ['management en anderen samen', `---\n${kop.replace('[ib-er]', '[ib-er, swv-management]')}\n---\nHallo\n`, /kop, aan: Deze melding mengt swv-management met anderen/],
    ['cijfers met een casus', `---\n${kop.replace('[ib-er]', '[swv-management]').replace(' {{casusnummer}}', '')}\n---\nCasus {{casusnummer}} van {{schoolNaam}}\n`, /regel 7: .*\{\{casusnummer\}\}[^]*\{\{schoolNaam\}\}/],
    ['cijfers met een casus in het onderwerp', `---\n${kop.replace('[ib-er]', '[swv-management]')}\n---\nHallo\n`, /kop, onderwerp: In het onderwerp mag alleen \{\{maand\}\} staan/],
    ['ouders met een takenlijst', `---\n${kop.replace('[ib-er]', '[ouders]')}\n---\n{{takenlijst}}\n`, /\{\{takenlijst\}\}/],
  ])('%s', (_naam, inhoud, verwacht) => {
    expect(() => readTemplates(metBestand(inhoud))).toThrow(verwacht);
  });
});
