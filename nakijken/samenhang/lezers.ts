import { veldnaam } from '../formulieren/lezen.ts';
import type { Bronbestand } from '../code.ts';
import type { Nakijkregel } from '../regel.ts';

/** De uren komen opgeteld in de registratie; in hetzelfde formulier leest de waarde haar getypte tekst. */
const ALWAYS_READ = ['urenBesteed'];

interface Part { readonly type?: string; readonly key?: string; readonly path?: string; readonly label?: string; readonly components?: readonly Part[] }

/**
 * Wat een formulier vraagt wordt ergens gebruikt. Een vraag waar niemand iets mee doet kost iemand tijd en wekt de indruk dat er
 * iets volgt. Een lezer is een model (buiten de regel die het antwoord doorlaat), een beslistabel, een ander formulier, een mail
 * of de code; of een taak die het hele formulier aan mensen toont (`toon`).
 */
export const antwoordGelezen: Nakijkregel = {
  naam: 'antwoord-gelezen',
  overAlles: true,
  kijk({ teksten, formulieren, code }) {
    const sources: Bronbestand[] = [...code, ...[...teksten].map(([pad, tekst]) => ({ pad, tekst }))];
    const schemas = new Map(formulieren.map(({ pad, schema }) => [pad, schema as Part]));
    const shown = new Set(sources.filter(({ pad }) => pad.endsWith('.bpmn')).flatMap(({ tekst }) => [...tekst.matchAll(/source="=([^"]*)" target="toon"/g)].flatMap(([, feel]) => [...(feel ?? '').matchAll(/&#34;([a-z0-9-]+)&#34;/g)].map(([, form]) => form))));
    const read = sources.map((source) => ({ pad: source.pad, words: withoutPassing(source, schemas.get(source.pad)) }));
    return formulieren.filter(({ naam }) => !shown.has(naam)).flatMap(({ pad, schema }) => {
      const own = words(JSON.stringify(conditions(schema)));
      return keys((schema as Part).components ?? [])
        .filter(({ key }) => !ALWAYS_READ.includes(key) && !own.has(key) && !read.some((source) => source.pad !== pad && source.words.has(key)))
        .map(({ key, label }) => ({ bestand: pad, plaats: veldnaam(key, label), tekst: 'Niemand leest dit antwoord: gebruik het in een model, tabel, mail of ander formulier, of haal de vraag weg' }));
    });
  },
};

/** De sleutels van wat iemand invult; de getypte tekst van een datum of getal leest haar eigen waarde. */
function keys(parts: readonly Part[]): { key: string; label: string | undefined }[] {
  return parts.flatMap(({ type, key, path, label, components }) => [
    ...(key === undefined || type === 'textarea' || key.endsWith('Getypt') ? [] : [{ key, label }]), ...(path === undefined ? [] : [{ key: path, label }]), ...keys(components ?? []),
  ]);
}

/** Wanneer een veld verschijnt: een antwoord dat bepaalt wat er nog gevraagd wordt, wordt gelezen. */
function conditions(part: unknown): unknown[] {
  if (Array.isArray(part)) return part.flatMap(conditions);
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([name, value]) => (name === 'conditional' ? [value] : conditions(value)));
}

/** De woorden van een bestand, zonder de regel waarin een taak haar eigen antwoord onder dezelfde naam doorlaat. */
function withoutPassing({ pad, tekst }: Bronbestand, form: Part | undefined): ReadonlySet<string> {
  // Een veld met dezelfde naam in een ander formulier is een andere vraag.
  if (form) return without(words(tekst), keys(form.components ?? []).map(({ key }) => key));
  if (!pad.endsWith('.bpmn')) return words(tekst);
  return words(tekst.replaceAll(/<zeebe:output source="=\{[^"]*\}" target="[^"]*" \/>/g, (output) => output.replaceAll(/\b(\w+): \1\b/g, '')));
}

function without(all: Set<string>, some: readonly string[]): Set<string> {
  for (const word of some) all.delete(word);
  return all;
}

const words = (text: string): Set<string> => new Set(text.match(/\w+/g));
