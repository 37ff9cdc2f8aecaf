import { haalCasus } from '../casus/bestaat.ts';
import type { Dependencies } from '../dependencies.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';

/** Wat de IB-er hoort over regels die niet zijn meegeteld. */
const MELDING = 'N-55';

/**
 * Verzuim dat niet is meegeteld verdwijnt niet stil: het logboek noemt elke rij en de IB-er krijgt bericht, met wat hij moet doen.
 * @returns wat er te schrijven is; niets als alles goed was
 */
export async function noemGeweigerd(
  { register, engine, klok }: Dependencies, mail: MeldingOpties, casusId: string, geweigerd: readonly string[], job: Aanleiding,
): Promise<Schrijven<void>> {
  if (geweigerd.length === 0) return () => Promise.resolve();
  const op = klok.nu();
  const rijen = geweigerd.map((zin) => `- ${zin}`).join('\n');
  const berichten = await makeBerichten(register, engine, mail, await haalCasus(register.db, casusId), { melding: MELDING, gebeurtenis: job.elementInstanceKey, op, gegevens: { rijen } });
  return async (tx) => {
    await schrijfSysteemregel(tx, job, { casusId, op, actie: 'Verzuim op een dag zonder school niet meegeteld', uitkomst: rijen });
    await zetKlaar(tx, berichten);
  };
}
