import { z } from 'zod';
import { CASUS_COLUMNS, LEERLING_COLUMNS, THUISZITTER_COLUMNS } from '../../registratie/casus-bijwerken.ts';
import { ContractError } from '../errors.ts';
import { schoon } from '../invoer/tekst.ts';

/** Een tekst zoals een model haar aan het register geeft. */
export const veldtekst = z.string().transform((tekst) => schoon(tekst).trim()).pipe(z.string().max(2000));
const datum = z.iso.date();

/** Wat er in een kolom mag; een kolom die hier niet genoemd is bestaat voor een model niet. */
const BIJZONDER: Record<string, z.ZodType> = {
  dagenThuisWeek: z.number().min(0).max(5),
  cyclus: z.int().min(1),
  groep: z.int().min(1).max(8),
  didactischeLeeftijdMaanden: z.int().min(0).max(100),
  ...Object.fromEntries(['escalatieDatum', 'duoMeldingOp', 'aotGemeldOp', 'brugStart', 'brugEind'].map((k) => [k, datum])),
  ...Object.fromEntries(['leerplichtBetrokken', 'jeugdteamBetrokken', 'cceGeraadpleegd', 'ingeschreven'].map((k) => [k, z.boolean()])),
};
/** Deze kolommen zijn nooit leeg: null betekent dan "niet veranderen". */
const NOOIT_LEEG = new Set(['registratieStatus', 'leerplichtBetrokken', 'jeugdteamBetrokken', 'cceGeraadpleegd', 'ingeschreven', 'groep', 'woonplaats', 'woongemeente']);
const KOLOMMEN: readonly string[] = [...CASUS_COLUMNS, ...THUISZITTER_COLUMNS, ...LEERLING_COLUMNS];

/**
 * Keurt de velden die een model in het register wil zetten.
 * @returns alleen de velden die veranderen, in de vorm van hun kolom
 * @throws ContractError die het veld noemt
 */
export function keurVelden(velden: Record<string, unknown>): Record<string, unknown> {
  const paren = Object.entries(velden).filter(([naam, waarde]) => !(NOOIT_LEEG.has(naam) && (waarde === null || waarde === undefined)));
  return Object.fromEntries(
    paren.map(([naam, waarde]) => {
      if (!KOLOMMEN.includes(naam)) throw new ContractError(`Het veld "velden.${naam}" bestaat niet in het register of mag niet door een model worden gewijzigd.`);
      const uitkomst = (BIJZONDER[naam] ?? veldtekst).nullish().safeParse(waarde);
      if (!uitkomst.success) throw new ContractError(`Het veld "velden.${naam}" heeft niet de juiste vorm.`);
      return [naam, uitkomst.data ?? null];
    }),
  );
}
