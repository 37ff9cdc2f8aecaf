import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { javaVersie, zoekJava } from '../../../engine/embedded/find-jdk.ts';
import { zoekMaven } from '../../../engine/embedded/find-maven.ts';

let map: string;
beforeEach(() => { map = mkdtempSync(join(tmpdir(), 'routeboek-jdk-')); });
afterEach(() => rmSync(map, { recursive: true, force: true }));

/** Een nagemaakt programma dat zijn versie zegt zoals java dat doet: op stderr. */
function java(pad: string, versie: string): string {
  const programma = join(map, pad);
  mkdirSync(dirname(programma), { recursive: true });
  writeFileSync(programma, `#!/bin/sh\necho 'openjdk version "${versie}" 2025-04-15' >&2\n`);
  chmodSync(programma, 0o755);
  return programma;
}

describe('een JDK zoeken', () => {
  test('een oude java op het PATH verbergt de nieuwe in een gewone map niet', async () => {
    java('pad/java', '17.0.15');
    const nieuw = java('jvm/temurin-25/bin/java', '25.0.3');
    expect(await zoekJava({ omgeving: { PATH: join(map, 'pad') }, systeem: 'linux', mappen: [join(map, 'jvm')] })).toBe(nieuw);
  });

  test('JAVA_HOME gaat voor als die nieuw genoeg is, en wordt overgeslagen als ze te oud is', async () => {
    const thuis = java('thuis/bin/java', '21');
    const ander = java('jvm/jdk-22/bin/java', '22.0.1');
    const plek = { omgeving: { JAVA_HOME: join(map, 'thuis'), PATH: '' }, systeem: 'linux' as const, mappen: [join(map, 'jvm')] };
    expect(await zoekJava(plek)).toBe(thuis);
    java('thuis/bin/java', '1.8.0_402');
    expect(await zoekJava(plek)).toBe(ander);
  });

  test('de mappen van macOS', async () => {
    const mac = java('JavaVirtualMachines/temurin-21.jdk/Contents/Home/bin/java', '21.0.2');
    expect(await zoekJava({ omgeving: {}, systeem: 'darwin', mappen: [join(map, 'JavaVirtualMachines')] })).toBe(mac);
  });

  test('zonder goede JDK één zin die zegt wat te doen', async () => {
    java('pad/java', '17.0.1');
    await expect(zoekJava({ omgeving: { PATH: join(map, 'pad') }, systeem: 'linux', mappen: [] })).rejects.toThrow(/geen JDK 21 of nieuwer gevonden: installeer/);
  });

  test('een programma dat niet start is geen java', async () => {
    expect(await javaVersie(join(map, 'weg'))).toBe(0);
  });
});

test('Maven: gevonden op het PATH, anders één zin die zegt wat te doen', () => {
  java('bin/mvn', '3.8');
  expect(zoekMaven({ omgeving: { PATH: join(map, 'bin') }, systeem: 'linux' })).toBe(join(map, 'bin', 'mvn'));
  expect(() => zoekMaven({ omgeving: { PATH: '' }, systeem: 'linux' })).toThrow(/Maven \(mvn\) is niet gevonden: installeer/);
});
