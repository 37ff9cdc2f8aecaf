import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vrijePoorten } from '../../helpers/free-port.ts';

export const WORTEL = new URL('../../../', import.meta.url).pathname;
const POORTEN = [
  'PORT', 'ENGINE_GRPC_POORT', 'ENGINE_REST_POORT', 'ENGINE_BEHEER_POORT', 'ENGINE_COMMAND_POORT', 'ENGINE_INTERNAL_POORT', 'ENGINE_OPENSEARCH_POORT',
  'ENGINE_OPENSEARCH_TRANSPORT_POORT', 'ENGINE_WEB_POORT', 'ENGINE_WEB_BEHEER_POORT', 'ENGINE_WEB_INTERNAL_POORT',
] as const;

/** Routeboek zoals `npm start` het start, met een lege gegevensmap en eigen poorten. */
export interface Gestart {
  readonly app: ChildProcess;
  readonly map: string;
  readonly poort: Readonly<Record<(typeof POORTEN)[number], string>>;
  readonly web: string;
  readonly beheer: string;
  /** Het wachtwoord van beheer, dat de eerste start één keer toont. */
  wachtwoord(): string;
  /** De sleutel waarmee `npm run casus` zich aanmeldt. */
  sleutel(): Promise<string>;
  ruimOp(): Promise<void>;
}

/** Start het programma en wacht tot het zegt dat het klaar is. */
export async function startRouteboek(budgetMs: number): Promise<Gestart> {
  const map = await mkdtemp(join(tmpdir(), 'routeboek-browser-'));
  const vrij = await vrijePoorten(POORTEN.length);
  const poort = Object.fromEntries(POORTEN.map((naam, i) => [naam, String(vrij[i])])) as Gestart['poort'];
  let uitvoer = '';
  const app = spawn(process.execPath, ['--import', 'tsx', 'start.ts'], { cwd: WORTEL, env: { ...process.env, ...poort, GEGEVENS_MAP: map } });
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
    app, map, poort, web: `http://localhost:${poort.ENGINE_WEB_POORT}`, beheer: `http://127.0.0.1:${poort.PORT}`,
    wachtwoord: () => /beheer \/ (\S+)/.exec(uitvoer)?.[1] ?? '',
    sleutel: async () => (await readFile(join(map, 'beheer-sleutel'), 'utf8')).trim(),
    async ruimOp() {
      if (app.exitCode === null) app.kill('SIGKILL');
      await rm(map, { recursive: true, force: true });
    },
  };
}
