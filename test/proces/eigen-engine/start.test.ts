import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

/** `npm start` zoals een mens het gebruikt: alles starten, een kind aanmelden, Ctrl-C. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const POORTEN = ['PORT', ...['GRPC', 'REST', 'BEHEER', 'COMMAND', 'INTERNAL', 'OPENSEARCH', 'OPENSEARCH_TRANSPORT', 'WEB', 'WEB_BEHEER', 'WEB_INTERNAL'].map((p) => `ENGINE_${p}_POORT`)];
let omgeving: NodeJS.ProcessEnv;
let dir: string;

/** Zoveel vrije poorten tegelijk, zodat ze verschillen. */
async function freePorts(aantal: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: aantal }, () => new Promise<ReturnType<typeof createServer>>((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => done(server));
  })));
  const poorten = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return poorten;
}

/** De processen die bij deze gegevensmap horen: de JVM's noemen haar in hun opdrachtregel. */
const jvms = (): string[] => execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n').filter((regel) => regel.includes(dir) && regel.includes('java'));

async function waitUntil(voorwaarde: () => boolean, ms: number, wat: () => string): Promise<void> {
  const einde = performance.now() + ms;
  while (!voorwaarde()) {
    if (performance.now() > einde) throw new Error(`duurde te lang: ${wat()}`);
    await new Promise((verder) => setTimeout(verder, 100));
  }
}

let lopend: Routeboek | undefined;
class Routeboek {
  uitvoer = '';
  code: number | null | undefined;
  readonly kind: ChildProcess;
  constructor() {
    this.kind = spawn(process.execPath, ['--import', 'tsx', 'start.ts'], { cwd: ROOT, env: omgeving });
    for (const stroom of [this.kind.stdout, this.kind.stderr]) stroom?.on('data', (stuk: Buffer) => { this.uitvoer += stuk.toString(); });
    this.kind.on('exit', (code) => { this.code = code; });
  }
  zegt = (tekst: string, ms: number): Promise<void> => waitUntil(() => this.uitvoer.includes(tekst) || this.code !== undefined, ms, () => this.uitvoer);
  gestopt = (ms: number): Promise<void> => waitUntil(() => this.code !== undefined, ms, () => this.uitvoer);
}

/** Start Routeboek en onthoudt het, zodat een mislukte test niets achterlaat. */
function startRouteboek(): Routeboek {
  lopend = new Routeboek();
  return lopend;
}

const brokerPid = (): number => Number(/^\s*(\d+).*StandaloneBroker/m.exec(jvms().join('\n'))?.[1] ?? 0);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'routeboek-npmstart-'));
  const poorten = await freePorts(POORTEN.length);
  omgeving = { ...process.env, GEGEVENS_MAP: dir, ZEEBE_GRPC_ADDRESS: '', SMTP_URL: '', DATABASE_URL: '', ...Object.fromEntries(POORTEN.map((naam, i) => [naam, String(poorten[i])])) };
});
afterEach(async () => {
  if (lopend && lopend.code === undefined) {
    lopend.kind.kill('SIGKILL');
    await waitUntil(() => jvms().length === 0, 15_000, () => jvms().join('\n'));
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('alles start, een kind is aan te melden, en Ctrl-C stopt alles binnen 20 seconden', { timeout: 600_000 }, async () => {
  const routeboek = startRouteboek();
  await routeboek.zegt('Stoppen: Ctrl-C', 480_000);
  expect(routeboek.uitvoer).toMatch(/Tasklist en Operate: gestart in \d+,\d s/);
  expect(routeboek.uitvoer).toMatch(/Aanmelden bij Beheer: beheer \/ \S{16}/);
  const beheer = `http://localhost:${omgeving['PORT']}`;
  await expect.poll(async () => (await fetch(`${beheer}/gezondheid`)).status, { timeout: 90_000 }).toBe(200);

  const meldAan = (voorbeeld: string): string => execFileSync(process.execPath, ['--import', 'tsx', 'scripts/casus.ts', `docs/voorbeelden/${voorbeeld}.json`], { cwd: ROOT, env: omgeving, encoding: 'utf8', stdio: 'pipe' });
  expect(meldAan('aanmelding-milan')).toMatch(/^Casus \d{4}-0001 is geopend\.$/m);
  expect(meldAan('aanmelding-milan')).toMatch(/bestond al: casus \d{4}-0001/);
  expect(() => meldAan('aanmelding-met-fouten')).toThrow(/Naam IB-er: dit veld is verplicht/);
  expect(readFileSync(join(dir, 'logs', 'toepassing.log'), 'utf8')).not.toMatch(/Milan|Koster/);

  const aanmelden = async (gebruiker: string): Promise<boolean> => (await fetch(`http://localhost:${omgeving['ENGINE_WEB_POORT']}/api/login`, { method: 'POST', body: new URLSearchParams({ username: gebruiker, password: gebruiker }), redirect: 'manual' })).ok;
  expect([await aanmelden('demo'), await aanmelden('act'), await aanmelden('view')], 'alleen het ingestelde account').toEqual([true, false, false]);
  expect(statSync(dir).mode & 0o777).toBe(0o700);

  const begin = performance.now();
  routeboek.kind.kill('SIGINT');
  await routeboek.gestopt(20_000);
  expect(routeboek.code).toBe(0);
  expect(performance.now() - begin).toBeLessThan(20_000);
  expect(jvms()).toEqual([]);
});

test('een JVM die sterft stopt alles, met de reden', { timeout: 120_000 }, async () => {
  const routeboek = startRouteboek();
  await waitUntil(() => brokerPid() > 0, 60_000, () => routeboek.uitvoer);
  process.kill(brokerPid(), 'SIGKILL');
  await routeboek.gestopt(30_000);
  expect(routeboek.code).toBe(1);
  expect(routeboek.uitvoer).toContain('broker is onverwacht gestopt');
  expect(routeboek.uitvoer).not.toMatch(/^\s+at /m);
  expect(jvms()).toEqual([]);
});

test('ook als npm start zelf hard wegvalt blijft er geen JVM achter', { timeout: 120_000 }, async () => {
  const routeboek = startRouteboek();
  await waitUntil(() => brokerPid() > 0 && jvms().length >= 2, 60_000, () => routeboek.uitvoer);
  routeboek.kind.kill('SIGKILL');
  await waitUntil(() => jvms().length === 0, 15_000, () => jvms().join('\n'));
});

test('een bezette poort: één zin met de instelling, en niets gestart', { timeout: 60_000 }, async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(Number(omgeving['ENGINE_WEB_POORT']), '127.0.0.1', done));
  const routeboek = startRouteboek();
  await routeboek.gestopt(30_000);
  await new Promise((done) => server.close(done));
  expect(routeboek.code).toBe(1);
  expect(routeboek.uitvoer).toContain(`poort ${omgeving['ENGINE_WEB_POORT']} (ENGINE_WEB_POORT)`);
  expect(jvms()).toEqual([]);
});
