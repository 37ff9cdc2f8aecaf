import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bewaak } from './start-reaper.ts';
import { StartFout } from './start-error.ts';

/** Een lopende JVM van de engine. */
export interface Proces {
  readonly naam: string;
  readonly pid: number;
  /** Wordt vervuld zodra de JVM stopt, met de reden als dat niet de bedoeling was. */
  readonly gestopt: Promise<StartFout | undefined>;
  leeft(): boolean;
  /** Vraagt netjes te stoppen en dwingt het af na `termijnMs`. */
  stop(termijnMs?: number): Promise<void>;
}

/**
 * Start een JVM in een eigen procesgroep: Ctrl-C in de terminal bereikt haar niet, zodat wij de volgorde van stoppen
 * bepalen. Alles wat zij zegt komt in `<map>/logs/<naam>*.log`.
 */
export async function startJvm(keuze: {
  naam: string; java: string; args: readonly string[]; map: string; omgeving?: Record<string, string>;
}): Promise<Proces> {
  const logs = join(keuze.map, 'logs');
  await mkdir(logs, { recursive: true });
  const logbestand = join(logs, `${keuze.naam}.log`);
  const uitbestand = join(logs, `${keuze.naam}.uit.log`);
  await rm(logbestand, { force: true }); // de reden van een mislukte start zoeken we alleen in deze start
  const uit = openSync(uitbestand, 'w');
  const kind = spawn(keuze.java, [`-Drouteboek.log=${logbestand}`, ...keuze.args], {
    cwd: keuze.map, detached: true, stdio: ['ignore', uit, uit], env: { ...schoneOmgeving(process.env), ...keuze.omgeving },
  });
  closeSync(uit);
  let bedoeld = false;
  let leeft = true;
  const gestopt = new Promise<StartFout | undefined>((klaar) => {
    kind.on('error', (fout) => { leeft = false; klaar(new StartFout(`${keuze.naam} start niet: ${fout.message}.`)); });
    kind.on('exit', (code, signaal) => {
      leeft = false;
      if (kind.pid) bewaak(kind.pid, false);
      klaar(bedoeld ? undefined : new StartFout(reden(keuze.naam, code ?? signaal, logbestand, uitbestand)));
    });
  });
  const pid = kind.pid ?? -1;
  if (kind.pid) bewaak(kind.pid, true);
  kind.unref();
  return {
    naam: keuze.naam, pid, gestopt, leeft: () => leeft,
    async stop(termijnMs = 8000) {
      bedoeld = true;
      if (!leeft) return;
      signaal(pid, 'SIGTERM');
      const dwang = setTimeout(() => signaal(pid, 'SIGKILL'), termijnMs);
      await gestopt;
      clearTimeout(dwang);
      signaal(pid, 'SIGKILL'); // wie uit de groep nog over is
    },
  };
}

/**
 * De omgeving zonder wat Spring of Camunda als instelling zou lezen: een ZEEBE_GRPC_ADDRESS uit de shell van de gebruiker
 * (of een lege uit .env) gaat anders boven onze eigen instellingen, en dan vindt Operate zijn broker niet.
 */
export function schoneOmgeving(omgeving: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(omgeving).filter(([naam]) => !/^(ZEEBE|CAMUNDA|OPERATE|TASKLIST|IDENTITY|SPRING|SERVER|MANAGEMENT|LOGGING)_/i.test(naam)));
}

/** Stuurt een signaal naar de hele procesgroep. */
function signaal(pid: number, naam: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/T', '/F', '/PID', String(pid)]);
    else process.kill(-pid, naam);
  } catch { /* de groep is al weg */ }
}

/** Leest het eind van een log, of niets als het er niet is. */
function staart(pad: string): string {
  try { return readFileSync(pad, 'utf8').slice(-200_000); } catch { return ''; }
}

/** Zegt in één zin waarom een JVM stopte, afgeleid uit haar log. */
export function reden(naam: string, code: unknown, ...logs: string[]): string {
  const tekst = logs.map(staart).join('\n');
  const slot = ` Meer staat in ${logs.find((log) => existsSync(log)) ?? logs[0]}.`;
  if (/No space left on device|Out of disk space/i.test(tekst)) return `${naam} is gestopt omdat de schijf vol is: maak minstens 2 GB vrij en start opnieuw.${slot}`;
  const poort = /Address already in use|[Pp]ort (\d+) (?:was|is) already in use/.exec(tekst);
  if (poort) return `${naam} is gestopt omdat ${poort[1] ? `poort ${poort[1]}` : 'een poort'} al in gebruik is: stop het andere programma of kies een andere poort in .env.${slot}`;
  if (/OutOfMemoryError|insufficient memory|Could not reserve enough space/i.test(tekst)) return `${naam} is gestopt door geheugengebrek: sluit andere programma's en start opnieuw.${slot}`;
  if (/zip(?:\.|Exception)|invalid (?:CEN|LOC)|Could not find or load main class|NoClassDefFoundError/i.test(tekst)) return `${naam} start niet omdat de download beschadigd is: verwijder de map .engine en start opnieuw.${slot}`;
  return `${naam} is onverwacht gestopt (${String(code)}).${slot}`;
}
