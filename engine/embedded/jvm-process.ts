import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { watch } from './start-reaper.ts';
import { StartError } from './start-error.ts';

/** Een lopende JVM van de engine. */
export interface JvmProcess {
  readonly name: string;
  readonly pid: number;
  /** Wordt vervuld zodra de JVM stopt, met de reden als dat niet de bedoeling was. */
  readonly stopped: Promise<StartError | undefined>;
  isAlive(): boolean;
  /** Vraagt netjes te stoppen en dwingt het af na `budgetMs`. */
  stop(budgetMs?: number): Promise<void>;
}

/**
 * Start een JVM in een eigen procesgroep: Ctrl-C in de terminal bereikt haar niet, zodat wij de volgorde van stoppen
 * bepalen. Alles wat zij zegt komt in `<map>/logs/<naam>*.log`.
 */
export async function startJvm(options: {
  name: string; java: string; args: readonly string[]; dir: string; env?: Record<string, string>;
}): Promise<JvmProcess> {
  const logs = join(options.dir, 'logs');
  await mkdir(logs, { recursive: true });
  const logFile = join(logs, `${options.name}.log`);
  const outputFile = join(logs, `${options.name}.uit.log`);
  await rm(logFile, { force: true }); // de reden van een mislukte start zoeken we alleen in deze start
  const uit = openSync(outputFile, 'w');
  const child = spawn(options.java, [`-Drouteboek.log=${logFile}`, ...options.args], {
    cwd: options.dir, detached: true, stdio: ['ignore', uit, uit], env: { ...cleanEnv(process.env), ...options.env },
  });
  closeSync(uit);
  let bedoeld = false;
  let isAlive = true;
  const stopped = new Promise<StartError | undefined>((done) => {
    child.on('error', (error) => { isAlive = false; done(new StartError(`${options.name} start niet: ${error.message}.`)); });
    child.on('exit', (code, signal) => {
      isAlive = false;
      if (child.pid) watch(child.pid, false);
      done(bedoeld ? undefined : new StartError(reason(options.name, code ?? signal, logFile, outputFile)));
    });
  });
  const pid = child.pid ?? -1;
  if (child.pid) watch(child.pid, true);
  child.unref();
  return {
    name: options.name, pid, stopped, isAlive: () => isAlive,
    async stop(budgetMs = 8000) {
      bedoeld = true;
      if (!isAlive) return;
      signal(pid, 'SIGTERM');
      const dwang = setTimeout(() => signal(pid, 'SIGKILL'), budgetMs);
      await stopped;
      clearTimeout(dwang);
      signal(pid, 'SIGKILL'); // wie uit de groep nog over is
    },
  };
}

/**
 * De omgeving zonder wat Spring of Camunda als instelling zou lezen: een ZEEBE_GRPC_ADDRESS uit de shell van de gebruiker
 * (of een lege uit .env) gaat anders boven onze eigen instellingen, en dan vindt Operate zijn broker niet.
 */
export function cleanEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(ZEEBE|CAMUNDA|OPERATE|TASKLIST|IDENTITY|SPRING|SERVER|MANAGEMENT|LOGGING)_/i.test(name)));
}

/** Stuurt een signaal naar de hele procesgroep. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/T', '/F', '/PID', String(pid)]);
    else process.kill(-pid, name);
  } catch { /* de groep is al weg */ }
}

/** Leest het eind van een log, of niets als het er niet is. */
function tail(path: string): string {
  try { return readFileSync(path, 'utf8').slice(-200_000); } catch { return ''; }
}

/** Zegt in één zin waarom een JVM stopte, afgeleid uit haar log. */
export function reason(name: string, code: unknown, ...logs: string[]): string {
  const text = logs.map(tail).join('\n');
  const slot = ` Meer staat in ${logs.find((log) => existsSync(log)) ?? logs[0]}.`;
  if (/No space left on device|Out of disk space/i.test(text)) return `${name} is gestopt omdat de schijf vol is: maak minstens 2 GB vrij en start opnieuw.${slot}`;
  const port = /Address already in use|[Pp]ort (\d+) (?:was|is) already in use/.exec(text);
  if (port) return `${name} is gestopt omdat ${port[1] ? `poort ${port[1]}` : 'een poort'} al in gebruik is: stop het andere programma of kies een andere poort in .env.${slot}`;
  if (/OutOfMemoryError|insufficient memory|Could not reserve enough space/i.test(text)) return `${name} is gestopt door geheugengebrek: sluit andere programma's en start opnieuw.${slot}`;
  if (/zip(?:\.|Exception)|invalid (?:CEN|LOC)|Could not find or load main class|NoClassDefFoundError/i.test(text)) return `${name} start niet omdat de download beschadigd is: verwijder de map .engine en start opnieuw.${slot}`;
  return `${name} is onverwacht gestopt (${String(code)}).${slot}`;
}
