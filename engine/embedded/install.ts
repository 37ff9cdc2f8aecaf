import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContents, writeContents } from './contents.ts';
import { findMaven } from './find-maven.ts';
import { StartError } from './start-error.ts';

const POM = fileURLToPath(new URL('../pom.xml', import.meta.url));
const ENGINES = resolve(dirname(POM), '../.engine');

/** Waar de programma's van de engine staan. */
export interface Installation {
  readonly dir: string;
  readonly camunda: string;
  readonly opensearch: string;
  /** Het verbeterde schema van Tasklist (zie `engine/pom.xml`); hoort op het classpath vóór dat van Camunda. */
  readonly tasklist: string;
}

/** De onderdelen in een installatiemap. */
function elements(dir: string): Installation {
  return { dir, camunda: join(dir, 'camunda-zeebe-8.6.0'), opensearch: join(dir, 'opensearch'), tasklist: join(dir, 'tasklist') };
}

/**
 * Zorgt dat de engine van `engine/pom.xml` op schijf staat en geeft de map terug. De map heet naar de inhoud van de
 * pom, dus een nieuwe versie komt naast de oude. Een halve download wordt nooit voor een hele aangezien: alles komt
 * eerst in een tijdelijke map, die pas de echte naam krijgt als alles er staat en klopt.
 */
export async function install(java: string, report: (line: string) => void = console.log, engines = ENGINES): Promise<Installation> {
  const hash = createHash('sha256').update(await readFile(POM)).digest('hex').slice(0, 12);
  const dir = join(engines, hash);
  if (await checkContents(dir)) return elements(dir);
  const busy = `${dir}.bezig-${process.pid}`;
  await mkdir(busy, { recursive: true });
  try {
    await runMaven(findMaven(), java, busy, report);
    await writeContents(busy);
    if (await checkContents(dir)) return elements(dir); // een ander was ons voor
    await rm(dir, { recursive: true, force: true });
    await rename(busy, dir);
    return elements(dir);
  } finally {
    await rm(busy, { recursive: true, force: true });
  }
}

/** Draait Maven met zichtbare voortgang; `-C` keurt een download met een verkeerde controlesom af. */
function runMaven(mvn: string, java: string, target: string, report: (line: string) => void): Promise<void> {
  report('De engine wordt eenmalig opgehaald (ongeveer 350 MB). Dat duurt één tot enkele minuten.');
  return new Promise((done, failed) => {
    const kind = spawn(mvn, ['-B', '-C', '-f', POM, `-Ddoel=${target}`, 'package'], {
      env: { ...process.env, JAVA_HOME: resolve(dirname(java), '..') },
      shell: process.platform === 'win32',
    });
    let files = 0;
    let tail = '';
    const begin = performance.now();
    const read = (stuk: Buffer): void => {
      const text = stuk.toString();
      files += text.split('Downloaded from').length - 1;
      tail = (tail + text).slice(-8000);
    };
    kind.stdout.on('data', read);
    kind.stderr.on('data', read);
    const tick = setInterval(() => report(`  … ${files} bestanden opgehaald, ${Math.round((performance.now() - begin) / 1000)} s`), 5000);
    kind.on('error', (error) => { clearInterval(tick); failed(new StartError(`Maven start niet: ${error.message}.`)); });
    kind.on('close', (code) => { clearInterval(tick); if (code === 0) done(); else failed(new StartError(explain(tail))); });
  });
}

/** Vertaalt de uitvoer van een mislukte Maven naar één zin die zegt wat te doen. */
export function explain(output: string): string {
  if (/No space left on device|not enough space/i.test(output)) {
    return 'De schijf is vol: maak minstens 2 GB vrij en start opnieuw. Wat al was opgehaald, is opgeruimd.';
  }
  if (/checksum|ZipException|invalid (?:CEN|LOC|entries)|Unexpected end|not in GZIP|corrupt|truncated/i.test(output)) {
    return 'De download van de engine is beschadigd: verwijder de mappen io/camunda en org/codelibs uit ~/.m2/repository en start opnieuw.';
  }
  if (/UnknownHost|Could not transfer|Connect(?:ion)? (?:timed out|refused)|Network is unreachable/i.test(output)) {
    return 'De engine kan niet worden opgehaald: er is geen verbinding met Maven Central. Controleer het netwerk of de proxy en start opnieuw.';
  }
  const error = output.split('\n').filter((line) => line.includes('ERROR')).slice(0, 3).join('\n');
  return `De engine kan niet worden opgehaald. Maven meldt:\n${error || output.slice(-500)}`;
}
