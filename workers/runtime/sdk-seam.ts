import type { EventEmitter } from 'node:events';
import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import type { RuweJob } from './shell.ts';

/** Een job zoals gRPC hem bezorgt, vóór de SDK hem ontleedt. */
interface GrpcJob {
  key: string; type: string; retries: number; variables: string; customHeaders: string;
  elementId: string; elementInstanceKey: string; processInstanceKey: string; bpmnProcessId: string;
}
interface Stroom extends EventEmitter { error?: undefined }
type Peiling = (verzoek: unknown) => Promise<Stroom | { error: unknown } | undefined>;

/** De onderdelen van de werker van SDK 8.8.13 die geen deel zijn van haar typen. */
interface SdkWerker {
  handleJobResponse(antwoord: { jobs: GrpcJob[] }): void;
  poll(): Promise<void>;
  close(): Promise<unknown>;
  readonly closing: boolean;
  readonly capacityEmitter: EventEmitter;
  readonly grpcClient: { activateJobsStream: Peiling; close(): Promise<unknown> };
  CAMUNDA_JOB_WORKER_MAX_BACKOFF_MS: number;
}

export interface Haken {
  /** Wordt afgewacht vóór elke vraag om werk: hier zit de wachttijd na fouten. */
  voorPeiling(signaal: AbortSignal): Promise<void>;
  peilingGelukt(): void;
  peilingMislukt(fout: unknown): void;
  /** Voert de opdracht uit; gooit nooit. */
  opdracht(job: RuweJob): Promise<void>;
  /** Een opdracht die binnenkwam terwijl de werker al sluit. */
  teLaat(job: RuweJob): void;
}

export interface NaadOpties {
  readonly type: string;
  readonly haalOp?: readonly string[];
  readonly vergrendelingMs: number;
  readonly tegelijk: number;
  readonly wachtOpWerkMs: number;
}

export interface Naad {
  /** Neemt geen nieuw werk meer aan en sluit als het laatste klaar is; kan bij een fout van de SDK eeuwig duren. */
  sluit(): Promise<void>;
  /** Verbreekt de verbinding meteen. */
  breekAf(): void;
}

/**
 * De enige plek die weet hoe de werker van de SDK er van binnen uitziet. Zij laat openingen waar de SDK zelf niets mee
 * doet of fouten maakt: variabelen gaan ongelezen langs haar heen; opdrachten die tijdens het sluiten binnenkomen gaan
 * terug in plaats van zoek; gelukte vragen zijn te zien; na een fout wordt gewacht; en bij vrije plaatsen wordt meteen
 * om werk gevraagd in plaats van op de volgende tik. Bij een andere SDK gooit dit bij het starten, en zo hoort het.
 */
export function openNaad(zeebe: ZeebeGrpcClient, opties: NaadOpties, haken: Haken): Naad {
  const afbreken = new AbortController();
  const publiek = zeebe.createWorker({
    taskType: opties.type,
    maxJobsToActivate: opties.tegelijk,
    timeout: opties.vergrendelingMs as never,
    longPoll: opties.wachtOpWerkMs as never,
    ...(opties.haalOp ? { fetchVariable: [...opties.haalOp] } : {}),
    loglevel: 'NONE',
    taskHandler: async (job) => {
      // `forward` is de enige manier om de plaats vrij te geven zonder dat de SDK zelf een antwoord stuurt.
      await haken.opdracht(job as unknown as RuweJob);
      return job.forward();
    },
  });
  const werker = publiek as unknown as SdkWerker;
  controleer(werker);
  werker.CAMUNDA_JOB_WORKER_MAX_BACKOFF_MS = 1;

  const vraagOpnieuw = (): void => {
    if (!werker.closing) werker.poll().catch((fout: unknown) => haken.peilingMislukt(fout));
  };
  werker.capacityEmitter.on('AVAILABLE', vraagOpnieuw);

  const neemAan = werker.handleJobResponse;
  werker.handleJobResponse = ({ jobs }) => {
    if (werker.closing) return jobs.forEach((job) => haken.teLaat(ruw(job)));
    neemAan({ jobs: jobs.map((job) => ({ ...job, ...ruw(job), variables: '{}', customHeaders: '{}' })) });
  };

  const vraag = werker.grpcClient.activateJobsStream.bind(werker.grpcClient);
  werker.grpcClient.activateJobsStream = async (verzoek) => {
    await haken.voorPeiling(afbreken.signal);
    const stroom = werker.closing ? undefined : await vraag(verzoek);
    // Zonder deze regel leest de SDK `.error` van undefined en eindigt het proces met een onopgevangen fout.
    if (!stroom) return { error: new Error('de werker sluit') };
    if ('error' in stroom && stroom.error) haken.peilingMislukt(stroom.error);
    else luister(stroom as Stroom);
    return stroom;
  };

  function luister(stroom: Stroom): void {
    let kreegWerk = false;
    stroom.on('data', () => {
      kreegWerk = true;
      haken.peilingGelukt();
    });
    stroom.on('status', (stand: { code: number }) => stand.code === 0 && haken.peilingGelukt());
    stroom.on('error', (fout: unknown) => haken.peilingMislukt(fout));
    stroom.on('end', () => kreegWerk && setImmediate(vraagOpnieuw));
  }

  return {
    async sluit() {
      afbreken.abort();
      await werker.close();
    },
    breekAf() {
      afbreken.abort();
      werker.close().catch(() => undefined);
      werker.grpcClient.close().catch(() => undefined);
    },
  };
}

function ruw(job: GrpcJob): RuweJob {
  const { key, type, elementId, elementInstanceKey, processInstanceKey, bpmnProcessId, retries } = job;
  const opdracht = { sleutel: key, type, elementId, elementInstanceKey, processInstanceKey, bpmnProcessId, pogingenOver: retries };
  return { opdracht, variabelen: job.variables, koppen: job.customHeaders };
}

function controleer(werker: SdkWerker): void {
  const aanwezig = [werker.handleJobResponse, werker.poll, werker.capacityEmitter?.on, werker.grpcClient?.activateJobsStream];
  if (!aanwezig.every((deel) => typeof deel === 'function')) {
    throw new Error('Deze versie van @camunda8/sdk is van binnen anders dan 8.8.13: controleer workers/runtime/sdk-seam.ts.');
  }
}
