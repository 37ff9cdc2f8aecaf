import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

let opruimer: ChildProcess | undefined;
const running = new Set<number>();

/** Zegt de opruimer dat `pid` loopt (of niet meer); hij stopt het als dit proces hard wegvalt. */
export function watch(pid: number, loopt: boolean): void {
  if (loopt) running.add(pid); else running.delete(pid);
  if (!opruimer && loopt) {
    opruimer = spawn(process.execPath, [fileURLToPath(new URL('./reaper.mjs', import.meta.url))], {
      stdio: ['pipe', 'ignore', 'ignore'], detached: true,
    });
    opruimer.stdin?.on('error', () => {});
    opruimer.unref();
    (opruimer.stdin as unknown as { unref(): void }).unref();
  }
  opruimer?.stdin?.write(`${loopt ? '+' : '-'}${pid}\n`);
  if (running.size === 0) { opruimer?.stdin?.end(); opruimer = undefined; }
}
