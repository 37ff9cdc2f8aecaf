import { z } from 'zod';
import { StartFout } from './start-error.ts';

const OUD = 'date_time || epoch_millis';
const NIEUW = 'date_time || date_time_no_millis || epoch_millis';
const Index = z.object({
  mappings: z.record(z.string(), z.unknown()),
  aliases: z.record(z.string(), z.unknown()),
  settings: z.object({ index: z.object({ number_of_shards: z.string(), number_of_replicas: z.string() }) }),
});
type Index = z.infer<typeof Index>;
const nieuweNaam = (naam: string): string => `routeboek-${naam}`;

/**
 * Brengt de indexen met taken over op het verbeterde schema van `engine/pom.xml`; Tasklist start niet met een index die van haar
 * schema afwijkt. Alleen nodig voor een gegevensmap van vóór die verbetering; anders kost dit twee vragen. Hoe een veld is
 * ingedeeld kan niet veranderen, dus de inhoud gaat naar een nieuwe index die de plaats van de oude inneemt. Is dat onderbroken,
 * dan gaat de volgende start verder.
 * @throws StartFout als OpenSearch iets weigert
 */
export async function werkTasklistschemaBij(opensearchUrl: string): Promise<void> {
  const vraag = async (methode: string, pad: string, inhoud?: unknown): Promise<unknown> => {
    const antwoord = await fetch(`${opensearchUrl}/${pad}`, { method: methode, headers: { 'content-type': 'application/json' }, ...(inhoud === undefined ? {} : { body: JSON.stringify(inhoud) }) });
    if (!antwoord.ok) throw new StartFout(`De taken van Tasklist kunnen niet worden overgezet naar de nieuwe indeling (OpenSearch weigert ${methode} ${pad}: ${antwoord.status}). Start opnieuw; er is niets verloren.`);
    return antwoord.json();
  };
  const lees = async (patroon: string): Promise<Record<string, Index>> => z.record(z.string(), Index).parse(await vraag('GET', patroon));
  const neemPlaatsIn = async (naam: string, { aliases }: Pick<Index, 'aliases'>): Promise<void> => {
    await vraag('POST', `${nieuweNaam(naam)}/_clone/${naam}?wait_for_active_shards=1`, { aliases, settings: { 'index.blocks.write': null } });
    await vraag('DELETE', nieuweNaam(naam));
  };

  const indexen = await lees('tasklist-list-view-*,tasklist-task-8*');
  for (const [naam, index] of Object.entries(await lees('routeboek-tasklist-*'))) {
    const oudeNaam = naam.slice(nieuweNaam('').length);
    // Bestaat de oude nog, dan is de nieuwe misschien half en begint het overzetten hieronder opnieuw.
    if (indexen[oudeNaam]) await vraag('DELETE', naam);
    else await neemPlaatsIn(oudeNaam, index);
  }
  for (const [naam, index] of Object.entries(indexen)) if (JSON.stringify(index.mappings).includes(`"${OUD}"`)) {
    const { number_of_shards, number_of_replicas } = index.settings.index;
    const mappings = JSON.parse(JSON.stringify(index.mappings).replaceAll(`"${OUD}"`, `"${NIEUW}"`)) as unknown;
    await vraag('PUT', nieuweNaam(naam), { settings: { number_of_shards, number_of_replicas }, mappings });
    await vraag('POST', '_reindex?refresh=true', { source: { index: naam }, dest: { index: nieuweNaam(naam) } });
    await vraag('PUT', `${nieuweNaam(naam)}/_settings`, { 'index.blocks.write': true });
    // In één keer: de oude is nooit weg zonder dat de nieuwe haar aliassen kent.
    const over = Object.keys(index.aliases).map((alias) => ({ add: { index: nieuweNaam(naam), alias } }));
    await vraag('POST', '_aliases', { actions: [...over, { remove_index: { index: naam } }] });
    await neemPlaatsIn(naam, index);
  }
}
