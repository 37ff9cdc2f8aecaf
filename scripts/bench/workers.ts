import { z } from 'zod';
import { eenmalig } from '../../registratie/once.ts';
import { migreer } from '../../registratie/migrate.ts';
import { openRegister } from '../../registratie/register.ts';
import { startWerkers } from '../../workers/runtime/start-workers.ts';
import type { Werker } from '../../workers/runtime/worker.ts';
import { client, mediaan, rolProefUit, seconden, systeemklok, tot, type Client } from './tools.ts';

type Loper = (zeebe: Client, type: string, geteld: () => void) => Promise<() => Promise<unknown>> | (() => Promise<unknown>);

/** De kale werker van de SDK, met haar standaard tik van 300 ms of een snelle. */
const kaal = (tikMs?: number): Loper => (zeebe, type, geteld) => {
  const werker = zeebe.createWorker({
    taskType: type, maxJobsToActivate: 32, loglevel: 'NONE', ...(tikMs ? { pollInterval: tikMs as never } : {}),
    taskHandler: async (job) => {
      const klaar = await job.complete();
      geteld();
      return klaar;
    },
  });
  return () => werker.close();
};

/** Onze schil; geteld wordt de opdracht als het antwoord bevestigd is, net als bij de kale werker. */
const ons = (voerUit: Werker['voerUit']): Loper => (zeebe, type, geteld) => {
  const geteldeClient = new Proxy(zeebe, {
    get: (doel, naam) => {
      const deel = Reflect.get(doel, naam, doel) as unknown;
      if (naam === 'completeJob') return (verzoek: never) => doel.completeJob(verzoek).then((uit) => (geteld(), uit));
      return typeof deel === 'function' ? deel.bind(doel) : deel;
    },
  });
  const werker: Werker = { type, invoer: z.unknown(), koppen: z.unknown(), voerUit };
  const lopend = startWerkers({ zeebe: geteldeClient, werkers: [werker], klok: systeemklok });
  return () => lopend.stop(2_000);
};

/** Hoeveel klaarliggende jobs per seconde; de rondes wisselen elkaar af en de verhouding wordt per ronde genomen. */
export async function meetWerkers(adres: string, { rondes, jobs, map }: { rondes: number; jobs: number; map: string }): Promise<void> {
  const register = openRegister({ map: `${map}/register` });
  await migreer(register);
  const schrijf: Werker['voerUit'] = async (_, __, opdracht) => {
    await register.db.transaction().execute((tx) => eenmalig(tx, `bench:${opdracht.elementInstanceKey}`, async () => 'gedaan'));
  };
  const lopers: Record<string, Loper> = {
    'bare SDK, defaults (poll tick 300 ms)': kaal(),
    'bare SDK, poll tick 10 ms': kaal(10),
    'our shell, empty handler': ons(async () => undefined),
    'our shell, one register transaction': ons(schrijf),
  };
  const namen = Object.keys(lopers);
  const uitkomst = new Map(namen.map((naam) => [naam, [] as number[]]));
  const zeebe = client(adres, 'ons');
  for (let ronde = -1; ronde < rondes; ronde++) {
    // De volgorde draait elke ronde mee: wie begint heeft het voordeel van een rustige engine. Ronde -1 warmt op.
    for (const naam of namen.map((_, n) => namen[(n + Math.max(0, ronde)) % namen.length]!)) {
      const snelheid = await eenRonde(zeebe, lopers[naam]!, jobs);
      if (ronde >= 0) uitkomst.get(naam)!.push(snelheid);
    }
  }
  console.log(`\n1. Waiting jobs completed per second (${rondes} rounds of ${jobs} jobs, 32 at once, median)`);
  for (const basis of namen.slice(0, 2)) {
    for (const naam of namen) {
      const snel = uitkomst.get(naam)!;
      const verhouding = mediaan(snel.map((waarde, n) => waarde / uitkomst.get(basis)![n]!));
      console.log(`   ${naam.padEnd(40)} ${mediaan(snel).toFixed(0).padStart(5)}/s   ${verhouding.toFixed(2)} x ${basis}`);
    }
  }
  await register.sluit();
}

async function eenRonde(zeebe: Client, loper: Loper, jobs: number): Promise<number> {
  const id = `bench-werker-${Math.random().toString(36).slice(2, 10)}`;
  await rolProefUit(zeebe, id, 1, jobs);
  await zeebe.createProcessInstance({ bpmnProcessId: id, variables: {} });
  await new Promise((klaar) => setTimeout(klaar, 1_500)); // de engine maakt eerst alle jobs
  let klaar = 0;
  let begin = 0;
  const stop = await loper(zeebe, id, () => {
    if (klaar++ === 0) begin = performance.now();
  });
  if (!(await tot(() => klaar >= jobs, 120_000))) throw new Error(`bleef steken op ${klaar} van ${jobs}`);
  const duur = seconden(begin);
  await stop();
  return (jobs - 1) / duur;
}
