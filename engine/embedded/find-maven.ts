import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StartFout } from './start-error.ts';
import type { Zoekplek } from './find-jdk.ts';

/**
 * Zoekt het programma `mvn` op het PATH (of in MAVEN_HOME); het is alleen nodig om de engine één keer te downloaden.
 * @returns het pad van het programma.
 */
export function zoekMaven({ omgeving, systeem }: Zoekplek = { omgeving: process.env, systeem: process.platform }): string {
  const naam = systeem === 'win32' ? 'mvn.cmd' : 'mvn';
  const mappen = (omgeving['PATH'] ?? omgeving['Path'] ?? '').split(delimiter).filter(Boolean);
  if (omgeving['MAVEN_HOME']) mappen.unshift(join(omgeving['MAVEN_HOME'], 'bin'));
  const map = mappen.find((kandidaat) => existsSync(join(kandidaat, naam)));
  if (map) return join(map, naam);
  throw new StartFout(
    'Maven (mvn) is niet gevonden: installeer Apache Maven 3.8 of nieuwer (maven.apache.org, op Debian en Ubuntu: apt install maven) en start opnieuw.',
  );
}
