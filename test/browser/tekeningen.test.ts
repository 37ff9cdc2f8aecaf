import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTekenaar, teken } from '../../scripts/tekeningen/tekenaar.ts';

const ROOT = join(import.meta.dirname, '../..');
const lees = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const modellen = readdirSync(join(ROOT, 'bpmn')).filter((b) => b.endsWith('.bpmn')).map((b) => b.slice(0, -'.bpmn'.length));

describe('tekeningen van de modellen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openTekenaar();
  });
  afterAll(() => browser.close());

  it('ieder blad van een model apart, met zijn labels', async () => {
    const bladen = await teken(browser, lees('bpmn/vier-weken.bpmn'));
    expect(bladen.map((b) => b.blad)).toContain('');
    const aanbod = bladen.find((b) => b.blad === 'SP_AANBOD')!;
    expect(aanbod.svg).toContain('id="onderwijsaanbod"');
    expect(aanbod.svg).not.toContain('id="voortgang_monitoren"');
    expect(aanbod.png.subarray(1, 4).toString()).toBe('PNG');
  });

  it('een label breekt op dezelfde plek, welke letters er ook op de machine staan', async () => {
    const [blad] = await teken(browser, lees('bpmn/vrijstelling-ontheffing.bpmn'));
    const label = blad!.svg.slice(blad!.svg.indexOf('data-element-id="gw_VR_02_label"'));
    expect([...label.slice(0, label.indexOf('</text>')).matchAll(/<tspan[^>]*>([^<]*)</g)].map((m) => m[1])).toEqual(['Gaat het om ', 'onderwijstijd?']);
  });

  it('twee keer tekenen geeft dezelfde tekening', async () => {
    const xml = lees('bpmn/jgz-aanmelding.bpmn');
    const svg = async () => (await teken(browser, xml)).map((b) => b.svg);
    expect(await svg()).toEqual(await svg());
  });
});

describe('docs/tekeningen', () => {
  it.each(modellen)('%s heeft van ieder blad een tekening', (model) => {
    const xml = lees(`bpmn/${model}.bpmn`);
    const bladen = [...xml.matchAll(/<bpmndi:BPMNPlane [^>]*bpmnElement="([^"]+)"/g)].map((m) => (m[1] === model ? model : `${model}--${m[1]}`));
    const ontbreekt = bladen.flatMap((b) => [`${b}.svg`, `${b}.png`]).filter((b) => !existsSync(join(ROOT, 'docs/tekeningen', b)));
    expect(ontbreekt, 'draai npm run tekeningen').toEqual([]);
  });
});
