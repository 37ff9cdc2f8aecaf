import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systeemklok } from '../domein/klok.ts';
import { volgUitrol } from '../domein/uitgerold/uitrol.ts';
import { makeEngine } from '../engine/commands.ts';
import { makeConnection } from '../engine/connection.ts';
import { deploy } from '../engine/deploy.ts';
import { modelFiles } from '../engine/deployed-snapshot.ts';
import { MovableClock } from '../engine/movable-clock.ts';
import { EngineView } from '../engine/records/engine-view.ts';
import { openTasks } from '../engine/records/open-tasks.ts';
import { makeRest } from '../engine/rest.ts';
import { makeUserTasks } from '../engine/user-tasks.ts';
import { migrateSchema } from '../registratie/migrate.ts';
import { openRegister } from '../registratie/register.ts';
import { retryAtStart } from '../retry/retry.ts';
import type { Controls } from '../scripts/demo/controls.ts';
import { makeEngineControls } from '../scripts/demo/engine-controls.ts';
import { readSteps, type Stap } from '../scripts/demo/models.ts';
import { allWorkers } from '../workers/all.ts';
import { makeLog } from '../workers/runtime/log.ts';
import { BRIEF_POLL_MS, startWorkers } from '../workers/runtime/start-workers.ts';
import type { Bestanden } from './bestanden.ts';

/** Hoe lang uitrollen mag duren, in ms. */
const BUDGET_MS = 120_000;

/** Alles wat met één set bestanden draait: een eigen register, de werkers, en de bediening voor wie speelt. */
export interface Opstelling {
  readonly bediening: Controls;
  readonly stappen: ReadonlyMap<string, Stap>;
  stop(): Promise<void>;
}

/**
 * Rolt deze bestanden uit op de engine van de proef en start de werkers erbij, met een leeg register. Post gaat niet uit: er is geen verzender.
 * @param merk komt in elk model: zo is elk proces voor de engine een nieuwe versie, en beginnen de timers die dagelijks iets starten opnieuw
 * @param begin het moment waarop de klok dan staat
 */
export async function zetOp({ adres, kijk, dir, bestanden, merk, begin }: {
  adres: { readonly grpcAddress: string; readonly restAddress: string }; kijk: (view: EngineView) => void; dir: string; bestanden: Bestanden; merk: string; begin: Date;
}): Promise<Opstelling> {
  for (const [pad, tekst] of bestanden) {
    await mkdir(dirname(join(dir, pad)), { recursive: true });
    await writeFile(join(dir, pad), tekst);
  }
  const wortel = pathToFileURL(`${dir}/`);
  const view = new EngineView();
  kijk(view);
  const klok = new MovableClock(makeRest(adres), systeemklok);
  await klok.pin(begin);
  const register = openRegister();
  await migrateSchema(register);
  const zeebe = makeConnection(adres);
  const models = modelFiles([...bestanden].map(([pad, tekst]) => ({ pad, inhoud: Buffer.from(pad.endsWith('.bpmn') ? `${tekst}\n<!-- ${merk} -->\n` : tekst) })));
  const deployed = await retryAtStart(BUDGET_MS, () => deploy(zeebe, models));
  const versies = Object.fromEntries(deployed.filter(({ kind }) => kind === 'proces').map(({ id, version }) => [id, version]));
  volgUitrol({ wortel: () => wortel, versies: () => versies });

  const engine = makeEngine(zeebe);
  const stappen = await readSteps(new URL('bpmn/', wortel));
  const takenLezen = { openTasks: async () => openTasks(view, (id) => stappen.get(id)?.naam ?? id) };
  const gebruikerstaken = makeUserTasks(makeRest(adres));
  const workers = startWorkers({
    zeebe, klok, log: makeLog({ level: 'silent' }), options: { longPollMs: BRIEF_POLL_MS },
    workers: allWorkers({ register, engine, klok, gebruikers: { bestaat: async () => true, uitleg: '' }, takenLezen, takenbord: { ...gebruikerstaken, ...takenLezen } }),
  });
  const bediening = makeEngineControls({ view, klok, engine, register, userTasks: gebruikerstaken });
  return {
    stappen, bediening,
    async stop() {
      await Promise.all(view.liveRoots().map((instantie) => zeebe.cancelProcessInstance(instantie).catch(() => undefined)));
      await bediening.quiesce().catch(() => undefined);
      await workers.stop(5000);
      await zeebe.close();
      await register.close();
      volgUitrol();
    },
  };
}
