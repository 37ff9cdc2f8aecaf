import { createRequire } from 'node:module';
import { bedoelde } from '../../domein/invoer/nabij.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { past } from './combinaties.ts';
import { kolomnaam, type Kolom, type Tabel, type Tabelbestand } from './lezen.ts';
import { EIGEN_KOLOMMEN } from './eigen-kolommen.ts';

const { analyseer } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as {
  analyseer(feel: string, soort?: 'expression' | 'unaryTests'): { valid: boolean; inputs?: { name: string }[] };
};

/**
 * Elke cel bevat iets wat haar kolom kan hebben: een getal waar een getal hoort, een tekst tussen aanhalingstekens, en een waarde die
 * de kolom kent. Een tikfout is voor de engine geen fout: de regel geldt dan gewoon nooit, of geeft iets wat niemand verwacht.
 */
export const tabelWaarde: Nakijkregel = {
  naam: 'tabel-waarde',
  kijk: (project) => project.tabellen.flatMap((bestand) => bestand.tabellen.flatMap((tabel) => [...overTabel(tabel)].map(({ n, kolom, tekst }) => ({
    bestand: bestand.pad, plaats: `regel ${n + 1}, ${kolomnaam(kolom)}`, tekst,
  })))).concat(project.tabellen.flatMap((bestand) => bestand.tabellen.flatMap((tabel) => eigenKolommen(bestand, tabel, project)))),
};

interface Gevonden { readonly n: number; readonly kolom: Kolom; readonly tekst: string }

function* overTabel({ input, output, rule }: Tabel): Generator<Gevonden> {
  for (const [n, { inputEntry, outputEntry }] of rule.entries()) {
    for (const [i, kolom] of input.entries()) {
      const tekst = inputEntry[i]?.text?.trim();
      const fout = tekst && tekst !== '-' ? invoerFout(kolom, tekst) : undefined;
      if (fout) yield { n, kolom, tekst: fout };
    }
    for (const [i, kolom] of output.entries()) {
      const tekst = outputEntry[i]?.text?.trim();
      const fout = tekst ? uitvoerFout(kolom, tekst, input) : undefined;
      if (fout) yield { n, kolom, tekst: fout };
    }
  }
}

const KOMMAGETAL = /(?<![\d"])\d+,\d+(?![\d"])/;
const letterlijk = (tekst: string): string[] => [...tekst.matchAll(/"([^"]*)"/g)].map(([, waarde]) => waarde as string);
const zonderTekst = (tekst: string): string => tekst.replaceAll(/"[^"]*"/g, '');

function invoerFout(kolom: Kolom, tekst: string): string | undefined {
  const type = kolom.inputExpression?.typeRef;
  const komma = type === 'number' ? KOMMAGETAL.exec(tekst)?.[0] : undefined;
  if (komma) return `"${tekst}" leest de engine als twee getallen: schrijf ${komma.replace(',', '.')} met een punt, of zet bij een rij getallen een spatie achter de komma`;
  if (type === 'boolean' && /^\s*true\s*,/.test(tekst)) return 'Schrijf not(false): de engine leest een cel die met true, begint als altijd waar';
  if (type !== 'string' && letterlijk(tekst).length > 0) return `Hier hoort ${soortwoord(type)}, zonder aanhalingstekens`;
  if (type === 'boolean' && /\d/.test(tekst)) return `Hier hoort ${soortwoord(type)}`;
  if (type === 'string' && /^[<>]?=?\s*\d+(\.\d+)?$/.test(tekst)) return `Zet de tekst tussen aanhalingstekens: "${tekst}" is hier een getal`;
  const los = kaleWoorden(tekst, 'unaryTests', []);
  if (los) return type === 'string' ? `Zet "${los}" tussen aanhalingstekens: zonder is het een variabele, en die is leeg` : `${los} is geen ${type === 'boolean' ? 'true of false' : 'getal'}`;
  const bekend = kolom.inputValues?.text;
  const vreemd = bekend ? letterlijk(tekst).find((waarde) => !past(bekend, waarde)) : undefined;
  return vreemd === undefined ? undefined : `De kolom kent "${vreemd}" niet.${bedoelde(vreemd, letterlijk(bekend ?? ''))} Kies uit ${letterlijk(bekend ?? '').join(', ')}`;
}

function uitvoerFout(kolom: Kolom, tekst: string, input: readonly Kolom[]): string | undefined {
  if (tekst === 'null') return undefined;
  const type = kolom.typeRef;
  if (type === 'number' && KOMMAGETAL.test(tekst)) return `Schrijf het getal met een punt: ${tekst.replace(',', '.')}`;
  if (type === 'number' && letterlijk(tekst).length > 0) return `Hier hoort een getal, zonder aanhalingstekens: ${tekst} is een tekst`;
  if (type === 'boolean' && (letterlijk(tekst).length > 0 || /^\d/.test(tekst))) return `Hier hoort true of false: ${tekst} is iets anders`;
  if (type === 'string' && /^[\d.]+$|^(true|false)$/.test(tekst)) return `Zet "${tekst}" tussen aanhalingstekens`;
  const los = kaleWoorden(tekst, 'expression', input);
  if (los) return type === 'string' ? `Zet "${los}" tussen aanhalingstekens: zonder is het een variabele, en die is leeg` : `${los} is geen ${type === 'boolean' ? 'true of false' : 'getal'}`;
  const bekend = kolom.outputValues?.text;
  const vreemd = bekend ? letterlijk(tekst).find((waarde) => !past(bekend, waarde)) : undefined;
  return vreemd === undefined ? undefined : `Deze uitkomst kent niemand: "${vreemd}".${bedoelde(vreemd, letterlijk(bekend ?? ''))} Kies uit ${letterlijk(bekend ?? '').join(', ')}`;
}

const soortwoord = (type: string | undefined): string => (type === 'number' ? 'een getal' : type === 'boolean' ? 'true of false' : 'een waarde');

/** Een woord zonder aanhalingstekens is een variabele. Een uitkomst mag een kolom van de tabel zelf noemen. */
function kaleWoorden(tekst: string, soort: 'expression' | 'unaryTests', input: readonly Kolom[]): string | undefined {
  if (!/[A-Za-z_]/.test(zonderTekst(tekst))) return undefined;
  // KT-06 is voor FEEL een aftreksom.
  if (/^[A-Za-z_][\w-]*$/.test(tekst) && tekst.includes('-')) return tekst;
  const eigen = input.map((kolom) => kolom.inputExpression?.text?.split('.')[0]);
  return analyseer(tekst, soort).inputs?.map(({ name }) => name).find((naam) => naam !== '?' && !eigen.includes(naam));
}

/** Wat een werker in deze kolom verwacht en wat geen lijst waarden heeft: een tijdstip, een adres, een rol. */
function eigenKolommen({ naam, pad }: Tabelbestand, { input, output, rule }: Tabel, project: Parameters<Nakijkregel['kijk']>[0]): Omschrijving[] {
  const regels = EIGEN_KOLOMMEN[naam];
  if (!regels) return [];
  const kolommen = [...input.map((kolom) => ({ kolom, sleutel: kolom.inputExpression?.text ?? '' })), ...output.map((kolom) => ({ kolom, sleutel: kolom.name ?? '' }))];
  return rule.flatMap(({ inputEntry, outputEntry }, n) => [...inputEntry, ...outputEntry].flatMap(({ text = '' }, k) => {
    const { kolom, sleutel } = kolommen[k] ?? {};
    const keur = sleutel === undefined ? undefined : regels[sleutel];
    if (!keur || !kolom || text.trim() === '' || text.trim() === 'null') return [];
    return keur(text.trim(), project).map((tekst) => ({ bestand: pad, plaats: `regel ${n + 1}, ${kolomnaam(kolom)}`, tekst }));
  }));
}
