import { build } from 'esbuild';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STYLESHEET_TEXT } from '../../beheer/stylesheet.ts';
import { tijdstipTekst } from '../../domein/kalender/datum.ts';
import type { Bestanden } from '../bestanden.ts';
import type { Uitslag } from '../uitslag.ts';
import { gespeeldTekst, inVerlopen, perSoort, voorbeeldTekst } from '../verslag.ts';
import { maakBladen, type Stand } from './merken.ts';

/** Wat er op de pagina komt. */
export interface Inhoud {
  readonly uitslag: Uitslag;
  readonly nu: Bestanden;
  readonly straks: Bestanden;
  readonly op: Date;
}

/** Een kleur heeft altijd ook een teken en een woord. */
const STANDEN: Readonly<Record<Stand, { readonly teken: string; readonly woord: string }>> = { erbij: { teken: '+', woord: 'nieuw' }, anders: { teken: '≠', woord: 'anders' }, weg: { teken: '−', woord: 'weg' } };

const lees = (naam: string): string => readFileSync(new URL(naam, import.meta.url), 'utf8');
const sjabloon = Handlebars.create().compile(lees('pagina.hbs'), { strict: true });

/** Eén HTML-bestand waar alles in zit: het vraagt niets aan een andere plek, ook niet aan Routeboek. */
export async function maakPagina({ uitslag, nu, straks, op }: Inhoud): Promise<string> {
  const totaal = uitslag.verlopen.length;
  const bladen = await maakBladen(nu, straks, uitslag.groepen, totaal);
  return sjabloon({
    stijl: `${STYLESHEET_TEXT}\n${lees('stijl.css')}`, script: inScript(await bundel()), op: tijdstipTekst(op),
    bestanden: uitslag.bestanden, gespeeld: gespeeldTekst(uitslag), legenda: Object.entries(STANDEN).map(([stand, s]) => ({ stand, ...s })),
    gegevens: inScript(JSON.stringify(bladen.map(({ proces, nu: was, straks: wordt, merken }) => ({ proces, nu: was ?? null, straks: wordt ?? null, merken: merken.map(({ id, stand }) => ({ id, stand })) })))),
    bladen: bladen.map(({ proces, merken }) => ({ proces, merken: merken.map((merk) => ({ ...merk, ...STANDEN[merk.stand] })) })),
    soorten: perSoort(uitslag.groepen).map(({ kop, groepen }) => ({ kop, groepen: groepen.map((g) => ({ zin: g.zin, voorbeeld: voorbeeldTekst(g), waar: inVerlopen(g, totaal), verlopen: totaal > 1 && g.verlopen.length > 1 && g.verlopen.length < totaal ? g.verlopen : [] })) })),
    verlopen: uitslag.verlopen,
  });
}

/** Binnen een script mag geen `</script` en geen begin van commentaar staan. */
const inScript = (tekst: string): string => tekst.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\u0021--');

/** Het script van de pagina met bpmn-js, één keer gebundeld. */
async function bundel(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../client/tekenen.ts', import.meta.url))], bundle: true, minify: true, format: 'iife', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent', legalComments: 'none',
  });
  return outputFiles[0]!.text;
}
