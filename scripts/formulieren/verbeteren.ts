import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leesJson } from '../../domein/invoer/json.ts';
import { KOP, type Blok, type Formulier } from './kop.ts';
import { ID as NOG_IN_TE_VULLEN, metNogInTeVullen, type Onderdeel } from './nog-in-te-vullen.ts';

/**
 * De formulieren waarmee een startformulier dat terugkomt wordt verbeterd, elk met het startformulier waar zijn velden van zijn.
 * De proceseigenaar wijzigt alleen het startformulier; inleiding en vinkje staan in `verbeteren/`.
 */
export const VERBETERD: Readonly<Record<string, string>> = { 'aanmelding-verbeteren': 'start-verzuimroute', 'signaal-verbeteren': 'casus-signaal' };

const INLEIDING = 'Field_inleiding';
/**
 * Tasklist 8.6 toont een nieuwe taak soms voor haar gegevens en leest die in een geopende taak niet bij. Een leeg formulier zou
 * zeggen dat alles weg is. `validatieFouten` geeft het model mee; `uiterlijkTekst` zet de luisteraar op het begin van de taak er
 * als laatste bij, na de getypte datums en getallen.
 */
const NOG_NIET_GELADEN = 'validatieFouten = null or uiterlijkTekst = null';

/**
 * Maakt een verbeterformulier: de regel bij het laden, de fouten, de eigen inleiding met het vinkje om in te trekken, en dan
 * precies de velden van het startformulier. Die staan er pas als de gegevens er zijn, en niet als er wordt ingetrokken.
 */
export function verbeterformulier<F extends Formulier>(naam: string, start: F): F & { id: string } {
  const eigen = (leesJson(readFileSync(join(import.meta.dirname, 'verbeteren', `${naam}.form`))) as Formulier).components;
  const intrekken = eigen.find(({ type }) => type === 'checkbox')?.key;
  if (intrekken === undefined) throw new Error(`In verbeteren/${naam}.form ontbreekt het vinkje om in te trekken.`);
  const velden: Onderdeel & { showOutline: boolean } = {
    id: 'Field_velden', type: 'group', label: 'Wat er is ingevuld', showOutline: false, layout: { row: 'Row_velden', columns: null },
    conditional: { hide: `=${NOG_NIET_GELADEN} or ${intrekken} = true` },
    components: start.components.filter(({ id }) => id !== INLEIDING && id !== NOG_IN_TE_VULLEN),
  };
  return metNogInTeVullen({ ...start, id: naam, components: [blok('Field_fouten'), laden(), ...eigen, velden] });
}

const blok = (id: string): Blok => KOP.find((deel) => deel.id === id) as Blok;

function laden(): Blok {
  return { ...blok('Field_laden'), conditional: { hide: `=not(${NOG_NIET_GELADEN})` } };
}
