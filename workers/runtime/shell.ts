import type { Tijd } from '../../engine/time.ts';
import { bepaalAntwoord, type FoutOpties } from './failure.ts';
import { PermanenteFout, TijdelijkeFout } from '../../domein/errors.ts';
import { keur, leesJson } from './parse.ts';
import type { JobCommandos } from './job-commands.ts';
import type { Log } from './log.ts';
import { keurUitvoer } from './output.ts';
import { bezorg, type Bezorging } from './deliver.ts';
import type { Opdracht, Werker } from './worker.ts';

/** Een job zoals de engine hem stuurt; variabelen en koppen nog als JSON-tekst. */
export interface RuweJob {
  readonly opdracht: Opdracht;
  readonly variabelen: string;
  readonly koppen: string;
}

export interface SchilOpties {
  readonly commandos: JobCommandos;
  readonly tijd: Tijd;
  readonly log: Log;
  readonly fouten: FoutOpties;
  readonly bezorging: Bezorging;
  /** Hoe lang de use case mag duren; korter dan de vergrendeling, anders werken er twee tegelijk aan hetzelfde. */
  readonly werkMs: number;
}

/**
 * De schil om elke opdracht: inlezen, use case, antwoord. Ze belooft twee dingen waar de SDK niet voor zorgt: er gaat
 * altijd precies één antwoord naar de engine (ook als de werker iets anders dan een Error gooit, of nooit klaar is), en
 * ze gooit zelf nooit iets (dat zou de plaats van de opdracht lekken of het proces beëindigen, camunda-facts §3.3.4–6).
 */
export function maakSchil(werker: Werker, opties: SchilOpties): (job: RuweJob) => Promise<void> {
  const { commandos, log } = opties;

  async function voerUit(job: RuweJob): Promise<Record<string, unknown>> {
    const koppen = keur(werker.koppen, leesJson(job.koppen, 'koppen'), 'koppen');
    const invoer = keur(werker.invoer, leesJson(job.variabelen, 'variabelen'), 'variabelen');
    return keurUitvoer(await binnenTijd(werker.voerUit(invoer, koppen, job.opdracht), opties));
  }

  async function meldFout(fout: unknown, opdracht: Opdracht): Promise<void> {
    const antwoord = bepaalAntwoord(fout, opdracht, opties.fouten);
    const over = wie(opdracht);
    if (antwoord.soort === 'bpmn-fout') {
      log.info({ ...over, code: antwoord.code }, 'bedrijfsfout');
      await bezorg(() => commandos.bpmnFout(opdracht.sleutel, antwoord.code, antwoord.boodschap, antwoord.variabelen), opties.bezorging);
    } else {
      log[antwoord.pogingen === 0 ? 'error' : 'warn']({ ...over, pogingenOver: antwoord.pogingen, wachtMs: antwoord.wachtMs, fout }, 'opdracht mislukt');
      await bezorg(() => commandos.mislukt(opdracht.sleutel, antwoord.pogingen, antwoord.wachtMs, antwoord.boodschap), opties.bezorging);
    }
  }

  async function antwoord(job: RuweJob): Promise<void> {
    let uitvoer: Record<string, unknown>;
    try {
      uitvoer = await voerUit(job);
    } catch (fout) {
      return meldFout(fout, job.opdracht);
    }
    try {
      const afloop = await bezorg(() => commandos.voltooi(job.opdracht.sleutel, uitvoer), opties.bezorging);
      if (afloop !== 'bezorgd') log.warn({ ...wie(job.opdracht), afloop }, 'voltooien niet bevestigd');
    } catch (fout) {
      log.error({ ...wie(job.opdracht), fout }, 'de engine weigert de uitkomst');
      return meldFout(new PermanenteFout('De engine kan de uitkomst van deze stap niet opslaan.'), job.opdracht);
    }
  }

  return async (job) => {
    try {
      await antwoord(job);
    } catch (fout) {
      log.error({ ...wie(job.opdracht), fout }, 'het antwoord kwam niet aan; de opdracht komt terug na de vergrendeling');
    }
  };
}

/** Wat van een opdracht in het log mag. */
const wie = (o: Opdracht): Record<string, string> => ({ type: o.type, opdracht: o.sleutel, stap: o.elementId, instantie: o.processInstanceKey });

/** Wacht op de use case, maar niet langer dan mag; een latere afloop wordt genegeerd (effecten zijn eenmalig). */
async function binnenTijd<T>(werk: Promise<T>, { tijd, werkMs }: SchilOpties): Promise<T> {
  const klaar = new AbortController();
  const teLaat = tijd.wacht(werkMs, klaar.signal).then((): never => {
    throw new TijdelijkeFout(`De stap duurde langer dan ${Math.round(werkMs / 1000)} seconden.`);
  });
  teLaat.catch(() => undefined);
  try {
    return await Promise.race([werk, teLaat]);
  } finally {
    klaar.abort();
    Promise.resolve(werk).catch(() => undefined);
  }
}
