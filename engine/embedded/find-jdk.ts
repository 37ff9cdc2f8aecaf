import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from './start-error.ts';

const run = promisify(execFile);
const MINIMUM = 21;

/** Waar gezocht wordt; in een test zijn dit eigen mappen. */
export interface SearchPlaces {
  readonly env: NodeJS.ProcessEnv;
  readonly system: NodeJS.Platform;
  readonly dirs?: readonly string[];
}

/** Gebruikelijke mappen waar een installatieprogramma een JDK neerzet. */
function usualDirs(system: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  const thuis = [join(homedir(), '.sdkman/candidates/java'), join(homedir(), '.jdks')];
  if (system === 'darwin') {
    return ['/Library/Java/JavaVirtualMachines', join(homedir(), 'Library/Java/JavaVirtualMachines'),
      '/opt/homebrew/opt', '/usr/local/opt', ...thuis];
  }
  if (system === 'win32') {
    const programma = env['ProgramFiles'] ?? 'C:\\Program Files';
    return ['Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft']
      .map((name) => join(programma, name)).concat(thuis);
  }
  return ['/usr/lib/jvm', '/usr/java', '/opt/java', '/opt', ...thuis];
}

/** Alle java-programma's die in aanmerking komen, de voorkeur van de gebruiker eerst. */
function candidates({ env, system, dirs }: SearchPlaces): string[] {
  const name = system === 'win32' ? 'java.exe' : 'java';
  const found: string[] = [];
  if (env['JAVA_HOME']) found.push(join(env['JAVA_HOME'], 'bin', name));
  for (const dir of (env['PATH'] ?? env['Path'] ?? '').split(delimiter)) if (dir) found.push(join(dir, name));
  for (const dir of dirs ?? usualDirs(system, env)) {
    if (!existsSync(dir)) continue;
    for (const jdk of readdirSync(dir).sort().reverse()) {
      found.push(join(dir, jdk, 'bin', name), join(dir, jdk, 'Contents/Home/bin', name));
    }
  }
  return [...new Set(found)].filter((path) => existsSync(path));
}

/** De hoofdversie van een java-programma, of 0 als het niet start. Ook `1.8.0` wordt begrepen (dat is 8). */
export async function javaVersion(java: string): Promise<number> {
  try {
    const { stdout, stderr } = await run(java, ['-version'], { timeout: 20_000 });
    const version = /version "(?:1\.)?(\d+)/.exec(stderr + stdout);
    return version ? Number(version[1]) : 0;
  } catch {
    return 0;
  }
}

/**
 * Zoekt een JDK van versie 21 of nieuwer, ook als de standaard-java ouder is.
 * @returns het pad van het java-programma.
 */
export async function findJava(place: SearchPlaces = { env: process.env, system: process.platform }): Promise<string> {
  for (const java of candidates(place)) if ((await javaVersion(java)) >= MINIMUM) return java;
  throw new StartError(
    `Er is geen JDK ${MINIMUM} of nieuwer gevonden: installeer bijvoorbeeld Eclipse Temurin ${MINIMUM} (adoptium.net) of zet JAVA_HOME op de map van een JDK ${MINIMUM}.`,
  );
}
