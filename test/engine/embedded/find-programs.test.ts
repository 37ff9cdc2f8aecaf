import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { javaVersion, findJava } from '../../../engine/embedded/find-jdk.ts';
import { findMaven } from '../../../engine/embedded/find-maven.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-jdk-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Een nagemaakt programma dat zijn versie zegt zoals java dat doet: op stderr. */
function java(path: string, version: string): string {
  const programma = join(dir, path);
  mkdirSync(dirname(programma), { recursive: true });
  writeFileSync(programma, `#!/bin/sh\necho 'openjdk version "${version}" 2025-04-15' >&2\n`);
  chmodSync(programma, 0o755);
  return programma;
}

describe('een JDK zoeken', () => {
  test('een oude java op het PATH verbergt de nieuwe in een gewone map niet', async () => {
    java('pad/java', '17.0.15');
    const nieuw = java('jvm/temurin-25/bin/java', '25.0.3');
    expect(await findJava({ env: { PATH: join(dir, 'pad') }, system: 'linux', dirs: [join(dir, 'jvm')] })).toBe(nieuw);
  });

  test('JAVA_HOME gaat voor als die nieuw genoeg is, en wordt overgeslagen als ze te oud is', async () => {
    const thuis = java('thuis/bin/java', '21');
    const other = java('jvm/jdk-22/bin/java', '22.0.1');
    const place = { env: { JAVA_HOME: join(dir, 'thuis'), PATH: '' }, system: 'linux' as const, dirs: [join(dir, 'jvm')] };
    expect(await findJava(place)).toBe(thuis);
    java('thuis/bin/java', '1.8.0_402');
    expect(await findJava(place)).toBe(other);
  });

  test('de mappen van macOS', async () => {
    const mac = java('JavaVirtualMachines/temurin-21.jdk/Contents/Home/bin/java', '21.0.2');
    expect(await findJava({ env: {}, system: 'darwin', dirs: [join(dir, 'JavaVirtualMachines')] })).toBe(mac);
  });

  test('zonder goede JDK één zin die zegt wat te doen', async () => {
    java('pad/java', '17.0.1');
    await expect(findJava({ env: { PATH: join(dir, 'pad') }, system: 'linux', dirs: [] })).rejects.toThrow(/geen JDK 21 of nieuwer gevonden: installeer/);
  });

  test('een programma dat niet start is geen java', async () => {
    expect(await javaVersion(join(dir, 'weg'))).toBe(0);
  });
});

test('Maven: gevonden op het PATH, anders één zin die zegt wat te doen', () => {
  java('bin/mvn', '3.8');
  expect(findMaven({ env: { PATH: join(dir, 'bin') }, system: 'linux' })).toBe(join(dir, 'bin', 'mvn'));
  expect(() => findMaven({ env: { PATH: '' }, system: 'linux' })).toThrow(/Maven \(mvn\) is niet gevonden: installeer/);
});
