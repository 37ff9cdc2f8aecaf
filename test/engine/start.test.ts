import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokerConfig, merged } from '../../engine/embedded/broker-config.ts';
import { checkPorts, isFree } from '../../engine/embedded/ports.ts';
import { reason, cleanEnv, startJvm } from '../../engine/embedded/jvm-process.ts';
import { checkDisk } from '../../engine/embedded/disk.ts';
import { waitFor } from '../../engine/embedded/wait.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-start-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('een bezette poort wordt genoemd met de instelling die haar verzet', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await expect(checkPorts({ ENGINE_GRPC_POORT: port })).rejects.toThrow(`poort ${port} (ENGINE_GRPC_POORT)`);
  await new Promise((done) => server.close(done));
  expect(await isFree(port)).toBe(true);
});

test('een te volle schijf wordt vooraf gemeld', async () => {
  await expect(checkDisk(dir, Number.MAX_SAFE_INTEGER)).rejects.toThrow(/schijf is te vol/);
  await expect(checkDisk(join(dir, 'nieuw'), 1)).resolves.toBeUndefined();
});

test('de broker luistert alleen op deze machine, en extra instellingen gaan erover heen', () => {
  const ports = { grpc: 1, rest: 2, management: 3, command: 4, internal: 5 };
  const settings = merged(brokerConfig({ dir, ports }), { zeebe: { broker: { backpressure: { enabled: false } } } });
  expect(JSON.stringify(settings).match(/127\.0\.0\.1/g)?.length).toBe(6);
  expect(settings).toMatchObject({ zeebe: { broker: { backpressure: { enabled: false }, gateway: { network: { port: 1 } } } } });
});

test('instellingen van Camunda uit de omgeving van de gebruiker bereiken de JVM niet', () => {
  expect(cleanEnv({ PATH: '/bin', JAVA_HOME: '/jdk', ZEEBE_GRPC_ADDRESS: '', CAMUNDA_AUTH_STRATEGY: 'BASIC', SPRING_PROFILES_ACTIVE: 'x' })).toEqual({ PATH: '/bin', JAVA_HOME: '/jdk' });
});

describe('een kindproces', () => {
  // startJvm zet zelf een eerste argument voor java; dit script laat het vallen.
  const sh = (script: string) => {
    const path = join(dir, 'java.sh');
    writeFileSync(path, `#!/bin/sh\nshift\n${script}\n`, { mode: 0o755 });
    return startJvm({ name: 'kind', java: path, args: ['x'], dir });
  };
  test('dat sterft breekt het wachten af met de reden', async () => {
    const proces = await sh('echo "Address already in use" >&2; exit 3');
    await expect(waitFor('http://127.0.0.1:1', proces)).rejects.toThrow(/poort al in gebruik/);
  });

  test('stopt met alles wat het zelf startte, ook als het niet luistert', async () => {
    const teken = join(dir, 'teken');
    const proces = await sh(`trap "" TERM; sh -c 'trap "" TERM; while :; do echo x >> ${teken}; sleep 0.05; done' & while :; do sleep 0.1; done`);
    while (!existsSync(teken)) await new Promise((verder) => setTimeout(verder, 20));
    const begin = performance.now();
    await proces.stop(500);
    expect(performance.now() - begin).toBeLessThan(5000);
    expect(await proces.stopped).toBeUndefined();
    const size = statSync(teken).size;
    await new Promise((verder) => setTimeout(verder, 300));
    expect(statSync(teken).size).toBe(size);
  });

  test('de reden in één zin, met de plek van het log', () => {
    const log = join(dir, 'broker.log');
    const bij = (text: string): string => { writeFileSync(log, text); return reason('broker', 1, log); };
    expect(bij('java.io.IOException: No space left on device')).toContain('schijf vol');
    expect(bij('java.lang.OutOfMemoryError: Java heap space')).toContain('geheugengebrek');
    expect(bij('java.util.zip.ZipException: invalid CEN header')).toContain('download beschadigd');
    expect(bij('Web server failed to start. Port 8088 was already in use.')).toContain('poort 8088');
    expect(bij('')).toContain(log);
  });
});
