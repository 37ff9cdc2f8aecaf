import type { Bevinding } from './bevinding.ts';
import { leesCode, type Bronbestand } from './code.ts';
import { MAPPEN, type Eigenaarsbestand } from './bestanden.ts';
import { leesFormulier, type Formulierbestand } from './formulieren/lezen.ts';
import { leesbareJson, leesbareTekst, type Onleesbaar } from './lezen.ts';
import { leesModel, type Modelbestand } from './modellen/lezen.ts';
import { leesTabel, type Tabelbestand } from './tabellen/lezen.ts';

/** Alles wat de proceseigenaar beheert, één keer gelezen; elke regel kijkt hierin. */
export interface Project {
  /** De tekst van elk bestand dat te lezen was, per pad. */
  readonly teksten: ReadonlyMap<string, string>;
  readonly modellen: readonly Modelbestand[];
  readonly tabellen: readonly Tabelbestand[];
  readonly formulieren: readonly Formulierbestand[];
  /** De programmatuur die met deze bestanden werkt. */
  readonly code: readonly Bronbestand[];
  /** De paden van alle bestanden, ook die niet te lezen waren. */
  readonly paden: readonly string[];
  /** Is elk bestand gelezen? Zo niet, dan is niet te zeggen wat er ontbreekt. */
  readonly volledig: boolean;
}

interface Gelezen {
  readonly project: Project;
  readonly bevindingen: readonly Bevinding[];
}

/** Leest alle bestanden. Wat niet te lezen is wordt een opmerking en geen fout: de andere bestanden worden gewoon nagekeken. */
export async function leesProject(bestanden: readonly Eigenaarsbestand[], code = leesCode()): Promise<Gelezen> {
  const teksten = new Map<string, string>();
  const modellen: Modelbestand[] = [];
  const tabellen: Tabelbestand[] = [];
  const formulieren: Formulierbestand[] = [];
  const bevindingen: Bevinding[] = [];
  for (const { pad, inhoud } of bestanden) {
    const vreemd = hoortHierNiet(pad);
    if (vreemd) {
      bevindingen.push(vreemd);
      continue;
    }
    const gelezen = await (al.get(inhoud) ?? onthoud(inhoud, lees(pad, inhoud)));
    if ('onleesbaar' in gelezen) {
      bevindingen.push(...gelezen.onleesbaar.map((fout) => ({ bestand: pad, regel: 'leesbaar', ...fout })));
      continue;
    }
    teksten.set(pad, gelezen.tekst);
    if (gelezen.model) modellen.push(gelezen.model);
    if (gelezen.tabel) tabellen.push(gelezen.tabel);
    if (gelezen.formulier) formulieren.push(gelezen.formulier);
  }
  return { project: { teksten, modellen, tabellen, formulieren, code, paden: bestanden.map(({ pad }) => pad), volledig: teksten.size === bestanden.length }, bevindingen };
}

/** Wat van een bestand gelezen is, zolang iemand dat bestand vasthoudt: wie na een kleine wijziging opnieuw nakijkt, leest de rest niet nog eens. */
const al = new WeakMap<Buffer, ReturnType<typeof lees>>();
function onthoud(inhoud: Buffer, gelezen: ReturnType<typeof lees>): ReturnType<typeof lees> {
  al.set(inhoud, gelezen);
  return gelezen;
}

type Inhoud = { readonly tekst: string; readonly model?: Modelbestand; readonly tabel?: Tabelbestand; readonly formulier?: Formulierbestand };

async function lees(pad: string, inhoud: Buffer): Promise<Inhoud | { readonly onleesbaar: readonly Onleesbaar[] }> {
  const tekst = leesbareTekst(inhoud);
  if (typeof tekst !== 'string') return { onleesbaar: [tekst] };
  const gelezen: Partial<Inhoud> | { onleesbaar: readonly Onleesbaar[] } = pad.endsWith('.bpmn') ? await leesModel(pad, tekst) : pad.endsWith('.dmn') ? await leesTabel(pad, tekst) : pad.endsWith('.form') ? leesFormulier(pad, tekst) : pad.endsWith('.json') ? leesbareJson(tekst) : {};
  return 'onleesbaar' in gelezen ? gelezen : { tekst, ...gelezen };
}

/** Een bestand met een andere naam wordt nooit uitgerold, en dat merkt niemand. */
function hoortHierNiet(pad: string): Bevinding | undefined {
  const map = pad.slice(0, pad.lastIndexOf('/'));
  const einden = MAPPEN[map] ?? [];
  if (einden.some((eind) => pad.endsWith(eind))) return undefined;
  return { bestand: pad, plaats: 'naam', tekst: `Dit bestand wordt niet uitgerold: in ${map}/ hoort een naam die eindigt op ${einden.join(' of ')}. Geef het die naam of zet het ergens anders`, regel: 'leesbaar' };
}
