import { extensies, koppen } from '../nakijken/modellen/element.ts';
import type { Modelbestand } from '../nakijken/modellen/lezen.ts';
import type { Element } from '../nakijken/modellen/model-tree.ts';
import { geraakteStappen } from '../wat-veranderde/geraakt.ts';
import { vergelijk } from '../wat-veranderde/model.ts';
import { watVeranderde } from '../wat-veranderde/wat-veranderde.ts';
import type { Bestanden } from './bestanden.ts';
import { modellenVan } from './modellen.ts';

/** Welke processen anders worden door de bestanden. */
export interface Geraakt {
  readonly processen: ReadonlySet<string>;
  /** Iets wat in elk proces kan werken, zoals de schoolkalender. */
  readonly overal: boolean;
}

const KLEUREN = 'bpmn/rolkleuren.json';
const TERMIJNEN = 'bpmn/termijnen.dmn';

/** Zoekt de processen die veranderden: zelf, of door een tabel, formulier of mail die zij gebruiken. */
export async function geraakteProcessen(nu: Bestanden, straks: Bestanden): Promise<Geraakt> {
  const modellen = [...(await modellenVan(nu)), ...(await modellenVan(straks))];
  const processen = new Set<string>();
  let overal = false;
  const gebruiken = (past: (element: Element) => boolean): void => {
    const gevonden = modellen.filter(({ opId }) => Object.values(opId).some((e) => e !== undefined && past(e)));
    for (const { naam } of gevonden) processen.add(naam);
    overal ||= gevonden.length === 0;
  };
  for (const pad of anders(nu, straks)) {
    const naam = pad.replace(/^.*\//, '').replace(/[.]\w+$/, '');
    if (pad === KLEUREN) continue;
    if (pad.endsWith('.bpmn')) { if (andersInSpel(modellen.filter((m) => m.pad === pad))) processen.add(naam); }
    else if (pad.endsWith('.form')) gebruiken((e) => extensies(e, 'zeebe:FormDefinition').some(({ formId }) => formId === naam));
    else if (pad.endsWith('.md')) gebruiken((e) => (koppen(e)['meldingen'] ?? '').split(',').some((m) => m.trim() === naam.replace(/-ouders$/, '')));
    else if (pad === TERMIJNEN && (await alleenEinddatums(nu, straks))) for (const { proces } of await stappenMetTermijn(nu, straks)) processen.add(proces);
    else if (pad.endsWith('.dmn')) { const tabellen = tabellenIn(nu.get(pad), straks.get(pad)); gebruiken((e) => extensies(e, 'zeebe:CalledDecision').some(({ decisionId }) => tabellen.has(decisionId ?? ''))); }
    else overal = true;
  }
  return { processen, overal };
}

const anders = (nu: Bestanden, straks: Bestanden): string[] => [...new Set([...nu.keys(), ...straks.keys()])].filter((pad) => nu.get(pad) !== straks.get(pad));

/** Een verschoven blokje doet een kind niets. */
const andersInSpel = ([was, wordt]: readonly Modelbestand[]): boolean => !was || !wordt || vergelijk(was, wordt).length > 0;

const tabellenIn = (...teksten: (string | undefined)[]): ReadonlySet<string> => new Set(teksten.flatMap((tekst) => [...(tekst ?? '').matchAll(/<decision\s[^>]*\bid="([^"]+)"/g)].map(([, id]) => id as string)));

/** Een herinnering of opschaling hoort niet bij één taak; dan kan het overal merkbaar zijn. */
const alleenEinddatums = async (nu: Bestanden, straks: Bestanden): Promise<boolean> => (await watVeranderde(alleen(nu), alleen(straks))).every((zin) => /^termijn [^(]*: /.test(zin));
const stappenMetTermijn = async (nu: Bestanden, straks: Bestanden): ReturnType<typeof geraakteStappen> => geraakteStappen(new Map([...straks, [TERMIJNEN, nu.get(TERMIJNEN) ?? '']]), straks);
const alleen = (bestanden: Bestanden): Bestanden => new Map([...bestanden].filter(([pad]) => pad === TERMIJNEN));
