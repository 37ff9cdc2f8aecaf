import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { leesJson } from '../../domein/invoer/json.ts';
import { getyptVeld } from '../../domein/invoer/getypt.ts';
import { REGELS } from '../../domein/regels/controleer.ts';
import { splitTemplate } from '../../koppelingen/mail/parse-template.ts';
import { leesFormulier, onderdelen } from '../../nakijken/formulieren/lezen.ts';
import { readTermijnen } from '../../nakijken/modellen/plugin.ts';
import { metTaakvelden, voorMeldcode, type Taakinvulling } from './gebruikerstaak.ts';
import { alsNaam, metControles, metFormulieren, metLijst, type Keuze, type Sjabloon } from './sjablonen.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Leest een map van de proceseigenaar: de namen zonder hun eind, gesorteerd. */
const namen = (dir: string, eind: string): string[] => readdirSync(join(ROOT, dir)).filter((naam) => naam.endsWith(eind)).map((naam) => naam.slice(0, -eind.length)).sort();
const tekst = (pad: string): string => readFileSync(join(ROOT, pad), 'utf8');
const modellen = (): string => namen('bpmn', '.bpmn').map((naam) => tekst(`bpmn/${naam}.bpmn`)).join('\n');

const kaal = (waarde = ''): string => waarde.replaceAll('&#34;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** De waarden die de modellen nu bij deze kop of invoer hebben staan. */
function gebruikt(patroon: RegExp): string[] {
  return [...new Set([...modellen().matchAll(patroon)].map(([, waarde]) => kaal(waarde)))].sort();
}

/** Wat de taken van mensen nu hebben staan; zonder formulier is het er geen van het routeboek. */
function taken(): Taakinvulling[] {
  return [...modellen().matchAll(/<bpmn:userTask [\s\S]*?<\/bpmn:userTask>/g)].flatMap(([taak]) => {
    const een = (patroon: RegExp): string => kaal(patroon.exec(taak)?.[1]);
    const formulier = een(/formId="([^"]+)"/);
    return formulier === '' ? [] : [{ formulier, rol: een(/<zeebe:input source="([^"]*)" target="rol"/), groepen: een(/candidateGroups="([^"]*)"/), invoer: [...taak.matchAll(/<zeebe:input source="[^"]*" target="(\w+)"/g)].map(([, naam]) => naam!) }];
  });
}

/** Hoe een veld in zijn formulier heet; getypte tekst staat voor de waarde die eruit volgt. Niets zolang het formulier niet te lezen is, want dat zegt `npm run lint` al. */
function opschrift(formulier: string, veld: string): string | undefined {
  const pad = `forms/${formulier}.form`;
  const gelezen = existsSync(join(ROOT, pad)) ? leesFormulier(pad, tekst(pad)) : undefined;
  if (gelezen === undefined || 'onleesbaar' in gelezen) return undefined;
  const gevonden = onderdelen(gelezen.formulier).find(({ key, label, dateLabel }) => [veld, getyptVeld(veld)].includes(key ?? '') && (label ?? dateLabel));
  return (gevonden?.label ?? gevonden?.dateLabel)?.replace(/[?:]$/, '');
}

/** Het onderwerp zonder nummer; leeg zolang de tekst niet te lezen is, want dat zegt `npm run lint` al. */
function onderwerp(naam: string): string {
  try {
    const kop = parse(splitTemplate(tekst(`koppelingen/mail/meldingen/${naam}.md`))?.kop ?? '') as { onderwerp?: unknown } | null;
    return String(kop?.onderwerp ?? '')
      .replace(/,?( (in|bij|van|voor))?( de)?( casus)? ?\{\{casusnummer\}\}/g, '')
      .replace(/\{\{#[^}]*\}\}(.*?)\{\{else\}\}(.*?)\{\{\/\w+\}\}/g, '$1 / $2')
      .replace(/\{\{[^}]*\}\}/g, '').replace(/\s+/g, ' ').trim();
  } catch {
    return '';
  }
}

/** Elke melding met haar onderwerp, en daarna de combinaties die er nu zijn. */
export function meldingen(): Keuze[] {
  const los = namen('koppelingen/mail/meldingen', '.md').filter((naam) => /^N-\d+[a-z]?$/.test(naam));
  const samen = gebruikt(/key="meldingen" value="([^"]*,[^"]*)"/g);
  return [...los.map((value) => ({ name: `${value} ${onderwerp(value)}`.trim(), value })), ...samen.map((value) => ({ name: value.split(/\s*,\s*/).join(' en '), value }))];
}

/** Elke rij van de tabel Termijnen, en de uitdrukkingen die er nu in haar plaats staan. */
export function termijnen(): Keuze[] {
  const rijen = [...new Set(readTermijnen(tekst('bpmn/termijnen.dmn')).map(({ stap }) => stap))];
  const los = rijen.map((stap) => ({ name: stap, value: `="${stap}"` }));
  const berekend = gebruikt(/type="termijn-berekenen"(?:(?!<\/bpmn:serviceTask>)[\s\S])*?<zeebe:input source="([^"]*)" target="stap"/g).filter((value) => !los.some((keuze) => keuze.value === value));
  return [...los, ...berekend.map((value) => ({ name: value.replace(/^=/, ''), value }))];
}

/** Elk formulier met zijn naam. */
const formulieren = (): Keuze[] => namen('forms', '.form').map((value) => ({ name: alsNaam(value), value }));

/**
 * Zet in de sjablonen van Camunda Modeler de lijsten bij waaruit een formulier, termijn, melding of controle wordt gekozen: zij volgen de
 * bestanden die er zijn.
 * @returns de namen van de sjablonen die veranderden
 */
export function werkKeuzelijstenBij(dir = join(ROOT, 'bpmn/.camunda/element-templates')): string[] {
  const bij: Record<string, (sjabloon: Sjabloon) => Sjabloon> = {
    gebruikerstaak: (s) => metTaakvelden(metFormulieren(s, namen('forms', '.form')), taken(), opschrift),
    'gebruikerstaak-meldcode': () => voorMeldcode(leesJson(readFileSync(join(dir, 'gebruikerstaak.json'))) as Sjabloon),
    'invoer-controleren': (s) => metControles(s, Object.keys(REGELS)),
    'melding-versturen': (s) => metLijst(s, 'kop-meldingen', meldingen()),
    'meldcode-vastleggen': (s) => metLijst(s, 'kop-meldingen', meldingen()),
    'termijn-berekenen': (s) => metLijst(s, 'invoer-stap', termijnen()),
    'casus-afsluiten': (s) => metLijst(s, 'notitie', formulieren()),
    'lvs-registreren': (s) => metLijst(s, 'gesprek', formulieren()),
    'casus-lezen': (s) => metLijst(s, 'laatste', [...formulieren(), ...gebruikt(/key="laatste" value="([^"]*,[^"]*)"/g).map((value) => ({ name: value, value }))]),
  };
  return Object.entries(bij).flatMap(([naam, maak]) => {
    const pad = join(dir, `${naam}.json`);
    const oud = existsSync(pad) ? readFileSync(pad, 'utf8') : '';
    const nieuw = `${JSON.stringify(maak(leesJson(Buffer.from(oud || '{}')) as Sjabloon), null, 2)}\n`;
    if (nieuw === oud) return [];
    writeFileSync(pad, nieuw);
    return [`${naam}.json`];
  });
}
