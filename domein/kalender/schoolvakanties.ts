import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { alsTekst, leesEigenJson } from '../invoer/json.ts';
import { FEESTDAGEN } from './feestdagen.ts';
import { onwaarschijnlijk } from './onwaarschijnlijk.ts';

const datum = z.iso.date();
const vakantie = z
  .object({ naam: z.string(), van: datum, tot: datum })
  .refine((v) => v.van <= v.tot, { error: 'de vakantie eindigt vóór zij begint' });
const vrijeDag = z.object({ naam: z.string(), datum });

/** De vorm van schoolvakanties.json. Streng: een verkeerd gespelde sleutel mag geen vakantie laten verdwijnen. */
export const vakantieBestand = z.strictObject({
  uitleg: z.array(z.string()).default([]),
  regio: z.string(),
  vrijOpSchool: z.array(z.enum(FEESTDAGEN)),
  geenWerkdag: z.array(z.enum(FEESTDAGEN)),
  schooljaren: z.record(
    z.string().regex(/^\d{4}-\d{4}$/),
    z.strictObject({
      controleren: z.string().optional(),
      vakanties: z.array(vakantie).min(1),
      vrijeDagen: z.array(vrijeDag).default([]),
    }),
  ),
  /** Per brinnummer; kleine letters mogen, want zo staat het in sommige lijsten. */
  scholen: z
    .record(
      z.string().regex(/^\d{2}[A-Za-z]{2}$/, { error: 'een brinnummer bestaat uit twee cijfers en twee letters' }),
      z.strictObject({
        vakanties: z.array(vakantie).default([]),
        vrijeDagen: z.array(vrijeDag).default([]),
        tochSchool: z.array(datum).default([]),
      }),
    )
    .default({})
    .transform((scholen, fout) => {
      const groot = Object.entries(scholen).map(([brin, school]) => [brin.toUpperCase(), school] as const);
      const dubbel = groot.find(([brin], plek) => groot.findIndex(([ander]) => ander === brin) < plek);
      if (dubbel) fout.addIssue({ code: 'custom', input: dubbel[0], message: `school ${dubbel[0]} staat er twee keer in` });
      return Object.fromEntries(groot);
    }),
});

export type VakantieGegevens = z.output<typeof vakantieBestand>;

/** Plek van het bestand, zoals het in een melding aan de beheerder staat. */
export const BESTAND = 'bpmn/schoolvakanties.json';

/** Wat er in het bestand niet klopt: op welke regel, bij welk onderdeel. */
export interface Kalenderfout {
  readonly regel: number;
  readonly onderdeel: string;
  readonly tekst: string;
}

/**
 * Leest en keurt de schoolvakanties.
 * @returns de gegevens, of alles wat er niet klopt in één keer
 * @throws Error die bestand en regel noemt als het geen leesbare JSON is
 */
export function keurVakanties(bytes: Uint8Array): { readonly gegevens: VakantieGegevens } | { readonly fouten: readonly Kalenderfout[] } {
  const uitkomst = vakantieBestand.safeParse(leesEigenJson(BESTAND, bytes));
  const regel = regelZoeker(alsTekst(bytes));
  if (!uitkomst.success) {
    return { fouten: uitkomst.error.issues.map(({ path: plek, message, code }) => ({
      regel: regel(plek), onderdeel: plek.join(', ') || 'het geheel', tekst: code === 'custom' || /^[a-zé]/.test(message) ? message : DUTCH[code] ?? 'dit klopt niet',
    })) };
  }
  const fouten = onwaarschijnlijk(uitkomst.data).map(({ plek, tekst }) => ({ regel: regel(plek), onderdeel: plek.join(', '), tekst }));
  return fouten.length > 0 ? { fouten } : { gegevens: uitkomst.data };
}

/**
 * Leest en controleert de schoolvakanties.
 * @throws Error die bestand, regel en veld noemt wanneer er iets niet klopt
 */
export function leesVakanties(path: string | URL = new URL('../../bpmn/schoolvakanties.json', import.meta.url)): VakantieGegevens {
  const gekeurd = keurVakanties(readFileSync(path));
  if ('gegevens' in gekeurd) return gekeurd.gegevens;
  throw new Error(gekeurd.fouten.map(({ regel, onderdeel, tekst }) => `${BESTAND}, regel ${regel}: ${onderdeel}: ${tekst}.`).join('\n'));
}

const DUTCH: Readonly<Record<string, string>> = {
  invalid_type: 'dit ontbreekt of heeft niet de goede vorm', invalid_format: 'een datum als jjjj-mm-dd wordt verwacht', unrecognized_keys: 'er staat een onbekend veld in; let op de spelling',
  invalid_value: 'dit is geen van de bekende waarden', too_small: 'dit mag niet leeg zijn', invalid_key: 'deze naam heeft niet de goede vorm',
};

/** Op welke regel een onderdeel staat; JSON is ook YAML, en die lezer onthoudt de plaatsen. */
function regelZoeker(tekst: string): (path: readonly PropertyKey[]) => number {
  const regels = new LineCounter();
  const document = parseDocument(tekst, { lineCounter: regels });
  return (path) => {
    for (let lengte = path.length; lengte > 0; lengte--) {
      const knoop = document.getIn(path.slice(0, lengte), true) as { range?: readonly [number, number, number] } | undefined;
      if (knoop?.range) return regels.linePos(knoop.range[0]).line;
    }
    return 1;
  };
}
