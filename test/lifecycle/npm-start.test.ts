import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../helpers/free-port.ts';
import { startFakeGateway, type FakeGateway } from '../workers/runtime/fake-gateway.ts';

/** Het echte `npm start`, met een engine elders die alleen antwoordt. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let dir: string;
let gateway: FakeGateway;
let port: number;
let child: ChildProcess | undefined;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'routeboek-einde-'));
  gateway = await startFakeGateway();
  port = await freePort();
});
afterEach(() => {
  if (child && child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGKILL');
  gateway.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** @returns hoe het eindigde en wat er op het scherm stond. */
function npmStart(env: NodeJS.ProcessEnv, onOutput: (output: string) => void = () => undefined): Promise<{ code: number | null; output: string }> {
  // Een eigen procesgroep: Ctrl-C gaat naar alles daarin, npm, de shell en het programma.
  const started = spawn('npm', ['start'], {
    cwd: ROOT, detached: true,
    env: {
      ...process.env, GEGEVENS_MAP: dir, PORT: String(port), ZEEBE_GRPC_ADDRESS: `grpc://127.0.0.1:${gateway.port}`, ZEEBE_REST_ADDRESS: 'http://127.0.0.1:9', DATABASE_URL: '',
      SMTP_URL: 'smtp://127.0.0.1:9', MAIL_AFZENDER: 'proef@example.org', TAAK_URL: 'http://127.0.0.1:9/tasklist', ...env,
    },
  });
  child = started;
  let output = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      onOutput(output);
    });
  }
  return new Promise((resolve) => { started.on('close', (code) => resolve({ code, output })); });
}

test.each(['rejection', 'exception'])('een fout die niemand ving (%s) stopt alles met code 1 en één Nederlandse zin', { timeout: 90_000 }, async (fault) => {
  const { code, output } = await npmStart({ FAULT: fault, NODE_OPTIONS: `--import ${new URL('fault.mjs', import.meta.url).href}` });
  expect(output).toContain('Er ging iets mis dat het programma niet verwachtte (RangeError): alles wordt gestopt.');
  expect(output).not.toContain('geheim van een kind');
  expect(output).not.toContain('Routeboek is gestopt.');
  expect(code).toBe(1);
  // In volgorde gestopt: de databank in de map is dicht, dus een volgende start kan haar openen.
  await expect(fetch(`http://127.0.0.1:${port}/gezondheid`)).rejects.toThrow();
  // Met een engine elders is het technische log de uitvoer: de plaats wel, de boodschap niet.
  expect(output).toMatch(/"soort":"RangeError","plaats":\["at [^"]*fault/);
  expect(readFileSync(join(dir, 'beheer-sleutel'), 'utf8')).not.toBe('');
});

test('Ctrl-C stopt alles in orde', { timeout: 90_000 }, async () => {
  let sent = false;
  const { output } = await npmStart({}, (sofar) => {
    if (sent || !sofar.includes('Stoppen: Ctrl-C')) return;
    sent = true;
    process.kill(-(child?.pid as number), 'SIGINT');
  });
  // Deze zin komt alleen bij code 0; npm zelf eindigt door het signaal.
  expect(output).toContain('Routeboek is gestopt.');
  expect(output).not.toMatch(/Er ging iets mis|^\s+at /m);
});
