import { performance } from 'node:perf_hooks';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { leesTekeningen } from '../../domein/kaart/besluiten.ts';
import { leesKaartmodel } from '../../domein/kaart/model.ts';
import { kaartadres } from '../../beheer/kaartfilter.ts';
import { migrateSchema } from '../../registratie/migrate.ts';
import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { startServer } from '../../test/helpers/postgresql.ts';
import { leesUitleg, veranderIets, werkStatistiekBij, zaaiCasussen } from '../../test/helpers/veel-casussen.ts';
import { maakBron } from './geschiedenis-bron.ts';
import { startKaartserver } from './kaartserver.ts';
import { measureOperate } from './operate.ts';
import { median, quantile } from './tools.ts';

const NU = new Date('2026-07-10T12:00:00Z');
const JAAR = { schooljaar: '2025-2026' };
const VRAGEN: Kaartfilter[] = [
  {}, JAAR, { van: '2026-01', tot: '2026-03' }, { ...JAAR, route: 'kernteam' }, { ...JAAR, school: '10AB' }, { ...JAAR, bestuur: 'Bestuur 3' }, { ...JAAR, gemeente: 'Gemeente 2' }, { ...JAAR, groep: 4 },
  { ...JAAR, reden: 'lopend' }, { ...JAAR, bestuur: 'Bestuur 3', route: 'kernteam' }, { ...JAAR, versie: 4 },
];
const ENGINE = { beslis: async () => [{ soort: 'uiterlijk', aantal: 3, eenheid: 'schooldagen', tijdstip: '17:00', opSchooldag: true }] };
const klok = { nu: () => NU };

/**
 * Hoe snel de geschiedenis binnenkomt en hoe lang een kaart duurt: een jaar van `casussen` casussen met veertig bezoeken elk, en
 * daarna tien keer zoveel; op de ingebouwde databank en op PostgreSQL. De bron is nagemaakt: dit meet wat wij doen.
 * Elke kaart komt over HTTP zoals een pagina haar haalt. "Eerste" is na een wijziging, als er opnieuw wordt besloten wat er mag staan.
 * Daarna dezelfde cijfers uit Operate zelf (operate.ts).
 * Omgeving: BENCH_CASUSSEN (5000), BENCH_KEER (10; 1 slaat de tweede over), BENCH_DATABANK (pglite|postgresql), BENCH_EXPLAIN, BENCH_OPERATE (20000 bezoeken; 0 slaat Operate over).
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
  const bezoeken = Number(process.env['BENCH_OPERATE'] ?? 20_000);
  if (bezoeken > 0) await measureOperate(bezoeken);
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
  await leesTekeningen();
  const kaarten = await startKaartserver(register, ENGINE, klok);
  const medianen: number[] = [];
  for (const filter of VRAGEN) {
    const tijden: number[] = [];
    await veranderIets(register);
    const eerste = await kaarten.duur('kernteam', kaartadres(filter));
    for (let i = 0; i < 20; i++) for (const proces of ['kernteam', 'vier-weken']) tijden.push(await kaarten.duur(proces, kaartadres(filter)));
    medianen.push(median(tijden));
    console.log(`   ${JSON.stringify(filter)}: median ${median(tijden).toFixed(0)} ms, p95 ${quantile(tijden, 0.95).toFixed(0)} ms (goal 150); the first after a change ${eerste.toFixed(0)} ms`);
  }
  await kaarten.stop();
  if (process.env['BENCH_EXPLAIN']) for (const regel of await leesUitleg(register)) console.log(`      ${regel}`);
  return medianen;
}
