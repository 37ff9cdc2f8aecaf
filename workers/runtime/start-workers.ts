import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { maakBegrenzer, type Begrenzer } from '../../engine/limiter.ts';
import { grpcCode, isTegendruk } from '../../engine/grpc-code.ts';
import { machinetijd, type Tijd } from '../../engine/time.ts';
import type { Klok } from '../../domein/klok.ts';
import { voerAf } from './drain.ts';
import { STANDAARD_WACHTTIJDEN_MS } from './failure.ts';
import type { JobCommandos } from './job-commands.ts';
import { maakLog, type Log } from './log.ts';
import { maakSchil, type RuweJob } from './shell.ts';
import { openNaad, type Naad } from './sdk-seam.ts';
import { maakTerugval } from './backoff.ts';
import { bezorg } from './deliver.ts';
import { maakWaakhond, type WerkerGezondheid } from './watchdog.ts';
import type { Werker } from './worker.ts';

export interface StartOpties {
  readonly tijd: Tijd;
  /** Gedeeld met `engine/commands.ts`, zodat drukte die de een merkt de ander laat inhouden. */
  readonly begrenzer: Begrenzer;
  /** Wachttijden na een tijdelijke fout, en het aantal pogingen dat de modellen geven. */
  readonly wachttijdenMs: readonly number[];
  readonly pogingenInModel: number;
  /** Hoeveel opdrachten van één type tegelijk. */
  readonly tegelijk: number;
  /** Hoe lang de engine een vraag om werk openhoudt. */
  readonly wachtOpWerkMs: number;
  /** Zo lang zonder gelukte vraag: ongezond, en er komt een nieuwe werker. */
  readonly stilteMs: number;
  /** Hoe lang één antwoord aan de engine mag duren. */
  readonly antwoordMs: number;
  readonly terugval: { readonly beginMs: number; readonly hoogsteMs: number };
}

export interface LopendeWerkers {
  gezondheid(): WerkerGezondheid[];
  stop(deadlineMs: number): Promise<void>;
}

/**
 * Start alle werkers op de verbinding en bewaakt ze. Vragen (poll), nooit stream: de stream van de SDK komt na een
 * fout niet terug (camunda-facts §3.3.7). Een werker die te lang stil is wordt vervangen door een nieuw object; hetzelfde
 * object herstarten blijft dood (anchors §6.3.3).
 */
export function startWerkers(start: {
  zeebe: ZeebeGrpcClient;
  werkers: readonly Werker[];
  klok: Klok;
  /** Zonder log: JSON naar de uitvoer, vanaf waarschuwingen. */
  log?: Log;
  opties?: Partial<StartOpties>;
}): LopendeWerkers {
  const log = start.log ?? maakLog({ niveau: 'warn' });
  const o: StartOpties = {
    tijd: machinetijd, begrenzer: start.opties?.begrenzer ?? maakBegrenzer(), wachttijdenMs: STANDAARD_WACHTTIJDEN_MS, pogingenInModel: 3,
    tegelijk: 32, wachtOpWerkMs: 10_000, stilteMs: 30_000, antwoordMs: 10_000, terugval: { beginMs: 200, hoogsteMs: 5_000 },
    ...start.opties,
  };
  const commandos = zeebeCommandos(start.zeebe);
  const lopend = start.werkers.map((werker) => startEen(werker, { ...start, log }, commandos, o));
  const bewaking = setInterval(() => lopend.forEach((een) => een.bewaak()), Math.max(50, o.stilteMs / 4));
  let gestopt: Promise<void> | undefined;
  return {
    gezondheid: () => lopend.map((een) => een.gezondheid()),
    stop: (deadlineMs) => (gestopt ??= (async () => {
      clearInterval(bewaking);
      const opTijd = await voerAf(lopend, deadlineMs, o.tijd);
      if (!opTijd) log.warn({ deadlineMs }, 'niet al het werk was op tijd klaar; het komt na de vergrendeling terug');
    })()),
  };
}

function startEen(werker: Werker, { zeebe, klok, log }: { zeebe: ZeebeGrpcClient; klok: Klok; log: Log }, commandos: JobCommandos, o: StartOpties) {
  const { tijd, begrenzer } = o;
  const vergrendelingMs = werker.vergrendelingMs ?? 60_000;
  const waakhond = maakWaakhond(werker.type, { tijd, klok, stilteMs: o.stilteMs });
  const terugval = maakTerugval(tijd, o.terugval);
  const bezorging = { tijd, begrenzer, geduldMs: vergrendelingMs, antwoordMs: o.antwoordMs };
  const schil = maakSchil(werker, {
    commandos, tijd, log, bezorging, werkMs: vergrendelingMs * 0.9,
    fouten: { wachttijdenMs: o.wachttijdenMs, pogingenInModel: o.pogingenInModel, toeval: tijd.toeval },
  });
  const haken = {
    voorPeiling: (signaal: AbortSignal) => terugval.wacht(signaal),
    peilingGelukt() {
      terugval.gelukt();
      waakhond.gelukt();
    },
    peilingMislukt(fout: unknown) {
      terugval.mislukt();
      if (isTegendruk(fout)) begrenzer.meldDruk();
      else log.warn({ type: werker.type, code: grpcCode(fout) }, 'vragen om werk mislukte');
    },
    async opdracht(job: RuweJob) {
      waakhond.begint();
      await schil(job);
      waakhond.klaar();
    },
    teLaat({ opdracht }: RuweJob) {
      // Met hetzelfde aantal pogingen en zonder wachttijd: een ander kan er meteen mee verder.
      const terug = () => commandos.mislukt(opdracht.sleutel, opdracht.pogingenOver, 0, 'De werker stopte; een ander neemt dit over.');
      bezorg(terug, { ...bezorging, geduldMs: 2_000 }).catch(() => undefined);
    },
  };
  const open = (): Naad => openNaad(zeebe, {
    type: werker.type, vergrendelingMs, tegelijk: o.tegelijk, wachtOpWerkMs: o.wachtOpWerkMs, ...(werker.haalOp ? { haalOp: werker.haalOp } : {}),
  }, haken);
  let naad = open();
  return {
    gezondheid: () => waakhond.gezondheid(),
    bewaak() {
      if (!waakhond.stil()) return;
      log.warn({ type: werker.type }, 'de werker is stil; er komt een nieuwe');
      const oud = naad;
      waakhond.opnieuw();
      naad = open();
      oud.breekAf();
    },
    sluit: () => naad.sluit(),
    breekAf: () => naad.breekAf(),
  };
}

/** De antwoorden over de hoofdverbinding, zodat een vervangen werker zijn lopende werk nog kan melden. */
function zeebeCommandos(zeebe: ZeebeGrpcClient): JobCommandos {
  return {
    voltooi: async (jobKey, variables) => zeebe.completeJob({ jobKey, variables: variables as never }),
    mislukt: async (jobKey, retries, retryBackOff, errorMessage) => zeebe.failJob({ jobKey, retries, retryBackOff, errorMessage }),
    bpmnFout: async (jobKey, errorCode, errorMessage, variables) => zeebe.throwError({ jobKey, errorCode, errorMessage, variables: variables as never }),
  };
}
