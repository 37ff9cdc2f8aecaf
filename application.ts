import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination } from 'pino';
import { meldingVan } from './beheer/incident-uitleg.ts';
import { makeAccounts } from './beheer/access/accounts.ts';
import { makeFirstAccounts, type NewAccount } from './beheer/access/first-accounts.ts';
import { makeOidc } from './beheer/access/oidc.ts';
import { openAccess } from './beheer/access/password.ts';
import type { Config } from './config.ts';
import { makeLimiter } from './engine/limiter.ts';
import type { Engine } from './engine/engine.ts';
import { startEmbedded, type EngineOverrides } from './engine/embedded/embedded.ts';
import { checkPorts } from './engine/embedded/ports.ts';
import { chooseReads } from './engine/reads/choose.ts';
import { makeRest } from './engine/rest.ts';
import { makeUserTasks } from './engine/user-tasks.ts';
import { makeUsers86, makeUsers89 } from './engine/users.ts';
import { carryCasussenOver } from './engine/migrate/carry-over.ts';
import type { Reads, TaskReads } from './engine/reads/reads.ts';
import { makeEngine } from './engine/commands.ts';
import { readRefusal } from './engine/deployed-snapshot.ts';
import { deploy } from './engine/deploy.ts';
import { checkEngine, makeConnection, type EngineAddress } from './engine/connection.ts';
import { makeSmtpTransport } from './koppelingen/mail/smtp.ts';
import { makeSender } from './koppelingen/mail/sender.ts';
import { makeHistoryLoop } from './history-loop.ts';
import { makeHousekeeping } from './housekeeping.ts';
import { leesCasusnummers } from './registratie/casusnummers-lezen.ts';
import { uitrolIn, volgUitrol } from './domein/uitgerold/uitrol.ts';
import { systeemklok, type Klok } from './domein/klok.ts';
import { machineUser } from './machine-user.ts';
import { openBeheer } from './open-beheer.ts';
import { makePrivateDir } from './private-dir.ts';
import { migrateSchema } from './registratie/migrate.ts';
import { openRegister, type Register } from './registratie/register.ts';
import { makeMailbox } from './registratie/outbox-versturen.ts';
import { recurringWork } from './recurring-work.ts';
import { rollOut } from './roll-out.ts';
import { reportRollOut } from './report-roll-out.ts';
import { retryAtStart } from './retry/retry.ts';
import { allWorkers } from './workers/all.ts';
import { makeLog, type Log } from './workers/runtime/log.ts';
import { startWorkers } from './workers/runtime/start-workers.ts';

/** Alles wat draait. */
export interface Application {
  /** Wordt vervuld als een onderdeel onverwacht wegvalt; daarna hoort alles te stoppen. */
  readonly failed: Promise<Error>;
  readonly addresses: { beheer: string; tasklist: string; operate: string };
  /** Accounts van beheer die bij deze start zijn gemaakt; hun wachtwoord wordt één keer getoond. */
  readonly newAccounts: readonly NewAccount[];
  readonly parts: { readonly register: Register; readonly engine: Engine; readonly reads: Reads };
  /** Het technische log, zonder gegevens. */
  readonly log: Log;
  stop(): Promise<void>;
}

/** Wat een ander dan `npm start` inbrengt. Zonder inbreng is er geen klok die iemand kan verzetten. */
export interface Overrides extends EngineOverrides {
  readonly klok?: Klok;
  /** Waar de werkers de open taken lezen. */
  readonly taskReads?: TaskReads;
  /** De engine loopt, en er is nog niets uitgerold. */
  readonly beforeDeploy?: () => Promise<void>;
}

const withDeadline = (work: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([work.catch(() => undefined), new Promise((done) => setTimeout(done, ms).unref())]);

/**
 * Start alle onderdelen: engine (tenzij er elders een is), register, uitrol, werkers, postverzender en beheer.
 * Wat gestart is wordt in omgekeerde volgorde gestopt, ook als een later onderdeel niet wil starten.
 */
export async function startApplication(config: Config, report: (line: string) => void, signal: AbortSignal, overrides: Overrides = {}): Promise<Application> {
  const stoppers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopper of stoppers.splice(0).reverse()) await stopper().catch(() => undefined);
  };
  const measure = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    const begin = performance.now();
    const outcome = await work();
    started(part, (performance.now() - begin) / 1000);
    return outcome;
  };
  const started = (part: string, seconds: number): void => report(`  ${part}: gestart in ${seconds.toFixed(1).replace('.', ',')} s`);

  try {
    await checkPorts({ PORT: config.PORT });
    makePrivateDir(config.dataDir);
    mkdirSync(join(config.dataDir, 'logs'), { recursive: true });
    // In een container leest iemand de uitvoer; op een eigen machine staat het technische log in een bestand.
    const log = makeLog({ level: config.LOG_NIVEAU, ...(config.embedded ? { target: destination({ dest: join(config.dataDir, 'logs', 'toepassing.log'), sync: true }) } : {}) });
    const klok = overrides.klok ?? systeemklok;
    let lost: (error: Error) => void = () => undefined;
    const failed = new Promise<Error>((done) => { lost = done; });

    const register = await measure('Register', async () => {
      const opened = openRegister({ databaseUrl: config.DATABASE_URL, dir: join(config.dataDir, 'register') });
      stoppers.push(() => withDeadline(opened.close(), 3000));
      await (config.DATABASE_URL ? retryAtStart(60_000, () => migrateSchema(opened), signal) : migrateSchema(opened));
      return opened;
    });

    const embedded = config.embedded
      ? await startEmbedded({ ...overrides, dir: config.dataDir, started, report, signal, ports: {
          grpc: config.ENGINE_GRPC_POORT, rest: config.ENGINE_REST_POORT, management: config.ENGINE_BEHEER_POORT, command: config.ENGINE_COMMAND_POORT,
          internal: config.ENGINE_INTERNAL_POORT, opensearch: config.ENGINE_OPENSEARCH_POORT, opensearchTransport: config.ENGINE_OPENSEARCH_TRANSPORT_POORT,
          web: config.ENGINE_WEB_POORT, webManagement: config.ENGINE_WEB_BEHEER_POORT, webInternal: config.ENGINE_WEB_INTERNAL_POORT,
        } })
      : undefined;
    if (embedded) {
      stoppers.push(() => embedded.stop());
      void embedded.died.then(lost);
    }

    const address: EngineAddress = embedded ?? {
      grpcAddress: config.ZEEBE_GRPC_ADDRESS as string, restAddress: config.ZEEBE_REST_ADDRESS as string,
      credentials: config.CAMUNDA_AUTH_STRATEGY === 'BASIC' ? { user: config.CAMUNDA_BASIC_AUTH_USERNAME as string, password: config.CAMUNDA_BASIC_AUTH_PASSWORD as string } : undefined,
    };
    const zeebe = makeConnection(address);
    stoppers.push(() => withDeadline(zeebe.close(), 2000));

    await overrides.beforeDeploy?.();
    const memory = join(config.dataDir, 'uitgerold');
    const rolledOut = await measure('Modellen', () => rollOut({
      dir: memory, now: () => klok.nu(), who: machineUser(), wish: { kind: 'start' },
      deploy: async (models) => {
        const deployed = await retryAtStart(embedded ? 120_000 : 300_000, () => deploy(zeebe, models), signal);
        await embedded?.waitUntilImported(deployed);
        return deployed;
      },
    }));
    reportRollOut(rolledOut, report);
    volgUitrol(uitrolIn(memory));
    stoppers.push(async () => volgUitrol());

    const limiter = makeLimiter();
    const engine = makeEngine(zeebe, limiter);
    const credentials = { user: config.TASKLIST_GEBRUIKER, password: config.TASKLIST_WACHTWOORD };
    const webAddress = embedded?.webAddress ?? address.restAddress.replace(/\/$/, '');
    const users = config.camundaVersion === '8.6' ? makeUsers86(credentials.user) : makeUsers89(makeRest(address));
    const reads = chooseReads({ version: config.camundaVersion, address, webAddress, credentials });

    // Vóór de werkers: dan staat elke casus stil.
    if (rolledOut.done && !overrides.brokerOnly) for (const line of await rolledOut.touched(reads)) report(`    - ${line}`);
    const carriedOver = rolledOut.done && config.CASUSSEN_MEENEMEN === 'ja' && !overrides.brokerOnly ? await carryCasussenOver({ zeebe, tasks: makeUserTasks(makeRest(address)), reads, deployed: rolledOut.deployed, files: rolledOut.models, names: (instances) => leesCasusnummers(register.db, instances), explain: meldingVan }) : undefined;

    const takenLezen = overrides.taskReads ?? reads;
    const workers = await measure('Werkers', async () => startWorkers({
      zeebe, klok, log, options: { limiter }, workers: allWorkers({ register, engine, klok, log, gebruikers: users, takenLezen, takenbord: { ...makeUserTasks(makeRest(address)), openTasks: () => takenLezen.openTasks() }, takenlijst: config.taskUrl, beheer: config.beheerUrl }),
    }));
    stoppers.push(() => withDeadline(workers.stop(5000), 6000));
    // Met de werkers: wie stilstond op werk van hen, gaat nu pas verder.
    for (const line of (await carriedOver?.report()) ?? []) report(`  ${line}`);

    const sender = makeSender({
      klok, mailbox: makeMailbox(register), transport: config.SMTP_URL ? makeSmtpTransport({ url: config.SMTP_URL, van: config.sender }) : undefined,
      report: (message, fields) => log.warn(fields, message),
    });
    sender.start();
    stoppers.push(() => withDeadline(sender.stop(), 3000));

    const forgetHistory = overrides.keepHistory ? undefined : embedded?.forgetHistory;
    const housekeeping = makeHousekeeping({ register, klok, everyCheck: recurringWork({ register, engine, klok, history: overrides.brokerOnly ? undefined : reads.history, takenlijst: config.taskUrl }), ...(forgetHistory ? { alsoTidy: forgetHistory } : {}), report: (message, fields) => log.warn(fields, message) });
    housekeeping.start();
    stoppers.push(() => withDeadline(housekeeping.stop(), 3000));

    // Een ander dan `npm start` die alleen de broker start, heeft niets om uit te lezen.
    if (!overrides.brokerOnly) {
      const geschiedenis = makeHistoryLoop({ register, bron: reads.history, engine, klok, report: (message, fields) => log.warn(fields, message) });
      geschiedenis.start();
      stoppers.push(() => withDeadline(geschiedenis.stop(), 3000));
    }

    const addresses = { beheer: config.beheerUrl, tasklist: config.taskUrl, operate: config.operateUrl };
    const access = openAccess(config.dataDir, config.BEHEER_WACHTWOORD);
    const newAccounts = await makeFirstAccounts({ access, accounts: makeAccounts({ register, access, klok }), proef: config.embedded && !config.oidc });
    const server = await measure('Beheer', () => openBeheer({
      register, reads, engine: () => checkEngine(zeebe), workers: () => workers.health(), refusedRollOut: () => readRefusal(memory), engineCommands: engine, gebruikers: users, klok, access, log, addresses, mailserver: config.SMTP_URL !== undefined, trustedProxies: config.BEHEER_PROXY,
      url: config.BEHEER_URL, oidc: config.oidc && makeOidc(config.oidc), duur: { stilMs: config.AANMELDING_STIL_MINUTEN * 60_000, hoogstensMs: config.AANMELDING_DUUR_UREN * 3_600_000 },
    }, config));
    stoppers.push(async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    });
    return { failed, addresses, newAccounts, parts: { register, engine, reads }, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
