import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leesJson } from '../../domein/invoer/json.ts';
import type { Bevinding } from './bevinding.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Wie een antwoord kan lezen: een model, een tabel, een ander formulier, een mail of een stuk code. */
const READERS = ['bpmn', 'domein', 'workers', 'registratie', 'beheer', 'koppelingen'];
/** De uren komen opgeteld in de registratie; in hetzelfde formulier leest de waarde haar getypte tekst. */
const ALWAYS_READ = ['urenBesteed'];

interface Part { readonly type?: string; readonly key?: string; readonly path?: string; readonly components?: readonly Part[] }
interface Source { readonly file: string; readonly text: string }

/**
 * `antwoord-gelezen`: wat een formulier vraagt wordt ergens gebruikt. Een vraag waar niemand iets mee doet kost iemand tijd en
 * wekt de indruk dat er iets volgt. Een lezer is een model (buiten de regel die het antwoord doorlaat), een beslistabel, een
 * ander formulier, een mail of de code; of een taak die het hele formulier aan mensen toont (`toon`).
 */
export function lintReaders(root = ROOT): Bevinding[] {
  const sources = [...READERS, 'forms'].flatMap((map) => files(join(root, map)));
  const shown = new Set(sources.filter(({ file }) => file.endsWith('.bpmn')).flatMap(({ text }) => [...text.matchAll(/source="=([^"]*)" target="toon"/g)].flatMap(([, feel]) => [...(feel ?? '').matchAll(/&#34;([a-z0-9-]+)&#34;/g)].map(([, form]) => form))));
  const read = sources.map((source) => ({ file: source.file, words: withoutPassing(source) }));
  return sources.filter(({ file }) => file.endsWith('.form')).flatMap(({ file, text }) => {
    const bestand = file.split('/').at(-1) as string;
    if (shown.has(bestand.slice(0, -'.form'.length))) return [];
    const form = leesJson(Buffer.from(text)) as Part;
    const own = words(JSON.stringify(conditions(form)));
    return keys(form.components ?? [])
      .filter((key) => !ALWAYS_READ.includes(key) && !own.has(key) && !read.some((source) => source.file !== file && source.words.has(key)))
      .map((key) => ({ bestand, plaats: key, tekst: 'Niemand leest dit antwoord: gebruik het in een model, tabel, mail of ander formulier, of haal de vraag weg', regel: 'antwoord-gelezen' }));
  });
}

/** De sleutels van wat iemand invult; de getypte tekst van een datum of getal leest haar eigen waarde. */
function keys(parts: readonly Part[]): string[] {
  return parts.flatMap(({ type, key, path, components }) => [...(key === undefined || type === 'textarea' || key.endsWith('Getypt') ? [] : [key]), ...(path === undefined ? [] : [path]), ...keys(components ?? [])]);
}

/** Wanneer een veld verschijnt: een antwoord dat bepaalt wat er nog gevraagd wordt, wordt gelezen. */
function conditions(part: unknown): unknown[] {
  if (Array.isArray(part)) return part.flatMap(conditions);
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([name, value]) => (name === 'conditional' ? [value] : conditions(value)));
}

/** De woorden van een bestand, zonder de regel waarin een taak haar eigen antwoord onder dezelfde naam doorlaat. */
function withoutPassing({ file, text }: Source): ReadonlySet<string> {
  // Een veld met dezelfde naam in een ander formulier is een andere vraag.
  if (file.endsWith('.form')) return without(words(text), keys((leesJson(Buffer.from(text)) as Part).components ?? []));
  if (!file.endsWith('.bpmn')) return words(text);
  return words(text.replaceAll(/<zeebe:output source="=\{[^"]*\}" target="[^"]*" \/>/g, (output) => output.replaceAll(/\b(\w+): \1\b/g, '')));
}

function without(all: Set<string>, some: readonly string[]): Set<string> {
  for (const word of some) all.delete(word);
  return all;
}

const words = (text: string): Set<string> => new Set(text.match(/\w+/g));

function files(dir: string): Source[] {
  return (existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => /\.(bpmn|dmn|form|md|ts|hbs)$/.test(name))
    .map((name) => ({ file: join(dir, name), text: readFileSync(join(dir, name), 'utf8') }));
}
