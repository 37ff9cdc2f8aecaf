import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { controleerInhoud, schrijfInhoud } from './contents.ts';
import { zoekMaven } from './find-maven.ts';
import { StartFout } from './start-error.ts';

const POM = fileURLToPath(new URL('../pom.xml', import.meta.url));
const ENGINES = resolve(dirname(POM), '../.engine');

/** Waar de programma's van de engine staan. */
export interface Installatie {
  readonly map: string;
  readonly camunda: string;
  readonly opensearch: string;
  /** Het verbeterde schema van Tasklist (zie `engine/pom.xml`); hoort op het classpath vóór dat van Camunda. */
  readonly tasklist: string;
}

/** De onderdelen in een installatiemap. */
function onderdelen(map: string): Installatie {
  return { map, camunda: join(map, 'camunda-zeebe-8.6.0'), opensearch: join(map, 'opensearch'), tasklist: join(map, 'tasklist') };
}

/**
 * Zorgt dat de engine van `engine/pom.xml` op schijf staat en geeft de map terug. De map heet naar de inhoud van de
 * pom, dus een nieuwe versie komt naast de oude. Een halve download wordt nooit voor een hele aangezien: alles komt
 * eerst in een tijdelijke map, die pas de echte naam krijgt als alles er staat en klopt.
 */
export async function installeer(java: string, meld: (regel: string) => void = console.log, engines = ENGINES): Promise<Installatie> {
  const hash = createHash('sha256').update(await readFile(POM)).digest('hex').slice(0, 12);
  const map = join(engines, hash);
  if (await controleerInhoud(map)) return onderdelen(map);
  const bezig = `${map}.bezig-${process.pid}`;
  await mkdir(bezig, { recursive: true });
  try {
    await draaiMaven(zoekMaven(), java, bezig, meld);
    await schrijfInhoud(bezig);
    if (await controleerInhoud(map)) return onderdelen(map); // een ander was ons voor
    await rm(map, { recursive: true, force: true });
    await rename(bezig, map);
    return onderdelen(map);
  } finally {
    await rm(bezig, { recursive: true, force: true });
  }
}

/** Draait Maven met zichtbare voortgang; `-C` keurt een download met een verkeerde controlesom af. */
function draaiMaven(mvn: string, java: string, doel: string, meld: (regel: string) => void): Promise<void> {
  meld('De engine wordt eenmalig opgehaald (ongeveer 350 MB). Dat duurt één tot enkele minuten.');
  return new Promise((klaar, mislukt) => {
    const kind = spawn(mvn, ['-B', '-C', '-f', POM, `-Ddoel=${doel}`, 'package'], {
      env: { ...process.env, JAVA_HOME: resolve(dirname(java), '..') },
      shell: process.platform === 'win32',
    });
    let bestanden = 0;
    let staart = '';
    const begin = performance.now();
    const lees = (stuk: Buffer): void => {
      const tekst = stuk.toString();
      bestanden += tekst.split('Downloaded from').length - 1;
      staart = (staart + tekst).slice(-8000);
    };
    kind.stdout.on('data', lees);
    kind.stderr.on('data', lees);
    const tik = setInterval(() => meld(`  … ${bestanden} bestanden opgehaald, ${Math.round((performance.now() - begin) / 1000)} s`), 5000);
    kind.on('error', (fout) => { clearInterval(tik); mislukt(new StartFout(`Maven start niet: ${fout.message}.`)); });
    kind.on('close', (code) => { clearInterval(tik); if (code === 0) klaar(); else mislukt(new StartFout(uitleg(staart))); });
  });
}

/** Vertaalt de uitvoer van een mislukte Maven naar één zin die zegt wat te doen. */
export function uitleg(uitvoer: string): string {
  if (/No space left on device|not enough space/i.test(uitvoer)) {
    return 'De schijf is vol: maak minstens 2 GB vrij en start opnieuw. Wat al was opgehaald, is opgeruimd.';
  }
  if (/checksum|ZipException|invalid (?:CEN|LOC|entries)|Unexpected end|not in GZIP|corrupt|truncated/i.test(uitvoer)) {
    return 'De download van de engine is beschadigd: verwijder de mappen io/camunda en org/codelibs uit ~/.m2/repository en start opnieuw.';
  }
  if (/UnknownHost|Could not transfer|Connect(?:ion)? (?:timed out|refused)|Network is unreachable/i.test(uitvoer)) {
    return 'De engine kan niet worden opgehaald: er is geen verbinding met Maven Central. Controleer het netwerk of de proxy en start opnieuw.';
  }
  const fout = uitvoer.split('\n').filter((regel) => regel.includes('ERROR')).slice(0, 3).join('\n');
  return `De engine kan niet worden opgehaald. Maven meldt:\n${fout || uitvoer.slice(-500)}`;
}
