import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { systeemklok } from '../../domein/klok.ts';
import { startEmbedded } from '../../engine/embedded/embedded.ts';
import { makeHistory86 } from '../../engine/reads/history-8.6.ts';
import { collect, type Visit } from '../../engine/reads/history.ts';
import { makeWebappsSession } from '../../engine/reads/webapps-session.ts';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openRegister } from '../../registratie/register.ts';
import { zaaiCasussen } from '../../test/helpers/veel-casussen.ts';
import { startKaartserver } from './kaartserver.ts';
import { client, median, tot, type Client } from './tools.ts';

const PORTS = { grpc: 27620, rest: 27621, management: 27622, command: 27623, internal: 27624, opensearch: 27625, opensearchTransport: 27626, web: 27627, webManagement: 27628, webInternal: 27629 };
/** Een proces dat de kaart kent; wat hier draait heeft andere elementen, en die staan dan in haar tabel. */
const PROCES = 'logboek-starten';
const STAPPEN = 18;
const KEER = 5;
const ENGINE = { beslis: async () => [] };

/**
 * Dezelfde cijfers (per element hoeveel kinderen en de mediaan van hun duur) één keer zoals onze kaart ze geeft en één keer recht uit
 * Operate, dat alleen losse bezoeken kent: op dezelfde engine, met dezelfde bezoeken, en nagekeken dat er hetzelfde uitkomt.
 */
export async function measureOperate(bezoeken: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'routeboek-bench-operate-'));
  const instanties = Math.ceil(bezoeken / (STAPPEN + 2));
  console.log(`\nOperate against the register: ${instanties} instances of ${STAPPEN + 2} elements`);
  const engine = await startEmbedded({ dir, ports: PORTS, started: () => undefined });
  const register = openRegister();
  try {
    const sleutels = await speel(client(engine.grpcAddress, 'ons'), instanties);
    const vraag = makeWebappsSession(engine.webAddress, { user: 'demo', password: 'demo' });
    const bron = makeHistory86(vraag);
    let gelezen = 0;
    const zoek = setInterval(() => void collect(bron.visitsStarted(new Date(0))).then((v) => { gelezen = v.length; }).catch(() => undefined), 5_000);
    const allesErin = await tot(() => gelezen >= instanties * (STAPPEN + 2), 1_800_000);
    clearInterval(zoek);
    if (!allesErin) throw new Error(`Operate has ${gelezen} visits after half an hour`);

    await migrateSchema(register);
    await zaaiCasussen(register, sleutels.map((instantie, nummer) => ({ nummer, instantie, route: 'kernteam', geopendOp: systeemklok.nu(), gesloten: false })));
    await leesGeschiedenis({ register, bron, engine: ENGINE, klok: systeemklok });
    const kaarten = await startKaartserver(register, ENGINE, systeemklok);
    const [operate, kaart]: [number[], number[]] = [[], []];
    const eerste = await kaarten.duur(PROCES);
    let daar = new Map<string, number>();
    for (let i = 0; i < KEER; i++) {
      const begin = performance.now();
      daar = perElement(await collect(bron.visitsStarted(new Date(0))));
      operate.push(performance.now() - begin);
      kaart.push(await kaarten.duur(PROCES));
    }
    const { elementen } = (await kaarten.haal(PROCES)) as { elementen: { id: string; geeindigd: { kinderen: number } }[] };
    const anders = elementen.filter((e) => daar.has(e.id) && e.id.startsWith('t') && e.geeindigd.kinderen !== daar.get(e.id));
    console.log(`   Operate ${median(operate).toFixed(0)} ms, the map ${median(kaart).toFixed(0)} ms (${eerste.toFixed(0)} ms the first time): ${(median(operate) / median(kaart)).toFixed(0)} times as fast; ${anders.length === 0 ? `the same children at all ${daar.size} elements` : `DIFFERENT at ${anders.map((e) => e.id).join(', ')}`}`);
    await kaarten.stop();
  } finally {
    await register.close();
    await engine.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Per element in hoeveel instanties het eindigde, met de mediaan van de duur: het werk dat een kaart uit losse bezoeken kost. */
function perElement(bezoeken: readonly Visit[]): Map<string, number> {
  const per = new Map<string, { kinderen: Set<string>; duren: number[] }>();
  for (const b of bezoeken) {
    if (b.end === null) continue;
    const element = per.get(b.elementId) ?? { kinderen: new Set<string>(), duren: [] };
    per.set(b.elementId, element);
    element.kinderen.add(b.instance);
    element.duren.push(b.end.getTime() - b.start.getTime());
  }
  return new Map([...per].map(([id, { kinderen, duren }]) => {
    median(duren);
    return [id, kinderen.size];
  }));
}

/** Rolt een proces zonder wachten uit en start het zo vaak. @returns de sleutels van de instanties */
async function speel(zeebe: Client, keer: number): Promise<string[]> {
  const nummers = Array.from({ length: STAPPEN }, (_, n) => n + 1);
  const lijnen = [...nummers, STAPPEN + 1].map((n) => `<bpmn:sequenceFlow id="f${n}" sourceRef="${n === 1 ? 's' : `t${n - 1}`}" targetRef="${n > STAPPEN ? 'e' : `t${n}`}"/>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench" id="d"><bpmn:process id="${PROCES}" isExecutable="true"><bpmn:startEvent id="s"/>${nummers.map((n) => `<bpmn:manualTask id="t${n}"/>`).join('')}<bpmn:endEvent id="e"/>${lijnen.join('')}</bpmn:process></bpmn:definitions>`;
  await zeebe.deployResource({ name: `${PROCES}.bpmn`, process: Buffer.from(xml) } as never);
  const sleutels: string[] = [];
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (sleutels.length < keer) {
      const plaats = sleutels.push('') - 1;
      sleutels[plaats] = String((await zeebe.createProcessInstance({ bpmnProcessId: PROCES, variables: {} })).processInstanceKey);
    }
  }));
  await zeebe.close();
  return sleutels;
}
