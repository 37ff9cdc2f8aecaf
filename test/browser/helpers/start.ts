import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../helpers/free-port.ts';

export const ROOT = new URL('../../../', import.meta.url).pathname;
const POORTEN = [
  'PORT', 'ENGINE_GRPC_POORT', 'ENGINE_REST_POORT', 'ENGINE_BEHEER_POORT', 'ENGINE_COMMAND_POORT', 'ENGINE_INTERNAL_POORT', 'ENGINE_OPENSEARCH_POORT',
  'ENGINE_OPENSEARCH_TRANSPORT_POORT', 'ENGINE_WEB_POORT', 'ENGINE_WEB_BEHEER_POORT', 'ENGINE_WEB_INTERNAL_POORT',
] as const;

/** Routeboek zoals `npm start` het start, met een lege gegevensmap en eigen poorten. */
export interface Started {
  readonly app: ChildProcess;
  readonly dir: string;
  readonly port: Readonly<Record<(typeof POORTEN)[number], string>>;
  readonly web: string;
  readonly beheer: string;
  /** Het wachtwoord van beheer, dat de eerste start één keer toont. */
  wachtwoord(): string;
  /** De sleutel waarmee `npm run casus` zich aanmeldt. */
  sleutel(): Promise<string>;
  cleanUp(): Promise<void>;
}

/** Start het programma en wacht tot het zegt dat het klaar is. */
export async function startRouteboek(budgetMs: number): Promise<Started> {
  const dir = await mkdtemp(join(tmpdir(), 'routeboek-browser-'));
  const vrij = await freePorts(POORTEN.length);
  const port = Object.fromEntries(POORTEN.map((naam, i) => [naam, String(vrij[i])])) as Started['port'];
  let uitvoer = '';
  const app = spawn(process.execPath, ['--import', 'tsx', 'start.ts'], { cwd: ROOT, env: { ...process.env, ...port, GEGEVENS_MAP: dir } });
  for (const stroom of [app.stdout, app.stderr]) stroom?.on('data', (deel: Buffer) => (uitvoer += deel.toString()));
  const einde = performance.now() + budgetMs;
  while (!uitvoer.includes('Stoppen: Ctrl-C')) {
    if (app.exitCode !== null || performance.now() > einde) {
      app.kill('SIGKILL');
      throw new Error(`Routeboek startte niet:\n${uitvoer}`);
    }
    await new Promise((verder) => setTimeout(verder, 100));
  }
  return {
    app, dir, port, web: `http://localhost:${port.ENGINE_WEB_POORT}`, beheer: `http://127.0.0.1:${port.PORT}`,
    wachtwoord: () => /beheer \/ (\S+)/.exec(uitvoer)?.[1] ?? '',
    sleutel: async () => (await readFile(join(dir, 'beheer-sleutel'), 'utf8')).trim(),
    async cleanUp() {
      if (app.exitCode === null) app.kill('SIGKILL');
      await rm(dir, { recursive: true, force: true });
    },
  };
}
