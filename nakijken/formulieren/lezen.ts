import { leesJson, JsonFout } from '../../domein/invoer/json.ts';
import type { Formulier } from '../../scripts/formulieren/kop.ts';
import { jsonFout, type Onleesbaar } from '../lezen.ts';

/** Een gelezen formulier. */
export interface Formulierbestand {
  readonly pad: string;
  /** De naam van het bestand zonder eind, en het id dat het formulier hoort te hebben. */
  readonly naam: string;
  readonly tekst: string;
  readonly schema: Formulier;
}

/** Leest één formulier. */
export function leesFormulier(pad: string, tekst: string): { formulier: Formulierbestand } | { onleesbaar: Onleesbaar[] } {
  try {
    const schema = leesJson(Buffer.from(tekst)) as Formulier | null;
    if (!Array.isArray(schema?.components)) return { onleesbaar: [{ plaats: 'het geheel', tekst: 'Dit is geen formulier van Camunda: zet de vorige versie terug of teken het opnieuw in Camunda Modeler' }] };
    return { formulier: { pad, naam: pad.replace(/^.*\//, '').replace(/[.]form$/, ''), tekst, schema } };
  } catch (error) {
    if (!(error instanceof JsonFout)) throw error;
    return { onleesbaar: [jsonFout(error)] };
  }
}

/** Een onderdeel zoals de proceseigenaar het terugvindt: de sleutel en het opschrift, en anders het id. */
export function veldplaats(formulier: Pick<Formulierbestand, 'schema'>, id: string): string {
  const veld = onderdelen(formulier).find((deel) => deel.id === id);
  const sleutel = veld?.key ?? veld?.path;
  if (!veld || sleutel === undefined) return `onderdeel ${id}`;
  return veldnaam(sleutel, veld.label);
}

/** Een veld zoals een opmerking het noemt: `veld gesprekDatum "Datum van het gesprek"`. */
export const veldnaam = (sleutel: string, label: string | undefined): string => (label ? `veld ${sleutel} "${label}"` : `veld ${sleutel}`);

/** De sleutels van een formulier; een lijst heeft haar pad. */
export const sleutelsVan = (formulier: Pick<Formulierbestand, 'schema'>): Set<string> => new Set(onderdelen(formulier).flatMap(({ key, path }) => key ?? path ?? []));

/** Alle onderdelen van een formulier, ook die in groepen en lijsten. */
export function onderdelen({ schema }: Pick<Formulierbestand, 'schema'>): Formulier['components'][number][] {
  const plat = (delen: Formulier['components']): Formulier['components'][number][] => delen.flatMap((deel) => [deel, ...plat((deel.components ?? []) as Formulier['components'])]);
  return plat(schema.components);
}
