import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StartError } from './start-error.ts';
import type { SearchPlaces } from './find-jdk.ts';

/**
 * Zoekt het programma `mvn` op het PATH (of in MAVEN_HOME); het is alleen nodig om de engine één keer te downloaden.
 * @returns het pad van het programma.
 */
export function findMaven({ env, system }: SearchPlaces = { env: process.env, system: process.platform }): string {
  const name = system === 'win32' ? 'mvn.cmd' : 'mvn';
  const dirs = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  if (env['MAVEN_HOME']) dirs.unshift(join(env['MAVEN_HOME'], 'bin'));
  const dir = dirs.find((candidate) => existsSync(join(candidate, name)));
  if (dir) return join(dir, name);
  throw new StartError(
    'Maven (mvn) is niet gevonden: installeer Apache Maven 3.8 of nieuwer (maven.apache.org, op Debian en Ubuntu: apt install maven) en start opnieuw.',
  );
}
