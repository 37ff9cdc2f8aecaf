import { datumTekst, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';

/** Ingevulde waarden plus wat de regel verder nodig heeft; alleen datums, codes, getallen en ja/nee. */
export type Invoer = Record<string, unknown>;
export interface Omgeving {
  vandaag: Datum;
  /** De schooldagen van de school van deze leerling. */
  kalender: Schoolkalender;
}
/** Eén formulier nakijken. @returns zinnen voor de invuller; leeg als het klopt */
export type Regel = (invoer: Invoer, omgeving: Omgeving) => (string | null)[];

/** Zoekt een waarde op het eerste pad dat iets oplevert; een pad mag dieper gaan (`signaal.datumSignaal`). */
export function waarde(invoer: Invoer, ...paden: string[]): unknown {
  for (const path of paden) {
    const gevonden = path.split('.').reduce<unknown>((deel, stap) => (deel as Invoer | null | undefined)?.[stap], invoer);
    if (gevonden !== undefined && gevonden !== null && gevonden !== '') return gevonden;
  }
  return undefined;
}

/** @returns de dag, of undefined als er (nog) geen geldige datum staat; verplichte velden bewaakt het formulier. */
export function dag(invoer: Invoer, ...paden: string[]): Datum | undefined {
  const gevonden = waarde(invoer, ...paden);
  return typeof gevonden === 'string' && /^\d{4}-\d{2}-\d{2}/.test(gevonden) ? gevonden.slice(0, 10) : undefined;
}

/** @returns het getal, of undefined. */
export function getal(invoer: Invoer, ...paden: string[]): number | undefined {
  const gevonden = waarde(invoer, ...paden);
  const n = typeof gevonden === 'string' ? Number(gevonden) : gevonden;
  return typeof n === 'number' && Number.isFinite(n) ? n : undefined;
}

/** Keuzerondjes geven "ja", vinkjes geven true; na de uitvoer van een taak is beide true. */
export const isJa = (invoer: Invoer, ...paden: string[]): boolean => [true, 'ja', 'JA'].includes(waarde(invoer, ...paden) as string);
export const isNee = (invoer: Invoer, ...paden: string[]): boolean => [false, 'nee', 'NEE'].includes(waarde(invoer, ...paden) as string);

/** @returns de rijen van een lijst op het formulier. */
export const rijen = (invoer: Invoer, path: string): Invoer[] => {
  const gevonden = waarde(invoer, path);
  return Array.isArray(gevonden) ? (gevonden as Invoer[]) : [];
};

export const nietInToekomst = (veld: string, datum: Datum | undefined, { vandaag }: Omgeving): string | null =>
  datum !== undefined && datum > vandaag ? `${veld}: deze datum ligt in de toekomst. Kies vandaag of een eerdere dag.` : null;

export const nietInVerleden = (veld: string, datum: Datum | undefined, { vandaag }: Omgeving): string | null =>
  datum !== undefined && datum < vandaag ? `${veld}: deze datum is al voorbij. Kies vandaag of een latere dag.` : null;

export const nietVoor = (veld: string, datum: Datum | undefined, grens: Datum | undefined, wat: string): string | null =>
  datum !== undefined && grens !== undefined && datum < grens ? `${veld}: kies ${datumTekst(grens)} (${wat}) of een latere dag.` : null;

export const nietNa = (veld: string, datum: Datum | undefined, grens: Datum | undefined, wat: string): string | null =>
  datum !== undefined && grens !== undefined && datum > grens ? `${veld}: kies uiterlijk ${datumTekst(grens)} (${wat}).` : null;

export const volgorde = (veld: string, van: Datum | undefined, tot: Datum | undefined): string | null =>
  van !== undefined && tot !== undefined && tot < van ? `${veld}: de einddatum ligt vóór de begindatum.` : null;
