import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { VIEWS } from '../../scripts/paginas/screens.ts';
import { pdfTekst } from './helpers/pdf.ts';
import { useSample } from './helpers/sample.ts';

const FILTER = 'Schooljaar 2025-2026';
const GEMETEN = 'maandag 16 maart 2026 om 10:15';
const KAART = '/kaart/kernteam?schooljaar=2025-2026';
/** Het deelproces waarvan de binnenkant een eigen blad heeft. */
const BLAD = 'SP_KT_05';

const klachten: string[] = [];
const sample = useSample();
const { bekijk } = sample;

async function open(pad: string, blik: (typeof VIEWS)[number] = VIEWS[0]): Promise<Page> {
  const pagina = await bekijk({ naam: 'kaart', pad, rol: 'swv-management' }, blik);
  pagina.on('console', (regel) => { if (['error', 'warning'].includes(regel.type())) klachten.push(regel.text()); });
  await pagina.locator('#kaart[data-klaar]').waitFor();
  return pagina;
}
async function bewaar(pagina: Page, knop: string): Promise<{ naam: string; inhoud: Buffer }> {
  const [bestand] = await Promise.all([pagina.waitForEvent('download'), pagina.locator('#kaart-acties .acties__knop', { hasText: new RegExp(`^${knop}$`) }).click()]) as [Download, void];
  return { naam: bestand.suggestedFilename(), inhoud: await readFile(await bestand.path()) };
}
describe('de tabel bij een kaart', () => {
  test('komt als CSV en als Excel uit de browser, met filter en moment erin en dezelfde getallen als op de pagina', async () => {
    const pagina = await open(KAART);
    const [xlsx, csv] = [await bewaar(pagina, 'Excel'), await bewaar(pagina, 'CSV')];
    expect([xlsx.naam, csv.naam]).toEqual(['xlsx', 'csv'].map((soort) => `routeboek_kernteam_schooljaar-2025-2026_2026-03-16.${soort}`));
    const regels = parseCsv(csv.inhoud.toString('utf8'), { delimiter: ';' }) as string[][];
    for (const regel of [['Filter', FILTER], ['Gemeten op', GEMETEN], ['Gegevens', `bijgewerkt om ${GEMETEN}`]]) expect(regels).toContainEqual(regel);
    const { sheets } = await readXlsx(xlsx.inhoud);
    expect(sheets.map((blad) => blad.name)).toEqual(['Plekken', 'Paden', 'Over dit bestand']);
    for (const regel of [['Filter', FILTER], ['Gemeten op', GEMETEN]]) expect(sheets[2]!.rows).toContainEqual(regel);

    const opPagina = await pagina.locator('[data-tabel] tbody tr').evaluateAll((rijen) => rijen.map((rij) => [(rij as HTMLTableRowElement).cells[0]!.firstChild!.textContent!.trim(), (rij as HTMLTableRowElement).cells[3]!.textContent!.trim()]));
    const [kop, ...plekken] = sheets[0]!.rows;
    const [wat, nu] = [kop!.indexOf('Wat'), kop!.indexOf('Kinderen nu')];
    expect(opPagina.length).toBeGreaterThan(10);
    expect(plekken.map((rij) => `${String(rij[wat])} ${String(rij[nu]).replace('niet getoond', '•')}`).sort()).toEqual(opPagina.map(([naam, n]) => `${naam!.replace(/\s+/g, ' ')} ${n!}`).sort());
    await pagina.close();
  });
});

describe('de afbeelding van een kaart', () => {
  test('als SVG: op zichzelf, met titel, filter, moment en legenda, en alleen getallen die in de tabel staan', async () => {
    const pagina = await open(KAART);
    const { naam, inhoud } = await bewaar(pagina, 'SVG');
    const svg = inhoud.toString('utf8');
    expect(naam).toBe('routeboek_kernteam_nu_schooljaar-2025-2026_2026-03-16.svg');
    const { fout, teksten, labels } = await pagina.evaluate((tekst) => {
      // Zonder stijl in het document: het beleid van de pagina geldt ook voor wat zij leest.
      const document = new DOMParser().parseFromString(tekst, 'image/svg+xml');
      const lees = (kies: string): string[] => Array.from(document.querySelectorAll(kies), (deel) => deel.textContent ?? '');
      return { fout: lees('parsererror'), teksten: lees('text'), labels: lees('.kaart-labels > text') };
    }, svg);
    expect(fout).toEqual([]);
    for (const regel of ['Verzuimroute met kernteam', 'Waar zijn kinderen nu', `Filter: ${FILTER}`, `Gemeten op: ${GEMETEN}`, `Gegevens: bijgewerkt om ${GEMETEN}`, '5–9 kinderen', '80 kinderen of meer', '<5 = een tot en met vier']) expect(teksten).toContain(regel);
    expect(svg).toContain(`<desc>Filter: ${FILTER}.`);
    expect(labels).toContain('<5');
    const inTabel = await pagina.locator('[data-tabel] tbody td').allTextContents();
    for (const label of labels) for (const getal of label.match(/<5|\d+/g) ?? []) expect(inTabel).toContain(getal);
    // Niets van elders en niets dat een stijlblad nodig heeft.
    expect(svg).not.toMatch(/href=|src=|@import|<style|style=|foreignObject|<image|<script|data:/i);
    expect([...svg.matchAll(/url\(([^)]*)\)/g)].map((m) => m[1]).filter((doel) => !doel!.startsWith('#blad-'))).toEqual([]);
    for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(svg).toContain(`id="${id}"`);
    expect(svg.match(/https?:[^"\s]+/g)?.filter((adres) => adres !== 'http://www.w3.org/2000/svg' && adres !== 'http://bpmn.io')).toEqual([]);
    await pagina.close();
  });

  test('als PNG: twee keer zo scherp, met de kleuren van de hitte, ook wie donker kijkt krijgt haar op wit', async () => {
    const pagina = await open(KAART, VIEWS[1]);
    const svg = (await bewaar(pagina, 'SVG')).inhoud.toString('utf8');
    const { naam, inhoud } = await bewaar(pagina, 'PNG');
    expect(naam).toBe('routeboek_kernteam_nu_schooljaar-2025-2026_2026-03-16.png');
    const [breed, hoog] = [Number(/ width="(\d+)"/.exec(svg)![1]), Number(/ height="(\d+)"/.exec(svg)![1])];
    expect([inhoud.readUInt32BE(16), inhoud.readUInt32BE(20)]).toEqual([2 * breed, 2 * hoog]);
    await pagina.close();
    const los = await (await sample.browser.newContext()).newPage();
    /** Welk deel van het beeld wit is, en welk deel de kleur van een drukke plek heeft (bpmn-js vult bijna dekkend). */
    const { wit, druk } = await los.evaluate(async (base64) => {
      const beeld = new Image();
      beeld.src = `data:image/png;base64,${base64}`;
      await beeld.decode();
      const doek = document.createElement('canvas');
      [doek.width, doek.height] = [beeld.width, beeld.height];
      const pen = doek.getContext('2d')!;
      pen.drawImage(beeld, 0, 0);
      const { data } = pen.getImageData(0, 0, doek.width, doek.height);
      const deel = (kleur: readonly [number, number, number]): number => {
        let n = 0;
        for (let i = 0; i < data.length; i += 4) if (kleur.every((waarde, k) => Math.abs(waarde - data[i + k]!) < 16)) n++;
        return n / (data.length / 4);
      };
      return { wit: deel([255, 255, 255]), druk: deel([0x21, 0x71, 0xb5]) };
    }, inhoud.toString('base64'));
    await los.context().close();
    expect(wit).toBeGreaterThan(0.5);
    // Een taak is honderd bij tachtig, de hele tekening nog geen twee miljoen.
    expect(druk).toBeGreaterThan(0.002);
  });

  test('elk blad apart: wie in een deelproces kijkt bewaart dat, zonder de hitte van het blad erbuiten', async () => {
    const pagina = await open(`${KAART}&blad=${BLAD}`);
    const binnen = await bewaar(pagina, 'SVG');
    const buiten = await (async () => {
      const ander = await open(KAART);
      const bestand = await bewaar(ander, 'SVG');
      await ander.close();
      return bestand;
    })();
    await pagina.close();
    expect(binnen.naam).toBe('routeboek_kernteam_5-Regisseur-bestuur-aanwijzen_nu_schooljaar-2025-2026_2026-03-16.svg');
    const elementen = ({ inhoud }: { inhoud: Buffer }): string[] => [...inhoud.toString('utf8').matchAll(/data-element-id="([^"]+)"/g)].map((m) => m[1]!);
    expect(elementen(binnen).length).toBeGreaterThan(3);
    expect(elementen(binnen).filter((id) => elementen(buiten).includes(id))).toEqual([]);
    expect(binnen.inhoud.toString('utf8')).toContain('Verzuimroute met kernteam › 5 Regisseur bestuur');
  });

  test('ook op een smal scherm en met het toetsenbord', async () => {
    const pagina = await open(KAART, VIEWS[2]);
    await pagina.locator('[data-actie="svg"]').focus();
    const [bestand] = await Promise.all([pagina.waitForEvent('download'), pagina.keyboard.press('Enter')]);
    expect(bestand.suggestedFilename()).toMatch(/\.svg$/);
    await pagina.close();
  });
});

describe('op papier', () => {
  test.each([['licht', VIEWS[0]], ['donker en smal', VIEWS[3]]] as const)('A4 liggend (%s): eerst één tekening met waarover zij gaat en de legenda, dan de tabel, zonder menu en knoppen', async (_naam, blik) => {
    const pagina = await open(KAART, blik);
    const bladen = await pdfTekst(await pagina.pdf({ preferCSSPageSize: true }));
    expect(bladen.map(({ breed, hoog }) => [breed, hoog])).toEqual(bladen.map(() => [842, 595]));
    expect(bladen.length).toBeLessThanOrEqual(4);
    const [eerste, ...tabel] = bladen.map((blad) => blad.tekst);
    for (const deel of ['Verzuimroute met kernteam', 'Waar zijn kinderen nu', FILTER, GEMETEN, '5–9 kinderen', 'een tot en met vier']) expect(eerste).toContain(deel);
    // Elke plek staat één keer in de tekening, en daarna in de tabel.
    expect(eerste!.match(/14 Perspectief/g)).toHaveLength(1);
    expect(tabel.join(' ')).toContain('14 Perspectief bepalen');
    for (const blad of tabel) expect(blad, 'elk vel heeft de koppen').toContain('Wie');
    expect(bladen.map((blad) => blad.tekst).join(' ')).not.toMatch(/Afmelden|Afdrukken|Heatmaps|in tekening|Inzoomen|klikken/);
    await pagina.close();
  });

  test('het beeld van papier gaat weer weg, en op het scherm blijft de tekening zoals zij stond', async () => {
    const pagina = await open(KAART, VIEWS[1]);
    const stand = (): Promise<unknown> => pagina.evaluate(() => [document.querySelectorAll('.kaart-afdruk').length, document.querySelector('.viewport')?.getAttribute('transform'), document.querySelector<SVGElement>('[data-element-id="KT_01"] .djs-visual > rect')?.style.fill]);
    const eerst = await stand();
    await pagina.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await pagina.locator('.kaart-afdruk svg').count()).toBe(1);
    const ids = await pagina.evaluate(() => Array.from(document.querySelectorAll('[id]'), (deel) => deel.id));
    expect(new Set(ids).size, 'geen id twee keer').toBe(ids.length);
    await pagina.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await stand()).toEqual(eerst);
    await pagina.close();
  });
});

test('niets hiervan loopt op het beveiligingsbeleid', () => expect(klachten).toEqual([]));
