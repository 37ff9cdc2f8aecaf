import { createRequire } from 'node:module';
import { bedoelde, nabij } from '../../domein/invoer/nabij.ts';
import type { Nakijkregel } from '../regel.ts';
import { eigenschapnaam } from './feel.ts';
import { bekendBijOpenen, gebruikVanFormulieren, heeftBijOpenen, type Gebruik } from './gebruik.ts';
import { sleutelsVan, veldplaats, type Formulierbestand } from './lezen.ts';
import { uitdrukkingen, vanKop, type Uitdrukking } from './uitdrukkingen.ts';

const eis = createRequire(import.meta.url);
interface Gelezen { readonly name: string; readonly entries: readonly Gelezen[] }
const { variabelenIn } = eis('../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as { variabelenIn(tekst: string): Gelezen[] };
const { onderdelen: geschrevenOnderdelen, uitBestanden } = eis('../../lint/bpmnlint-plugin-routeboek/lib/variabelen.js') as { onderdelen(): ReadonlySet<string>; uitBestanden(): ReadonlySet<string> };

/** Namen die form-js zelf geeft: de rij, wat eromheen staat en het nummer van de rij. */
const VAN_FORMJS = new Set(['this', 'parent', 'i', '_this_', '_parent_']);

/**
 * Elke variabele in een formulier is een veld van dat formulier, of heeft een waarde als de taak opengaat. Een tikfout is voor
 * Tasklist geen fout: een veld verschijnt dan nooit, of een zin blijft leeg.
 */
export const formulierVariabele: Nakijkregel = {
  naam: 'formulier-variabele',
  overAlles: true,
  kijk(project) {
    const gebruik = gebruikVanFormulieren(project);
    return project.formulieren.flatMap((formulier) => {
      // Een formulier dat niemand gebruikt heeft geen taak om naar te kijken.
      const plekken = gebruik.get(formulier.naam);
      return plekken ? [...onbekend(formulier, plekken)].map(({ id, tekst, anders }) => ({
        bestand: formulier.pad, plaats: veldplaats(formulier, id), tekst, ...(anders === undefined ? {} : { verklaart: { namen: [anders], bestanden: [formulier.pad] } }),
      })) : [];
    });
  },
};

function* onbekend(formulier: Formulierbestand, plekken: readonly Gebruik[]): Generator<{ id: string; tekst: string; anders: string | undefined }> {
  const velden = sleutelsVan(formulier);
  const gemeld = new Set<string>();
  for (const uitdrukking of uitdrukkingen(formulier)) {
    for (const { pad, kandidaten } of ontbrekend(uitdrukking, velden, plekken)) {
      if (gemeld.has(`${uitdrukking.id} ${pad}`)) continue;
      gemeld.add(`${uitdrukking.id} ${pad}`);
      // Een veld met bijna deze sleutel heette waarschijnlijk eerst zo; dat niemand het leest is dan dezelfde vergissing.
      yield { id: uitdrukking.id, anders: nabij(pad, velden), tekst: `In ${eigenschapnaam(uitdrukking.eigenschap)}: ${pad} bestaat niet. Er is geen veld met deze sleutel en de taak krijgt haar niet mee.${bedoelde(pad.split('.').at(-1) as string, kandidaten) || ' Kijk naar de spelling'}` };
    }
  }
}

function ontbrekend({ feel, inLus }: Uitdrukking, velden: ReadonlySet<string>, plekken: readonly Gebruik[]): { pad: string; kandidaten: readonly string[] }[] {
  return variabelenIn(`=${feel}`).flatMap((gelezen) => {
    const { name, entries } = gelezen;
    if (VAN_FORMJS.has(name)) return entries.filter((deel) => !velden.has(deel.name) && !geschrevenOnderdelen().has(deel.name)).map((deel) => ({ pad: `${name}.${deel.name}`, kandidaten: [...velden] }));
    const bestaat = velden.has(name) || (plekken.some(({ start }) => !start) && inKop().has(name)) || plekken.some((plek) => heeftBijOpenen(plek, name)) || (inLus && geschrevenOnderdelen().has(name));
    if (!bestaat) return [{ pad: name, kandidaten: [...velden, ...plekken.flatMap(bekendBijOpenen)] }];
    return dieper(entries, name);
  });
}

/** Wat boven elke taak staat, zetten de luisteraars klaar. */
const inKop = (): ReadonlySet<string> => (kopnamen ??= new Set(vanKop().flatMap(({ feel }) => variabelenIn(`=${feel}`)).map(({ name }) => name)));
let kopnamen: ReadonlySet<string> | undefined;

/** De onderdelen van een variabele die nergens worden geschreven: `klok.termijTekst`. */
function dieper(entries: readonly Gelezen[], tot: string): { pad: string; kandidaten: readonly string[] }[] {
  return entries.flatMap(({ name, entries: verder }) => {
    const pad = `${tot}.${name}`;
    return geschrevenOnderdelen().has(name) ? dieper(verder, pad) : [{ pad, kandidaten: [...uitBestanden()] }];
  });
}
