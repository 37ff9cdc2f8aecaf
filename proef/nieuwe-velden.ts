import type { Datum } from '../domein/kalender/datum.ts';
import { example } from '../scripts/demo/example.ts';

interface Veld {
  readonly type?: string;
  readonly key?: string;
  readonly subtype?: string;
  readonly validate?: { readonly required?: boolean; readonly min?: number };
  readonly conditional?: { readonly hide?: string };
  readonly values?: readonly { readonly value: unknown }[];
  readonly components?: readonly Veld[];
}

/**
 * Vult in wat de verzonnen mensen niet kennen: een heel nieuw formulier, of een verplicht veld dat er in hun voorbeeld niet was. Een veld
 * dat verborgen kan zijn blijft leeg, want ingevuld zou het iets anders betekenen.
 * @param bestanden de tekst van elk bestand, per pad
 */
export const nieuweVelden = (bestanden: ReadonlyMap<string, string>) => (formulier: string, vandaag: Datum): Record<string, unknown> | undefined => {
  const tekst = bestanden.get(`forms/${formulier}.form`);
  if (tekst === undefined) return undefined;
  const kent = new Set(Object.keys(bekend(formulier)));
  const velden = zichtbaar((JSON.parse(tekst) as Veld).components ?? []).filter(({ key, validate }) => key !== undefined && validate?.required === true && !kent.has(key));
  return Object.fromEntries(velden.map((veld) => [veld.key as string, waarde(veld, vandaag)]).filter(([, w]) => w !== undefined));
};

const zichtbaar = (velden: readonly Veld[]): Veld[] => velden.filter(({ conditional }) => !conditional?.hide).flatMap((veld) => [veld, ...(veld.type === 'group' ? zichtbaar(veld.components ?? []) : [])]);

/** Het voorbeeld van het formulier; een nieuw formulier heeft er nog geen. */
function bekend(formulier: string): Record<string, unknown> {
  try {
    return example(formulier);
  } catch {
    return {};
  }
}

function waarde({ type, subtype, validate, values }: Veld, vandaag: Datum): unknown {
  const eerste = values?.[0]?.value;
  switch (type) {
    case 'number': return validate?.min ?? 1;
    case 'checkbox': return true;
    case 'radio': case 'select': return eerste;
    case 'checklist': case 'taglist': return eerste === undefined ? undefined : [eerste];
    case 'datetime': return subtype === 'time' ? '10:00' : subtype === 'datetime' ? `${vandaag}T10:00` : vandaag;
    case 'textfield': case 'textarea': return 'Ingevuld door de proef.';
    default: return undefined;
  }
}
