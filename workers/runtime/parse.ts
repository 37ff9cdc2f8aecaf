import type { z } from 'zod';
import { ContractError } from '../../domein/errors.ts';
import { schoneWaarde } from '../../domein/invoer/tekst.ts';

/**
 * Leest wat de engine stuurt en zegt in het Nederlands welk veld niet klopt. Wij ontleden zelf en niet de SDK: die raakt
 * een plaats kwijt bij een geheel getal boven 2^53 en schrijft dan alle variabelen naar de console (camunda-facts §3.3.4).
 * De boodschap noemt alleen namen van velden, nooit waarden.
 */
export function parseJson(raw: string, wat: 'variabelen' | 'koppen'): Record<string, unknown> {
  let gelezen: unknown;
  try {
    // De dure controle per waarde alleen als er een getal van 16 cijfers of meer in de tekst staat.
    gelezen = /\d{16}/.test(raw) ? JSON.parse(raw, rejectUnsafeNumber) : JSON.parse(raw || '{}');
  } catch (error) {
    if (error instanceof ContractError) throw error;
    throw new ContractError(`De ${wat} van deze opdracht zijn geen geldige JSON.`);
  }
  if (typeof gelezen !== 'object' || gelezen === null || Array.isArray(gelezen)) {
    throw new ContractError(`De ${wat} van deze opdracht zijn geen object.`);
  }
  // Alles wat iemand in een formulier typte komt hier langs: geen werker en geen databank krijgt een onzichtbaar teken.
  return (BIJZONDER.test(raw) ? schoneWaarde(gelezen) : gelezen) as Record<string, unknown>;
}

/** Alleen tekst met iets anders dan gewone letters hoeft bekeken te worden; een regeleinde staat er als \n. */
// eslint-disable-next-line no-control-regex
const BIJZONDER = /[^\u0000-\u007E]|\\[urbf]/;

function rejectUnsafeNumber(key: string, value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new ContractError(`Het veld "${key}" is een te groot getal; geef het in het model mee als tekst.`);
  }
  return value;
}

/** Controleert gelezen gegevens tegen het contract van de werker. @throws ContractError die de velden noemt. */
export function validate<S extends z.ZodType>(schema: S, gegevens: Record<string, unknown>, wat: 'variabelen' | 'koppen'): z.output<S> {
  const outcome = schema.safeParse(gegevens);
  if (outcome.success) return outcome.data;
  const kind = wat === 'koppen' ? 'De kop' : 'Het veld';
  const zinnen = outcome.error.issues.slice(0, 3).map((issue) => {
    const path = issue.path.map(String).join('.') || '(het geheel)';
    return `${kind} "${path}" ${verdict(issue, gegevens)}.`;
  });
  const rest = outcome.error.issues.length - zinnen.length;
  throw new ContractError(zinnen.join(' ') + (rest > 0 ? ` En nog ${rest} andere.` : ''));
}

const DUTCH: Record<string, string> = {
  string: 'tekst', number: 'een getal', int: 'een geheel getal', boolean: 'waar of onwaar', array: 'een lijst', object: 'een object', record: 'een object', date: 'een datum',
};

function verdict(issue: z.core.$ZodIssue, gegevens: unknown): string {
  const value = issue.path.reduce<unknown>((part, step) => (part as Record<PropertyKey, unknown> | null | undefined)?.[step], gegevens);
  if (value === undefined) return 'ontbreekt';
  if (value === null) return 'is leeg';
  if (issue.code === 'invalid_type') return `moet ${DUTCH[issue.expected] ?? issue.expected} zijn`;
  if (issue.code === 'unrecognized_keys') return `heeft onbekende velden: ${issue.keys.join(', ')}`;
  return 'voldoet niet aan de afspraak';
}
