import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { PermanentError } from '../errors.ts';
import { GETYPT, getyptVeld } from '../invoer/getypt.ts';
import { leesJson } from '../invoer/json.ts';
import { perUitrol, uitrol, type Uitrol } from '../uitgerold/uitrol.ts';

/** Een veld van een formulier, voor zover het logboek het nodig heeft. */
export interface Veld {
  readonly sleutel: string;
  readonly label: string;
  /** Het onderdeel van het formulier; een datum of getal dat als tekst wordt getypt is `getypt`. */
  readonly type: string;
  /** Waarde van een keuze → wat de invuller zag. */
  readonly keuzes: Readonly<Record<string, string>>;
  /** Velden van de rijen, bij een lijst. */
  readonly rijen: readonly Veld[];
  /** Is het veld er alleen bij een bepaald antwoord elders in het formulier? */
  readonly voorwaardelijk: boolean;
  /**
   * Bij een lijst: het berekende veld dat haar rijen telt. Een leeggemaakte lijst stuurt het formulier niet in, en dan
   * blijft de oude staan; het getal zegt dat zij leeg is.
   */
  readonly teller?: string;
}

interface Component {
  type: string;
  key?: string | undefined;
  path?: string | undefined;
  label?: string | undefined;
  dateLabel?: string | undefined;
  timeLabel?: string | undefined;
  /** Waar, onwaar of een FEEL-expressie; een veld dat soms te wijzigen is telt als invulbaar. */
  disabled?: boolean | string | undefined;
  readonly?: boolean | string | undefined;
  values?: { label: string; value: unknown }[] | undefined;
  conditional?: { hide?: string | undefined } | undefined;
  components?: Component[] | undefined;
}

const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    key: z.string().optional(),
    path: z.string().optional(),
    label: z.string().optional(),
    dateLabel: z.string().optional(),
    timeLabel: z.string().optional(),
    disabled: z.union([z.boolean(), z.string()]).optional(),
    readonly: z.union([z.boolean(), z.string()]).optional(),
    values: z.array(z.looseObject({ label: z.string(), value: z.unknown() })).optional(),
    conditional: z.looseObject({ hide: z.string().optional() }).optional(),
    components: z.array(component).optional(),
  }),
) as unknown as z.ZodType<Component>;
const schema = z.looseObject({ components: z.array(component) });

/** De invulbare velden van een formulier in hun volgorde. Wat alleen te lezen is, hoort niet in het logboek. */
export function leesVelden(json: unknown): Veld[] {
  return metTeller(metWaarde(schema.parse(json).components.flatMap((deel) => veldenVan(deel))));
}

/** Een lijst met een veld dat haar rijen telt. Dat veld is niet ingevuld en hoort dus niet bij de velden. */
function metTeller(velden: readonly Veld[]): Veld[] {
  const tellerVan = ({ sleutel }: Veld): string => `aantal${sleutel.charAt(0).toUpperCase()}${sleutel.slice(1)}`;
  const tellers = new Set(velden.filter(({ type }) => type === 'dynamiclist').map(tellerVan));
  const metEen = new Set(velden.map(({ sleutel }) => sleutel).filter((sleutel) => tellers.has(sleutel)));
  return velden.filter(({ sleutel }) => !metEen.has(sleutel)).map((veld) => (metEen.has(tellerVan(veld)) ? { ...veld, teller: tellerVan(veld) } : veld));
}

/** Een tekstveld waarin een datum of getal wordt getypt en de expressie ernaast zijn samen één veld: de waarde, met het opschrift van de tekst. */
function metWaarde(velden: readonly Veld[]): Veld[] {
  const tekst = new Map(velden.filter(({ sleutel }) => sleutel.endsWith(GETYPT)).map((veld) => [veld.sleutel, veld]));
  return velden
    .filter(({ sleutel }) => !tekst.has(sleutel))
    .map((veld) => {
      const getypt = tekst.get(getyptVeld(veld.sleutel));
      return getypt ? { ...veld, label: getypt.label, type: 'getypt' } : veld;
    });
}

function veldenVan(deel: Component, binnenVoorwaarde = false): Veld[] {
  const voorwaardelijk = binnenVoorwaarde || Boolean(deel.conditional?.hide);
  if (deel.type === 'dynamiclist' && deel.path) {
    return [{ sleutel: deel.path, label: kaal(deel.label ?? deel.path), type: deel.type, keuzes: {}, rijen: metWaarde((deel.components ?? []).flatMap((rij) => veldenVan(rij))), voorwaardelijk }];
  }
  if (deel.components) return deel.components.flatMap((kind) => veldenVan(kind, voorwaardelijk));
  if (!deel.key || deel.disabled === true || deel.readonly === true || deel.type === 'button') return [];
  const label = deel.label || deel.dateLabel || deel.timeLabel || deel.key;
  const keuzes = Object.fromEntries((deel.values ?? []).map((v) => [String(v.value), kaal(v.label)]));
  return [{ sleutel: deel.key, label: kaal(label), type: deel.type, keuzes, rijen: [], voorwaardelijk }];
}

/** Een label als kop: zonder vraagteken of dubbele punt aan het eind. */
const kaal = (label: string): string => label.trim().replace(/[?:]+$/, '').trim();

export type Formulierlezer = (formulierId: string) => Promise<readonly Veld[]>;

/** Leest uitgerolde formulieren en onthoudt ze tot er opnieuw is uitgerold. */
export function makeFormulierlezer(van: Uitrol = uitrol): Formulierlezer {
  const lezer = perUitrol((wortel) => lezerVan(new URL('forms/', wortel)), van);
  return (id) => lezer()(id);
}

function lezerVan(dir: URL): Formulierlezer {
  const bekend = new Map<string, Promise<readonly Veld[]>>();
  const lees = async (id: string): Promise<readonly Veld[]> => {
    // Het id komt uit het model en wordt een bestandsnaam.
    if (!/^[a-z0-9-]+$/.test(id)) throw new PermanentError('Het formulier van deze taak heeft geen geldige naam.');
    const bytes = await readFile(new URL(`${id}.form`, dir)).catch(() => {
      throw new PermanentError(`Het formulier "${id}" bestaat niet. Kijk naar de invoer "formulier" van deze taak.`);
    });
    return leesVelden(leesJson(bytes));
  };
  return (id) => {
    const lezing = bekend.get(id) ?? lees(id);
    bekend.set(id, lezing);
    lezing.catch(() => bekend.delete(id));
    return lezing;
  };
}
