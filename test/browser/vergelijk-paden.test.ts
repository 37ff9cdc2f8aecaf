import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { VIEWS } from '../../scripts/paginas/screens.ts';
import { contrast } from '../beheer/kaart/contrast.ts';
import { aanmerkingen } from './helpers/axe.ts';
import { useSample } from './helpers/sample.ts';
import { tekstOpVlak } from './helpers/tekening.ts';

const { bekijk } = useSample();

const PADEN = '/vergelijk?proces=leerling-bespreken&beeld=paden&a.schooljaar=2024-2025&b.schooljaar=2025-2026';
const DOEKEN = ['#kaart-a', '#kaart-b', '#kaart-verschil'] as const;
const open = async (pad = PADEN, blik = 0): Promise<Page> => {
  const pagina = await bekijk({ naam: 'vergelijk-paden', pad, rol: 'swv-management' }, VIEWS[blik]!);
  await pagina.locator('#kaart-verschil[data-klaar]').waitFor();
  return pagina;
};
/** De getallen in een tekening. */
const labels = (pagina: Page, doek: string): Promise<string[]> => pagina.locator(`${doek} .kaart-labels text`).allTextContents();
/** De banden onder de pijlen van een tekening. */
const banden = (pagina: Page, doek: string): Promise<{ dik: number; kleur: string }[]> => pagina.locator(`${doek} .kaart-banden path`).evaluateAll((paden) => paden.map((pad) => ({ dik: Number(pad.getAttribute('stroke-width')), kleur: pad.getAttribute('stroke') ?? '' })));
/** Wat de tabel per pijl onder Deel, Verschil zegt, waar er een verschil is. */
const verschillen = async (pagina: Page): Promise<string[]> => (await pagina.locator('[data-tabel] tbody tr td:nth-child(6)').allTextContents()).filter((t) => /\d/.test(t));
const alsGetal = (tekst: string): number => Number(tekst.replace('−', '-').replace(' pp', ''));

test('in het verschil heeft elke pijl waar iets te kiezen was het getal van de tabel, en een band in de kleur van de legenda', async () => {
  const pagina = await open();
  const getallen = await verschillen(pagina);
  expect(getallen.length).toBeGreaterThan(4);
  expect((await labels(pagina, '#kaart-verschil')).filter((t) => /\d/.test(t)).sort()).toEqual([...getallen].sort());
  const legenda = await pagina.locator('#verschil [data-legenda] rect').evaluateAll((vakjes) => vakjes.map((vakje) => vakje.getAttribute('fill')));
  const treden = (await banden(pagina, '#kaart-verschil')).map(({ kleur }) => legenda.indexOf(kleur) - 3);
  expect(treden.every((trede) => trede >= -3 && trede !== 0), 'gelijk heeft geen band').toBe(true);
  expect(treden.map(Math.sign).sort()).toEqual(getallen.map((t) => Math.sign(alsGetal(t))).filter((n) => n !== 0).sort());
  await pagina.close();
});

test('even vaak is bij A en B een even dikke band in dezelfde kleur, en vaker is dikker', async () => {
  const pagina = await open();
  const band = new Map<number, { dik: number; kleur: string }>();
  for (const doek of ['#kaart-a', '#kaart-b']) {
    const getallen = (await labels(pagina, doek)).filter((t) => /^\d+$/.test(t)).map(Number);
    const alle = await banden(pagina, doek);
    expect([doek, alle.length]).toEqual([doek, getallen.length]);
    for (const [i, n] of getallen.entries()) {
      expect(alle[i], `${doek} ${n}`).toEqual(band.get(n) ?? alle[i]);
      band.set(n, alle[i]!);
    }
  }
  const diktes = [...band].sort(([m], [n]) => m - n).map(([, { dik }]) => dik);
  expect(diktes.length).toBeGreaterThan(4);
  expect(diktes).toEqual([...new Set(diktes)].sort((m, n) => m - n));
  await pagina.close();
});

test('een getal bedekt de pijl niet waar het bij hoort, ook als die korter is dan het getal', async () => {
  const pagina = await open();
  const bedekt = await pagina.evaluate(() => {
    const vakken = Array.from(document.querySelectorAll('#kaart-verschil .kaart-labels rect'), (vak) => vak.getBoundingClientRect());
    const pijlen = Array.from(document.querySelectorAll('#kaart-verschil .djs-connection .djs-visual > path'), (pad) => pad.getBoundingClientRect()).filter(({ width }) => width > 0);
    return pijlen.filter((pijl) => vakken.some((vak) => vak.left <= pijl.left && vak.right >= pijl.right && vak.top <= pijl.top && vak.bottom >= pijl.bottom)).length;
  });
  expect(bedekt).toBe(0);
  await pagina.close();
});

test.each([0, 1])('elke tekst in de tekening van het verschil is leesbaar op wat eronder ligt (blik %i)', async (blik) => {
  const pagina = await open(PADEN, blik);
  const paren = await tekstOpVlak(pagina, '#kaart-verschil');
  expect(paren.length).toBeGreaterThan(20);
  expect(paren.filter(([, inkt, vlak]) => contrast(inkt, vlak) < 4.5)).toEqual([]);
  await pagina.close();
});

test('sorteren, en vanuit de lijst erboven een pijl in alle drie de tekeningen en in de tabel kiezen', async () => {
  const pagina = await open();
  await pagina.getByRole('columnheader', { name: 'Deel, Verschil' }).getByRole('button').click();
  expect(new URL(pagina.url()).searchParams.get('sorteer')).toBe('deelVerschil');
  const getallen = (await verschillen(pagina)).map(alsGetal);
  expect(getallen).toEqual([...getallen].sort((x, y) => x - y));
  const eerste = pagina.locator('.kaart-top__lijst a').first();
  const id = (await eerste.getAttribute('data-kies'))!;
  await eerste.click();
  for (const doek of DOEKEN) expect(await pagina.locator(`${doek} [data-element-id="${id}"].kaart-keus`).count(), doek).toBe(1);
  expect(await pagina.locator('tr[aria-current="true"]').getAttribute('data-id')).toBe(id);
  expect(await pagina.locator('[data-gekozen]:not([hidden])').textContent()).toMatch(/Antwoord(Ja|Nee).*Deel, Verschil.\d+ pp/);
  await pagina.close();
});

test.each([0, 3])('ook met een kenmerk: de pagina zegt waarom er niets staat, axe heeft niets aan te merken, en niets valt buiten beeld (blik %i)', async (blik) => {
  for (const [pad, zin] of [[PADEN, /Grootste verschil/], [`${PADEN}&b.bestuur=Stichting+Wijzer`, /Er is geen verschil in paden te laten zien: met een filter op bestuur, zoals bij B/]] as const) {
    const pagina = await open(pad, blik);
    expect(await pagina.locator('main').textContent()).toMatch(zin);
    expect(await aanmerkingen(pagina)).toEqual([]);
    expect(await pagina.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await pagina.close();
  }
});
