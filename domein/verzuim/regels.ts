import { z } from 'zod';
import type { VerzuimSoort } from '../../registratie/schema.ts';
import type { Datum } from '../kalender/datum.ts';

/** Eén dag met verzuim, zoals de school haar doorgeeft. `gemeldIn` is gevuld als een verzuimmelding de uren al meetelde. */
export interface VerzuimRegel {
  datum: Datum;
  dagdelen: number;
  uren: number;
  soort: VerzuimSoort;
  gemeldIn?: string | null;
}

/** Eén keer te laat: aan het begin van de schooldag of tijdens een les (r. 67, r. 161). */
export interface TeLaat {
  datum: Datum;
  moment: string;
  gemeldIn?: string | null;
}

/** Volgorde bij twee regels op dezelfde dag: wat het zwaarst weegt voor de meldplicht wint. */
const ZWAARTE: Record<VerzuimSoort, number> = {
  ONGEOORLOOFD: 5,
  VERMOEDELIJK_ONGEOORLOOFD: 4,
  LUXE: 3,
  ZIEKTE: 2,
  GEOORLOOFD_OVERIG: 1,
  DOOR_SCHOOL: 0,
};

/**
 * De soorten die voor de zestien uur meetellen; ook vermoedelijk ongeoorloofd telt (r. 66, r. 160). Een dag die door de school
 * komt (naar huis gestuurd, schorsing: r. 417) telt als dag thuis, nooit als ongeoorloofd.
 */
export const TELT_VOOR_UREN: readonly VerzuimSoort[] = ['ONGEOORLOOFD', 'VERMOEDELIJK_ONGEOORLOOFD', 'LUXE'];

/** Hoe een soort verzuim in een zin heet. */
export const SOORTNAMEN: Readonly<Record<VerzuimSoort, string>> = {
  ONGEOORLOOFD: 'ongeoorloofd',
  VERMOEDELIJK_ONGEOORLOOFD: 'vermoedelijk ongeoorloofd',
  ZIEKTE: 'ziekte',
  GEOORLOOFD_OVERIG: 'geoorloofd',
  DOOR_SCHOOL: 'door de school',
  LUXE: 'vakantie',
};

/** Formulieren geven keuzerondjes als tekst en lege lijsten als null; beide zijn goed. */
const getal = z.coerce.number();
/** Een dag, ook als er een tijdstip achter staat. */
export const dag = z.string().regex(/^\d{4}-\d{2}-\d{2}/).transform((d) => d.slice(0, 10));

/**
 * Wat het formulier verzuimstand of het leerlingvolgsysteem stuurt (spec F-04), of een feit uit de route: geen gehoor bij de
 * jeugdarts, een gevoerd escalatiegesprek of een ingediende melding. Alleen de school geeft een peildatum; een feit heeft er geen en is geen opgave.
 */
export const verzuimInvoer = z.object({
  peildatum: dag.nullish(),
  regels: z
    .array(
      z.object({
        datum: dag,
        dagdelen: getal.pipe(z.int().min(0).max(2)),
        uren: getal.pipe(z.number().min(0).max(8)),
        soort: z.enum(['ONGEOORLOOFD', 'VERMOEDELIJK_ONGEOORLOOFD', 'ZIEKTE', 'GEOORLOOFD_OVERIG', 'LUXE', 'DOOR_SCHOOL']),
      }),
    )
    .nullish()
    .transform((lijst) => lijst ?? []),
  teLaat: z
    .array(z.object({ datum: dag, moment: z.string() }))
    .nullish()
    .transform((lijst) => lijst ?? []),
  /** De school zegt dat er in de week geen verzuim was; een lege lijst alleen zegt niets. */
  geenVerzuim: z.boolean().nullish().transform(Boolean),
  /** De week waarnaar gevraagd is (haar maandag); zonder is het de week van de peildatum. */
  week: dag.nullish(),
  tweeWekenGroteMoeite: z.boolean().nullish(),
  jgzGeenGehoor: z.boolean().nullish().transform(Boolean),
  escalatiegesprekGevoerd: z.boolean().nullish().transform(Boolean),
  /** Een melding is ingediend: wat er intussen bij kwam wordt opnieuw gewogen. */
  naMelding: z.boolean().nullish().transform(Boolean),
  /** Dagen waarvan het verzuim bij die melding is verbeterd: hun weken worden opnieuw beoordeeld. */
  verbeterd: z.array(dag).nullish().transform((lijst) => lijst ?? []),
}).refine(({ peildatum, jgzGeenGehoor, escalatiegesprekGevoerd, naMelding }) => Boolean(peildatum) || jgzGeenGehoor || escalatiegesprekGevoerd || naMelding, { path: ['peildatum'] });
export type VerzuimInvoer = z.output<typeof verzuimInvoer>;

/** @returns één regel per dag; twee regels op een dag worden één, ongeacht hun volgorde. */
export function voegSamen(regels: readonly VerzuimRegel[]): VerzuimRegel[] {
  const perDag = new Map<Datum, VerzuimRegel>();
  for (const regel of regels) {
    const eerder = perDag.get(regel.datum);
    perDag.set(regel.datum, eerder ? zwaarste(eerder, regel) : { ...regel });
  }
  return [...perDag.values()].sort((a, b) => a.datum.localeCompare(b.datum));
}

function zwaarste(a: VerzuimRegel, b: VerzuimRegel): VerzuimRegel {
  return {
    datum: a.datum,
    dagdelen: Math.max(a.dagdelen, b.dagdelen),
    uren: Math.max(a.uren, b.uren),
    soort: ZWAARTE[a.soort] >= ZWAARTE[b.soort] ? a.soort : b.soort,
    gemeldIn: a.gemeldIn ?? b.gemeldIn ?? null,
  };
}
