import { readFileSync, readdirSync } from 'node:fs';
import { VERBETERD } from '../../../scripts/formulieren/verbeteren.ts';

const FORMULIEREN = new URL('../../../forms/', import.meta.url);
const VOORBEELDEN = new URL('../../../docs/voorbeelden/formulieren/', import.meta.url);

/** Een onderdeel van een formulier, voor zover de tests ernaar kijken. */
export interface Onderdeel {
  id: string;
  type: string;
  key?: string;
  path?: string;
  label?: string;
  dateLabel?: string;
  timeLabel?: string;
  text?: string;
  description?: string;
  expression?: string;
  readonly?: boolean;
  increment?: string;
  conditional?: { hide?: string };
  validate?: { required?: boolean; min?: number; max?: number; minLength?: number; maxLength?: number; pattern?: string };
  values?: { label: string; value: unknown }[];
  valuesExpression?: string;
  components?: Onderdeel[];
}

export interface Formulier {
  id: string;
  type: string;
  executionPlatform: string;
  executionPlatformVersion: string;
  schemaVersion: number;
  exporter: { name: string; version: string };
  components: Onderdeel[];
}

/** Namen van alle formulieren, zonder extensie. */
export const NAMEN = readdirSync(FORMULIEREN)
  .filter((f) => f.endsWith('.form'))
  .map((f) => f.slice(0, -'.form'.length))
  .sort();

/** Startformulieren: daar is nog geen casus om te tonen. */
export const STARTFORMULIEREN = ['start-verzuimroute', 'casus-signaal'];
/** De formulieren waarmee een startformulier wordt verbeterd. */
export const VERBETERFORMULIEREN = Object.keys(VERBETERD);
/** Alle andere: die beginnen met de kop van een casus. */
export const TAAKFORMULIEREN = NAMEN.filter((naam) => !STARTFORMULIEREN.includes(naam) && !VERBETERFORMULIEREN.includes(naam));

export function formulier(naam: string): Formulier {
  return JSON.parse(readFileSync(new URL(`${naam}.form`, FORMULIEREN), 'utf8')) as Formulier;
}

/** Het ingevulde voorbeeld: precies wat Tasklist zou insturen. Een verbeterformulier heeft de velden van zijn startformulier. */
export function example(naam: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${VERBETERD[naam] ?? naam}.json`, VOORBEELDEN), 'utf8')) as Record<string, unknown>;
}

/** Alle onderdelen, ook die in groepen en lijsten. */
export function plat(onderdelen: readonly Onderdeel[]): Onderdeel[] {
  return onderdelen.flatMap((o) => [o, ...plat(o.components ?? [])]);
}

/** Onderdelen die zelf een variabele insturen; velden in een lijst horen bij die lijst. */
export function velden(onderdelen: readonly Onderdeel[]): Onderdeel[] {
  return onderdelen.flatMap((o) => (o.type === 'dynamiclist' || o.key !== undefined ? [o] : velden(o.components ?? [])));
}

/** De naam waaronder een veld wordt ingestuurd. */
export function sleutel(veld: Onderdeel): string {
  return veld.key ?? veld.path ?? '';
}

/** Wat het formulier instuurt zonder de getypte tekst van datums en getallen: die heeft alleen het formulier nodig. */
export function zonderGetypt(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(zonderGetypt);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).filter(([k]) => !k.endsWith('Getypt')).map(([k, w]) => [k, zonderGetypt(w)]));
}

/** Wat de gebruiker als naam van het veld leest. */
export function opschrift(veld: Onderdeel): string {
  return (veld.type === 'datetime' ? veld.dateLabel : veld.label) ?? '';
}
