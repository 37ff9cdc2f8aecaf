import { makeDuoMeldingIndienen } from '../../workers/duo-melding-indienen.ts';
import { plusDagen } from '../../domein/kalender/datum.ts';
import { bepaalGronden } from '../../domein/verzuim/meldplicht.ts';
import { makeVerzuimVerwerken } from '../../workers/verzuim-verwerken.ts';
import { openKaleCasus } from './casus.ts';
import { fakeEngine } from './fake-engine.ts';
import { runWorker, type JobFields, type Workbench } from './worker.ts';

type Verzuim = Record<string, number & boolean & string[]>;

/** Een casus met wat de school over het verzuim doorgeeft (`stand`) en wat de IB-er bij DUO meldt (`meld`). */
export async function setupVerzuim(bank: Workbench, geboortedatum?: string) {
  const { register, klok } = bank;
  klok.zet('2025-09-19T16:00:00+02:00');
  const { casusId } = await openKaleCasus(register, geboortedatum);
  const engine = fakeEngine();
  const deps = bank.deps(engine);
  const verwerk = makeVerzuimVerwerken(deps);
  /** Een verzuimstand door CA-01: verwerken, en dan de gronden zoals het model ze bepaalt. */
  const stand = async (peildatum: string, meer: Record<string, unknown> = {}, job: JobFields = {}) => {
    const uit = await runWorker(verwerk, { casusId, verzuimInvoer: { peildatum, ...meer } }, job);
    const verzuim = uit.verzuim as Verzuim;
    const status = uit.leerlingStatus as { leeftijd: number; leerplichtig: boolean };
    return { verzuim, status, gronden: status.leerplichtig ? await bepaalGronden(engine, verzuim) : [] };
  };
  const meld = (gronden: string[], duoMelding: Record<string, unknown>, job: JobFields = {}, verzuimOpgave: Record<string, unknown> | null = null) =>
    runWorker(makeDuoMeldingIndienen(deps), { casusId, gronden, duoMelding, verzuimOpgave }, job);
  return { register, casusId, klok, deps, stand, meld, db: register.db };
}

export const vermoedelijk = (datum: string, uren: number, dagdelen: number) => ({ datum, uren, dagdelen: String(dagdelen), soort: 'VERMOEDELIJK_ONGEOORLOOFD' });
/** AS-03: 15,75 uur in vier lesweken, net onder de drempel van zestien. */
export const AS03 = [vermoedelijk('2025-09-15', 5, 2), vermoedelijk('2025-09-16', 5, 2), vermoedelijk('2025-09-18', 5, 2), vermoedelijk('2025-09-19', 0.75, 0)];
/** Negen schooldagen te laat, met een weekend ertussen. */
export const teLaat = Array.from({ length: 9 }, (_, n) => ({ datum: plusDagen('2025-09-22', n < 5 ? n : n + 2), moment: n > 6 ? 'TIJDENS_LES' : 'BEGIN_SCHOOLDAG' }));
