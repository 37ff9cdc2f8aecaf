import { z } from 'zod';
import { maakBegrenzer } from '../../engine/limiter.ts';
import { maakEngine } from '../../engine/commands.ts';
import { startWerkers } from '../../workers/runtime/start-workers.ts';
import { volgTegendruk, type Tegendruk } from './backpressure.ts';
import { client, rolProefUit, seconden, systeemklok, tot, vangConsole } from './tools.ts';

const STAPPEN = 5;
const GEDULD_MS = 300_000;

/** Telt per instantie welke stappen gedaan zijn; dubbel geleverd telt één keer. */
function boekhouding() {
  const gedaan = new Map<string, Set<string>>();
  let stappen = 0;
  return {
    stap(instantie: string, stap: string) {
      const deel = gedaan.get(instantie) ?? new Set();
      gedaan.set(instantie, deel.add(stap));
      stappen++;
    },
    volledig: () => [...gedaan.values()].filter((deel) => deel.size === STAPPEN).length,
    stappen: () => stappen,
  };
}

/** Veel instanties tegelijk, met lege stappen: wat komt aan, hoe snel, en wat ziet een beheerder intussen? */
export async function meetStorm(adres: string, beheerUrl: string, aantal: number): Promise<void> {
  console.log(`\n2. ${aantal} instances x ${STAPPEN} empty jobs, all started at once`);
  const keren = Number(process.env['BENCH_STORMEN'] ?? 1);
  for (let keer = 0; keer < keren; keer++) {
    for (const [naam, meet] of [
      ['ours', () => metOns(adres, aantal)],
      ['bare SDK, all at once, its own retries', () => metKaal(adres, aantal, Infinity)],
      ['bare SDK, 30 in flight, its own retries', () => metKaal(adres, aantal, 30)],
    ] as const) {
      const engine = volgTegendruk(beheerUrl);
      const uitslag = await meet();
      meld(naam, uitslag, await engine.klaar());
    }
  }
}

interface Uitslag { startS: number; totaalS: number; gestart: number; volledig: number; regels: number; weigeringen: number; voorbeelden: Set<string> }

function meld(naam: string, u: Uitslag, engine: Tegendruk): void {
  const lijn = `   ${naam.padEnd(40)} ${(u.volledig / u.totaalS).toFixed(1).padStart(5)} instances/s   ${u.volledig} complete of ${u.gestart} started in ${u.totaalS.toFixed(1)} s (starting ${u.startS.toFixed(1)} s)`;
  console.log(`${lijn}   refusals ${u.weigeringen}, lines printed ${u.regels}`);
  console.log(`      engine: ${engine.geweigerd} of ${engine.ontvangen} limited requests refused; its limit moved between ${engine.grens.laagst} and ${engine.grens.hoogst} in flight; at most ${engine.onderweg} were there`);
  for (const regel of u.voorbeelden) console.log(`      printed: ${regel}`);
}

async function metOns(adres: string, aantal: number): Promise<Uitslag> {
  const zeebe = client(adres, 'ons');
  const id = `bench-ons-${Date.now()}`;
  await rolProefUit(zeebe, id, STAPPEN);
  const begrenzer = maakBegrenzer();
  const engine = maakEngine(zeebe, begrenzer);
  const boek = boekhouding();
  const werker = { type: id, invoer: z.unknown(), koppen: z.unknown(), voerUit: async (_: unknown, __: unknown, o: { processInstanceKey: string; elementId: string }) => boek.stap(o.processInstanceKey, o.elementId) };
  const console_ = vangConsole();
  const lopend = startWerkers({ zeebe, werkers: [werker], klok: systeemklok, opties: { begrenzer } });
  const begin = performance.now();
  const starts = await Promise.allSettled(Array.from({ length: aantal }, () => engine.start(id, {})));
  const startS = seconden(begin);
  const gestart = starts.filter((een) => een.status === 'fulfilled').length;
  await tot(() => boek.stappen() >= gestart * STAPPEN && boek.volledig() >= gestart, GEDULD_MS);
  const totaalS = seconden(begin);
  await lopend.stop(5_000);
  console_.herstel();
  return { startS, totaalS, gestart, volledig: boek.volledig(), regels: console_.druk + console_.andere, weigeringen: begrenzer.stand().weigeringen, voorbeelden: console_.voorbeelden };
}

async function metKaal(adres: string, aantal: number, onderweg: number): Promise<Uitslag> {
  const console_ = vangConsole();
  const zeebe = client(adres, 'kaal');
  const id = `bench-kaal-${Date.now()}`;
  await rolProefUit(zeebe, id, STAPPEN);
  const boek = boekhouding();
  const werker = zeebe.createWorker({
    taskType: id,
    taskHandler: async (job) => {
      const klaar = await job.complete();
      boek.stap(job.processInstanceKey, job.elementId);
      return klaar;
    },
  });
  const begin = performance.now();
  let gestart = 0;
  let nog = aantal;
  const baan = async (): Promise<void> => {
    while (nog-- > 0) await zeebe.createProcessInstance({ bpmnProcessId: id, variables: {} }).then(() => gestart++, () => undefined);
  };
  await Promise.race([
    Promise.all(Array.from({ length: Math.min(aantal, onderweg) }, baan)),
    new Promise((klaar) => setTimeout(klaar, GEDULD_MS).unref()),
  ]);
  const startS = seconden(begin);
  await tot(() => boek.stappen() >= gestart * STAPPEN && boek.volledig() >= gestart, GEDULD_MS);
  const totaalS = seconden(begin);
  await Promise.race([werker.close(), new Promise((klaar) => setTimeout(klaar, 3_000))]);
  console_.herstel();
  return { startS, totaalS, gestart, volledig: boek.volledig(), regels: console_.druk + console_.andere, weigeringen: console_.druk, voorbeelden: console_.voorbeelden };
}
