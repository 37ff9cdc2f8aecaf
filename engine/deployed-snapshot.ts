import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Deployed, ModelFile } from './deploy.ts';
import { keptNumbers, logRollOut, mapOf } from './roll-out-log.ts';

/** Een bestand van de proceseigenaar: het pad vanaf de map van Routeboek en wat erin staat. */
export interface OwnerFile {
  readonly pad: string;
  readonly inhoud: Buffer;
}

/** Welke uitrol geldt. Wordt als laatste en in één keer geschreven; domein/uitgerold/uitrol.ts leest het. */
const NU = 'nu.json';
/** Waarom de laatste poging niet doorging; weg zodra een uitrol lukt. Beheer leest het. */
const GEWEIGERD = 'geweigerd.json';

/** Er is teruggegaan: van welke uitrol, naar welke, en door wie. */
export interface WentBack {
  readonly van: number;
  readonly naar: number;
  readonly wie: string;
}

/** Wie uitrolde, waarmee, en wat er veranderde. */
export interface RolledOutBy {
  readonly wie: string;
  readonly hoe: string;
  readonly wat: readonly string[];
  readonly terug?: WentBack | undefined;
}

/** De uitrol die nu geldt. */
export interface Snapshot {
  /** Haar volgnummer; niets bij een uitrol van een vroegere Routeboek. */
  readonly nummer: number | undefined;
  /** Staat er als de uitrol die nu geldt door teruggaan kwam. */
  readonly terug: WentBack | undefined;
  /** Elk bestand van die uitrol, per pad. */
  readonly files: ReadonlyMap<string, string>;
  /** Een merk van de bestanden en de regels waarmee zij zijn nagekeken. */
  readonly checked: string | undefined;
  readonly at: Date | undefined;
}

interface Pointer {
  readonly map: string;
  readonly op: string;
  readonly nagekeken?: string;
  readonly terug?: WentBack;
}

/** Leest de laatste uitrol uit de gegevensmap; niets als er nog nooit is uitgerold. */
export async function readSnapshot(dir: string): Promise<Snapshot | undefined> {
  const pointer = await readPointer(dir);
  if (!pointer) return readOldSnapshot(dir);
  const files = await readFiles(dir, pointer.map);
  return { nummer: Number(pointer.map), terug: pointer.terug, files, checked: pointer.nagekeken, at: new Date(pointer.op) };
}

/** De bestanden van een uitrol, per pad; leeg als zij er niet meer zijn. */
export async function readFiles(dir: string, map: string): Promise<ReadonlyMap<string, string>> {
  const root = join(dir, map);
  const names = (await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile());
  const files = await Promise.all(names.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(root.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')] as const;
  }));
  return new Map(files);
}

const readPointer = async (dir: string): Promise<Pointer | undefined> => {
  const text = await readFile(join(dir, NU), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Pointer);
};

/** Vroeger stonden modellen en formulieren los in de map, zonder mailteksten en kalender. */
async function readOldSnapshot(dir: string): Promise<Snapshot | undefined> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => /[.](bpmn|dmn|form)$/.test(name));
  if (names.length === 0) return undefined;
  const files = await Promise.all(names.map(async (name) => [`${name.endsWith('.form') ? 'forms' : 'bpmn'}/${name}`, await readFile(join(dir, name), 'utf8')] as const));
  return { nummer: undefined, terug: undefined, files: new Map(files), checked: undefined, at: undefined };
}

/** Zijn dit precies de bestanden van die uitrol? */
export const sameFiles = (files: readonly OwnerFile[], earlier: ReadonlyMap<string, string>): boolean =>
  files.length === earlier.size && files.every(({ pad, inhoud }) => earlier.get(pad) === inhoud.toString('utf8'));

const UNKNOWN: RolledOutBy = { wie: 'onbekend', hoe: 'onbekend', wat: [] };

/**
 * Legt vast wat er nu is uitgerold, en welke versie elk proces daarmee kreeg; pas na een gelukte uitrol. Elke uitrol krijgt een
 * eigen map, en pas als alles er staat wijst `nu.json` ernaar: wie intussen leest krijgt de oude of de nieuwe, nooit een mengsel.
 * Is er niets veranderd (een herstart), dan is het geen nieuwe uitrol.
 */
export async function rememberDeployment(dir: string, files: readonly OwnerFile[], deployed: readonly Deployed[], { checked, at, by = UNKNOWN }: { checked?: string | undefined; at: Date; by?: RolledOutBy }): Promise<void> {
  await mkdir(dir, { recursive: true });
  const previous = await readPointer(dir);
  const same = previous !== undefined && by.terug?.naar === previous.terug?.naar && sameFiles(files, await readFiles(dir, previous.map));
  const nummer = same ? Number(previous.map) : Math.max(0, ...(await keptNumbers(dir))) + 1;
  const map = mapOf(nummer);
  for (const { pad, inhoud } of same ? [] : files) {
    await mkdir(dirname(join(dir, map, pad)), { recursive: true });
    await writeFile(join(dir, map, pad), inhoud);
  }
  const op = same ? previous.op : at.toISOString();
  const versies = Object.fromEntries(deployed.filter(({ kind }) => kind === 'proces').map(({ id, version }) => [id, version]));
  const pointer: Pointer & { versies: Record<string, number> } = { map, op, versies, ...(checked === undefined ? {} : { nagekeken: checked }), ...(by.terug ? { terug: by.terug } : {}) };
  await writeFile(join(dir, `${NU}.nieuw`), JSON.stringify(pointer));
  await rename(join(dir, `${NU}.nieuw`), join(dir, NU));
  if (!same) await logRollOut(dir, { nummer, op, wie: by.wie, hoe: by.hoe, wat: by.wat, terugNaar: by.terug?.naar });
  await rm(join(dir, GEWEIGERD), { force: true });
}

/** Legt vast dat een uitrol niet doorging, zodat ook wie het scherm niet zag het weet. */
export async function rememberRefusal(dir: string, lines: readonly string[], at: Date): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, GEWEIGERD), JSON.stringify({ op: at.toISOString(), regels: lines }));
}

/** Waarom de laatste uitrol niet doorging; niets als zij lukte. */
export async function readRefusal(dir: string): Promise<{ readonly op: string; readonly regels: readonly string[] } | undefined> {
  const text = await readFile(join(dir, GEWEIGERD), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { op: string; regels: string[] });
}

/** Wat van de bestanden op de engine komt; mailteksten en kalender lezen de werkers zelf. */
export const modelFiles = (files: readonly OwnerFile[]): ModelFile[] =>
  files.filter(({ pad }) => /[.](bpmn|dmn|form)$/.test(pad)).map(({ pad, inhoud }) => ({ name: basename(pad), content: inhoud }));
