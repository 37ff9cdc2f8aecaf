import { DateTime } from 'luxon';
import { z } from 'zod';
import { EMAIL_PATROON, EMAIL_UITLEG } from '../invoer/email.ts';
import { schoneRegel, schoon } from '../invoer/tekst.ts';

/**
 * Bouwstenen voor invoer van mensen (spec deel 3 §8): schoon (domein/invoer/tekst.ts), en met een melding die
 * het veld noemt zoals het op het formulier staat en zegt wat er verwacht wordt. De ingevulde waarde komt er nooit in voor.
 */

/** Leeg gelaten velden komen uit een formulier als null, "" of helemaal niet. */
const leeg = (waarde: unknown): unknown => (waarde === null || (typeof waarde === 'string' && waarde.trim() === '') ? undefined : waarde);
/** Zonder onzichtbare tekens: een naam die alleen daaruit bestaat is leeg. */
const zonderOnzichtbaar = (waarde: unknown): unknown => leeg(typeof waarde === 'string' ? schoon(waarde).trim() : waarde);

interface TekstOpties {
  min?: number;
  max: number;
  patroon?: RegExp;
  /** Wat het patroon betekent, als vervolg op "Label: ". */
  uitleg?: string;
  meerRegels?: boolean;
}

function tekstSchema(label: string, options: TekstOpties): z.ZodType<string> {
  const { min = 1, max, patroon, uitleg, meerRegels = false } = options;
  return z
    .string({ error: `${label}: vul tekst in.` })
    .transform((t) => (meerRegels ? t : schoneRegel(t)))
    .refine((t) => t.length >= min, { error: `${label}: schrijf minstens ${min} tekens.`, abort: true })
    .refine((t) => t.length <= max, { error: `${label}: schrijf hoogstens ${max} tekens.`, abort: true })
    .refine((t) => patroon === undefined || patroon.test(t), { error: `${label}: ${uitleg ?? 'de vorm klopt niet'}.` });
}

const verplicht = <T>(label: string, schema: z.ZodType<T>): z.ZodType<T> =>
  z.preprocess(zonderOnzichtbaar, z.unknown().refine((w) => w !== undefined, { error: `${label}: dit veld is verplicht.`, abort: true }).pipe(schema as z.ZodType<T, NonNullable<unknown> | null>));
/** Leeg mag; wat er wel staat wordt gekeurd met de eigen zinnen van het veld. */
const vrij = <T>(schema: z.ZodType<T>): z.ZodType<T | null> =>
  z.preprocess(
    (w) => zonderOnzichtbaar(w) ?? null,
    z.unknown().transform((w, fout): T | null => {
      if (w === null) return null;
      const uitkomst = schema.safeParse(w);
      if (uitkomst.success) return uitkomst.data;
      for (const { message } of uitkomst.error.issues) fout.addIssue({ code: 'custom', message, input: w });
      return z.NEVER;
    }),
  );

export const tekst = (label: string, options: TekstOpties): z.ZodType<string> => verplicht(label, tekstSchema(label, options));
export const tekstVrij = (label: string, options: TekstOpties): z.ZodType<string | null> => vrij(tekstSchema(label, options));

/** Een naam van een mens: letters, punten, streepjes, apostroffen (recht en krom, ook vooraan: 't Hooft) en spaties; dus geen `;`, `<` of `=` (B-30, B-31). */
export const persoonsnaam = (label: string, max: number): z.ZodType<string> =>
  tekst(label, { max, patroon: /^['’‘`´]?\p{L}[\p{L}\p{M}.'’‘`´ \-\u2010-\u2013]*$/u, uitleg: 'gebruik alleen letters, spaties, punten, streepjes en apostroffen' });

const EMAIL = { max: 200, patroon: new RegExp(EMAIL_PATROON), uitleg: `geef ${EMAIL_UITLEG}` };
export const email = (label: string): z.ZodType<string> => tekst(label, EMAIL);
export const emailVrij = (label: string): z.ZodType<string | null> => tekstVrij(label, EMAIL);

export const keuze = <T extends string>(label: string, waarden: readonly [T, ...T[]]): z.ZodType<T> =>
  verplicht(label, z.enum(waarden, { error: `${label}: kies een van de mogelijkheden (${waarden.join(', ')}).` }) as unknown as z.ZodType<T>);
export const keuzeVrij = <T extends string>(label: string, waarden: readonly [T, ...T[]]): z.ZodType<T | null> =>
  vrij(z.enum(waarden, { error: `${label}: kies een van de mogelijkheden (${waarden.join(', ')}).` }) as unknown as z.ZodType<T>);

/** Ja of nee uit een keuzerondje, als boolean. */
export const jaNee = (label: string): z.ZodType<boolean> =>
  verplicht(label, z.enum(['ja', 'nee'], { error: `${label}: kies ja of nee.` }).transform((w) => w === 'ja') as unknown as z.ZodType<boolean>);

/** Een vakje: niet aangevinkt komt als niets binnen. */
export const vakje = (label: string): z.ZodType<boolean> =>
  z.preprocess((w) => leeg(w) ?? false, z.boolean({ error: `${label}: vink aan of laat leeg.` }));

interface GetalOpties {
  min: number;
  max: number;
  stap: number;
}

/** Een getal; een keuzelijst stuurt het als tekst. Alleen gewone cijfers met een punt: geen 1e3, geen "acht" (B-13). */
function getalSchema(label: string, { min, max, stap }: GetalOpties): z.ZodType<number> {
  const soort = stap === 1 ? 'een heel getal' : `een getal in stappen van ${String(stap).replace('.', ',')}`;
  const error = `${label}: vul ${soort} in van ${min} tot en met ${max}.`;
  return z
    .union([z.number(), z.string().regex(/^-?\d{1,6}(\.\d{1,4})?$/).transform(Number)], { error: error })
    .refine((n) => Number.isFinite(n) && n >= min && n <= max && Math.abs(n / stap - Math.round(n / stap)) < 1e-9, { error: error }) as unknown as z.ZodType<number>;
}
export const getal = (label: string, options: GetalOpties): z.ZodType<number> => verplicht(label, getalSchema(label, options));
export const getalVrij = (label: string, options: GetalOpties): z.ZodType<number | null> => vrij(getalSchema(label, options));

/** Een bestaande dag als JJJJ-MM-DD (B-17, B-78), met eventueel extra eisen. */
export function datum(label: string, eisen: { eis(dag: string): boolean; fout: string }[] = []): z.ZodType<string> {
  const basis: z.ZodType<string> = z
    .string({ error: `${label}: vul een datum in.` })
    .refine((d) => /^\d{4}-\d{2}-\d{2}$/.test(d) && DateTime.fromISO(d).isValid, { error: `${label}: deze datum bestaat niet; gebruik jjjj-mm-dd.`, abort: true });
  const schema = eisen.reduce<z.ZodType<string>>((s, { eis, fout: error }) => s.refine(eis, { error: `${label}: ${error}.`, abort: true }), basis);
  return verplicht(label, schema);
}

/**
 * Alle fouten van een keuring als zinnen, elke zin één keer, in de volgorde van het formulier.
 * @param rijLabel zet voor een fout in een lijst welke rij het is
 */
export function alsZinnen(error: z.ZodError, rijLabel: (path: readonly PropertyKey[]) => string = () => ''): string[] {
  const zinnen = error.issues.flatMap((kwestie) => {
    if (kwestie.code === 'unrecognized_keys') return kwestie.keys.map((sleutel) => `Onbekend veld "${sleutel.slice(0, 60)}".`);
    return [rijLabel(kwestie.path) + kwestie.message];
  });
  return [...new Set(zinnen)];
}
