import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { metLegend } from './legend.ts';
import type { RolGroep } from './rolkleuren.ts';

const eis = createRequire(import.meta.url);
const VIEWER = eis.resolve('bpmn-js/dist/bpmn-viewer.production.min.js');
/** Arimo is even breed als Arial, dat bpmn-js vraagt en niet overal geïnstalleerd is: een label breekt zo op elke machine op dezelfde plek. */
const LETTERS = [400, 700].map((dikte) => {
  const bytes = readFileSync(eis.resolve(`@fontsource/arimo/files/arimo-latin-${dikte}-normal.woff2`));
  return `@font-face { font-family: Arial; font-weight: ${dikte}; src: url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2'); }`;
}).join('\n');

/** Eén blad: het model zelf, of het blad achter een dichtgeklapt deelproces. */
export interface Tekening {
  /** Leeg voor het model zelf, anders het id van het deelproces. */
  readonly blad: string;
  readonly svg: string;
  readonly png: Buffer;
}

/** Wat in de bladzijde van chromium bestaat nadat de viewer geladen is. */
interface Viewer {
  importXML(xml: string): Promise<unknown>;
  saveSVG(): Promise<{ svg: string }>;
  get(naam: 'canvas'): { getRootElements(): { id: string; children?: unknown[] }[]; setRootElement(wortel: unknown): void };
}
declare const BpmnJS: new (opties: { container: string }) => Viewer;

/** Zoekt chromium: eerst de omgevingsvariabele CHROMIUM, dan de plaatsen waar Debian en Ubuntu hem zetten. */
export function zoekChromium(): string {
  const gevonden = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => p && existsSync(p));
  if (!gevonden) throw new Error('Chromium is niet gevonden. Installeer het (Debian: apt-get install chromium) of zet CHROMIUM op het pad van het programma.');
  return gevonden;
}

/** Opent chromium voor tekenen; de aanroeper sluit hem. */
export function openTekenaar(): Promise<Browser> {
  return chromium.launch({ executablePath: zoekChromium(), args: ['--no-sandbox', '--font-render-hinting=none'] });
}

/** bpmn-js nummert pijlpunten willekeurig; met vaste nummers verandert een tekening alleen als het model verandert. */
function vasteNummers(svg: string): string {
  const nummers = new Map<string, string>();
  return svg.replace(/\b(marker|pattern)-[A-Za-z0-9_%().,-]*[A-Za-z0-9]/g, (id) => {
    if (!nummers.has(id)) nummers.set(id, `punt-${nummers.size + 1}`);
    return nummers.get(id)!;
  });
}

/** Een lege bladzijde met de letters erin, want wie tekst meet voordat zij er zijn, meet andere. */
export async function withFonts(pagina: Page, inhoud: string): Promise<void> {
  await pagina.setContent(`<style>${LETTERS}</style>${inhoud}`);
  await pagina.evaluate(async () => { await Promise.all([document.fonts.load('12px Arial'), document.fonts.load('bold 12px Arial')]); });
}

async function foto(pagina: Page, svg: string): Promise<Buffer> {
  await withFonts(pagina, `<body style="margin:0;background:white">${svg}</body>`);
  return pagina.locator('svg').first().screenshot({ type: 'png' });
}

/** Tekent ieder blad van een model, met een legenda van de groepen die erop staan. Werkt zonder internet: de viewer komt uit node_modules. */
export async function teken(browser: Browser, xml: string, groepen: readonly RolGroep[] = []): Promise<Tekening[]> {
  const pagina = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  try {
    await withFonts(pagina, '<div id="blad" style="width:1600px;height:1000px"></div>');
    await pagina.addScriptTag({ content: readFileSync(VIEWER, 'utf8') });
    const bladen = await pagina.evaluate(async (model) => {
      const viewer = new BpmnJS({ container: '#blad' });
      await viewer.importXML(model);
      const canvas = viewer.get('canvas');
      const uit: { blad: string; svg: string }[] = [];
      for (const wortel of canvas.getRootElements().filter((w) => (w.children ?? []).length > 0)) {
        canvas.setRootElement(wortel);
        uit.push({ blad: wortel.id.endsWith('_plane') ? wortel.id.slice(0, -'_plane'.length) : '', svg: (await viewer.saveSVG()).svg });
      }
      return uit;
    }, xml);
    const tekeningen: Tekening[] = [];
    for (const { blad, svg: kaal } of bladen) {
      const svg = metLegend(kaal, groepen);
      tekeningen.push({ blad, svg: vasteNummers(svg), png: await foto(pagina, svg) });
    }
    return tekeningen;
  } finally {
    await pagina.close();
  }
}
