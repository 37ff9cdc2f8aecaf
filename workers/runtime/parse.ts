import type { z } from 'zod';
import { ContractFout } from '../../domein/errors.ts';

/**
 * Leest wat de engine stuurt en zegt in het Nederlands welk veld niet klopt. Wij ontleden zelf en niet de SDK: die raakt
 * een plaats kwijt bij een geheel getal boven 2^53 en schrijft dan alle variabelen naar de console (camunda-facts §3.3.4).
 * De boodschap noemt alleen namen van velden, nooit waarden.
 */
export function leesJson(ruw: string, wat: 'variabelen' | 'koppen'): Record<string, unknown> {
  let gelezen: unknown;
  try {
    // De dure controle per waarde alleen als er een getal van 16 cijfers of meer in de tekst staat.
    gelezen = /\d{16}/.test(ruw) ? JSON.parse(ruw, weigerOnveiligGetal) : JSON.parse(ruw || '{}');
  } catch (fout) {
    if (fout instanceof ContractFout) throw fout;
    throw new ContractFout(`De ${wat} van deze opdracht zijn geen geldige JSON.`);
  }
  if (typeof gelezen !== 'object' || gelezen === null || Array.isArray(gelezen)) {
    throw new ContractFout(`De ${wat} van deze opdracht zijn geen object.`);
  }
  return gelezen as Record<string, unknown>;
}

function weigerOnveiligGetal(sleutel: string, waarde: unknown): unknown {
  if (typeof waarde === 'number' && Number.isInteger(waarde) && !Number.isSafeInteger(waarde)) {
    throw new ContractFout(`Het veld "${sleutel}" is een te groot getal; geef het in het model mee als tekst.`);
  }
  return waarde;
}

/** Controleert gelezen gegevens tegen het contract van de werker. @throws ContractFout die de velden noemt. */
export function keur<T>(schema: z.ZodType<T>, gegevens: Record<string, unknown>, wat: 'variabelen' | 'koppen'): T {
  const uitkomst = schema.safeParse(gegevens);
  if (uitkomst.success) return uitkomst.data;
  const soort = wat === 'koppen' ? 'De kop' : 'Het veld';
  const zinnen = uitkomst.error.issues.slice(0, 3).map((kwestie) => {
    const pad = kwestie.path.map(String).join('.') || '(het geheel)';
    return `${soort} "${pad}" ${oordeel(kwestie, gegevens)}.`;
  });
  const rest = uitkomst.error.issues.length - zinnen.length;
  throw new ContractFout(zinnen.join(' ') + (rest > 0 ? ` En nog ${rest} andere.` : ''));
}

const NEDERLANDS: Record<string, string> = {
  string: 'tekst', number: 'een getal', int: 'een geheel getal', boolean: 'waar of onwaar', array: 'een lijst', object: 'een object', record: 'een object', date: 'een datum',
};

function oordeel(kwestie: z.core.$ZodIssue, gegevens: unknown): string {
  const waarde = kwestie.path.reduce<unknown>((deel, stap) => (deel as Record<PropertyKey, unknown> | null | undefined)?.[stap], gegevens);
  if (waarde === undefined) return 'ontbreekt';
  if (waarde === null) return 'is leeg';
  if (kwestie.code === 'invalid_type') return `moet ${NEDERLANDS[kwestie.expected] ?? kwestie.expected} zijn`;
  if (kwestie.code === 'unrecognized_keys') return `heeft onbekende velden: ${kwestie.keys.join(', ')}`;
  return 'voldoet niet aan de afspraak';
}
