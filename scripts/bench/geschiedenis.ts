import { performance } from 'node:perf_hooks';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { leesKaart } from '../../domein/kaart/lees-kaart.ts';
import { leesKaartmodel } from '../../domein/kaart/model.ts';
import { makeNormen } from '../../domein/kaart/normen.ts';
import { migrateSchema } from '../../registratie/migrate.ts';
import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { startServer } from '../../test/helpers/postgresql.ts';
import { leesUitleg, werkStatistiekBij, zaaiCasussen } from '../../test/helpers/veel-casussen.ts';
import { maakBron } from './geschiedenis-bron.ts';
import { median, quantile } from './tools.ts';

const NU = new Date('2026-07-10T12:00:00Z');
const VRAGEN: Kaartfilter[] = [
  {}, { schooljaar: '2025-2026' }, { route: 'kernteam' }, { school: '10AB', schooljaar: '2025-2026' }, { bestuur: 'Bestuur 3' }, { gemeente: 'Gemeente 2', schooljaar: '2025-2026' }, { groep: 4 },
  { reden: 'lopend' }, { bestuur: 'Bestuur 3', groep: 4 }, { van: '2026-01-01', tot: '2026-01-31' }, { versie: 4, gemeente: 'Gemeente 2' },
];
const ENGINE = { beslis: async () => [{ soort: 'uiterlijk', aantal: 3, eenheid: 'schooldagen', tijdstip: '17:00', opSchooldag: true }] };
const klok = { nu: () => NU };

/**
 * Hoe snel de geschiedenis binnenkomt en hoe lang een kaart duurt: een jaar van `casussen` casussen met veertig bezoeken elk, en
 * daarna tien keer zoveel; op de ingebouwde databank en op PostgreSQL. De bron is nagemaakt: dit meet wat wij doen.
 * Omgeving: BENCH_CASUSSEN (5000), BENCH_KEER (10; 1 slaat de tweede over), BENCH_DATABANK (pglite|postgresql).
 */
export async function measureGeschiedenis(): Promise<void> {
  const casussen = Number(process.env['BENCH_CASUSSEN'] ?? 5_000);
  const keer = Number(process.env['BENCH_KEER'] ?? 10);
  for (const soort of ['postgresql', 'pglite'].filter((s) => (process.env['BENCH_DATABANK'] ?? s) === s)) {
    const gemeten: number[][] = [];
    for (const maal of keer === 1 ? [1] : [1, keer]) {
      const server = soort === 'postgresql' ? await startServer() : undefined;
      const register = openRegister(server ? { databaseUrl: server.url } : {});
      await migrateSchema(register);
      gemeten.push(await measure(register, soort, casussen * maal));
      await register.close();
      await server?.stop();
    }
    if (gemeten.length === 2) console.log(`   ${soort}: ${keer} times as much takes ${VRAGEN.map((f, i) => `${JSON.stringify(f)} ${(gemeten[1]![i]! / gemeten[0]![i]!).toFixed(1)}`).join(', ')} times as long`);
  }
}

async function measure(register: Register, soort: string, aantal: number): Promise<number[]> {
  const elementen = Object.fromEntries(await Promise.all(['casus', 'kernteam', 'geen-kernteam', 'leerling-bespreken', 'escalatie-bespreken', 'vier-weken'].map(async (proces) =>
    [proces, (await leesKaartmodel(proces))!.elementen.map((e) => ({ id: e.id, taak: e.soort === 'userTask' }))] as const)));
  const { bron, casussen, bezoeken } = maakBron(aantal, elementen);
  await zaaiCasussen(register, casussen);
  const begin = performance.now();
  const rekentijd = process.cpuUsage();
  await leesGeschiedenis({ register, bron, engine: ENGINE, klok });
  const minuten = (performance.now() - begin) / 60_000;
  console.log(`\n${soort}, ${aantal} casussen, ${bezoeken} visits: read in ${(60 * minuten).toFixed(1)} s, ${Math.round(bezoeken / minuten)} visits a minute (goal 100000); ${(process.cpuUsage(rekentijd).user / 1e6).toFixed(1)} s of processor time in this process`);
  const nogEens = performance.now();
  await leesGeschiedenis({ register, bron, engine: ENGINE, klok });
  console.log(`   a round with nothing new: ${Math.round(performance.now() - nogEens)} ms`);
  await werkStatistiekBij(register);
  const normen = makeNormen(ENGINE, klok);
  const medianen: number[] = [];
  for (const filter of VRAGEN) {
    const tijden: number[] = [];
    for (let i = 0; i < 24; i++) {
      for (const proces of ['kernteam', 'vier-weken']) {
        const van = performance.now();
        await leesKaart({ db: register.db, klok, normen }, proces, filter);
        if (i >= 4) tijden.push(performance.now() - van);
      }
    }
    medianen.push(median(tijden));
    console.log(`   ${JSON.stringify(filter)}: median ${median(tijden).toFixed(0)} ms, p95 ${quantile(tijden, 0.95).toFixed(0)} ms (goal 150)`);
  }
  if (process.env['BENCH_EXPLAIN']) for (const regel of await leesUitleg(register)) console.log(`      ${regel}`);
  return medianen;
}
