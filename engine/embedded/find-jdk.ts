import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { StartFout } from './start-error.ts';

const voerUit = promisify(execFile);
const MINIMAAL = 21;

/** Waar gezocht wordt; in een test zijn dit eigen mappen. */
export interface Zoekplek {
  readonly omgeving: NodeJS.ProcessEnv;
  readonly systeem: NodeJS.Platform;
  readonly mappen?: readonly string[];
}

/** Gebruikelijke mappen waar een installatieprogramma een JDK neerzet. */
function gebruikelijkeMappen(systeem: NodeJS.Platform, omgeving: NodeJS.ProcessEnv): string[] {
  const thuis = [join(homedir(), '.sdkman/candidates/java'), join(homedir(), '.jdks')];
  if (systeem === 'darwin') {
    return ['/Library/Java/JavaVirtualMachines', join(homedir(), 'Library/Java/JavaVirtualMachines'),
      '/opt/homebrew/opt', '/usr/local/opt', ...thuis];
  }
  if (systeem === 'win32') {
    const programma = omgeving['ProgramFiles'] ?? 'C:\\Program Files';
    return ['Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft']
      .map((naam) => join(programma, naam)).concat(thuis);
  }
  return ['/usr/lib/jvm', '/usr/java', '/opt/java', '/opt', ...thuis];
}

/** Alle java-programma's die in aanmerking komen, de voorkeur van de gebruiker eerst. */
function kandidaten({ omgeving, systeem, mappen }: Zoekplek): string[] {
  const naam = systeem === 'win32' ? 'java.exe' : 'java';
  const gevonden: string[] = [];
  if (omgeving['JAVA_HOME']) gevonden.push(join(omgeving['JAVA_HOME'], 'bin', naam));
  for (const map of (omgeving['PATH'] ?? omgeving['Path'] ?? '').split(delimiter)) if (map) gevonden.push(join(map, naam));
  for (const map of mappen ?? gebruikelijkeMappen(systeem, omgeving)) {
    if (!existsSync(map)) continue;
    for (const jdk of readdirSync(map).sort().reverse()) {
      gevonden.push(join(map, jdk, 'bin', naam), join(map, jdk, 'Contents/Home/bin', naam));
    }
  }
  return [...new Set(gevonden)].filter((pad) => existsSync(pad));
}

/** De hoofdversie van een java-programma, of 0 als het niet start. Ook `1.8.0` wordt begrepen (dat is 8). */
export async function javaVersie(java: string): Promise<number> {
  try {
    const { stdout, stderr } = await voerUit(java, ['-version'], { timeout: 20_000 });
    const versie = /version "(?:1\.)?(\d+)/.exec(stderr + stdout);
    return versie ? Number(versie[1]) : 0;
  } catch {
    return 0;
  }
}

/**
 * Zoekt een JDK van versie 21 of nieuwer, ook als de standaard-java ouder is.
 * @returns het pad van het java-programma.
 */
export async function zoekJava(plek: Zoekplek = { omgeving: process.env, systeem: process.platform }): Promise<string> {
  for (const java of kandidaten(plek)) if ((await javaVersie(java)) >= MINIMAAL) return java;
  throw new StartFout(
    `Er is geen JDK ${MINIMAAL} of nieuwer gevonden: installeer bijvoorbeeld Eclipse Temurin ${MINIMAAL} (adoptium.net) of zet JAVA_HOME op de map van een JDK ${MINIMAAL}.`,
  );
}
