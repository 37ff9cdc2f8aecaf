import { z } from 'zod';
import { makeAsk } from './ask-opensearch.ts';
import { StartError } from './start-error.ts';

const OLD = 'date_time || epoch_millis';
const NEW = 'date_time || date_time_no_millis || epoch_millis';
const Index = z.object({
  mappings: z.record(z.string(), z.unknown()),
  aliases: z.record(z.string(), z.unknown()),
  settings: z.object({ index: z.object({ number_of_shards: z.string(), number_of_replicas: z.string() }) }),
});
type Index = z.infer<typeof Index>;
const newName = (name: string): string => `routeboek-${name}`;

/**
 * Brengt de indexen met taken over op het verbeterde schema van `engine/pom.xml`; Tasklist start niet met een index die van haar
 * schema afwijkt. Alleen nodig voor een gegevensmap van vóór die verbetering; anders kost dit twee vragen. Hoe een veld is
 * ingedeeld kan niet veranderen, dus de inhoud gaat naar een nieuwe index die de plaats van de oude inneemt. Is dat onderbroken,
 * dan gaat de volgende start verder.
 * @throws StartError als OpenSearch iets weigert
 */
export async function updateTasklistSchema(opensearchUrl: string): Promise<void> {
  const ask = makeAsk(opensearchUrl, {
    refusal: (vraag, status) => new StartError(`De taken van Tasklist kunnen niet worden overgezet naar de nieuwe indeling (OpenSearch weigert ${vraag}: ${status}). Start opnieuw; er is niets verloren.`),
  });
  const read = async (pattern: string): Promise<Record<string, Index>> => z.record(z.string(), Index).parse(await ask('GET', pattern));
  const neemPlaatsIn = async (name: string, { aliases }: Pick<Index, 'aliases'>): Promise<void> => {
    await ask('POST', `${newName(name)}/_clone/${name}?wait_for_active_shards=1`, { aliases, settings: { 'index.blocks.write': null } });
    await ask('DELETE', newName(name));
  };

  const indexen = await read('tasklist-list-view-*,tasklist-task-8*');
  for (const [name, index] of Object.entries(await read('routeboek-tasklist-*'))) {
    const oudeNaam = name.slice(newName('').length);
    // Bestaat de oude nog, dan is de nieuwe misschien half en begint het overzetten hieronder opnieuw.
    if (indexen[oudeNaam]) await ask('DELETE', name);
    else await neemPlaatsIn(oudeNaam, index);
  }
  for (const [name, index] of Object.entries(indexen)) if (JSON.stringify(index.mappings).includes(`"${OLD}"`)) {
    const { number_of_shards, number_of_replicas } = index.settings.index;
    const mappings = JSON.parse(JSON.stringify(index.mappings).replaceAll(`"${OLD}"`, `"${NEW}"`)) as unknown;
    await ask('PUT', newName(name), { settings: { number_of_shards, number_of_replicas }, mappings });
    await ask('POST', '_reindex?refresh=true', { source: { index: name }, dest: { index: newName(name) } });
    await ask('PUT', `${newName(name)}/_settings`, { 'index.blocks.write': true });
    // In één keer: de oude is nooit weg zonder dat de nieuwe haar aliassen kent.
    const over = Object.keys(index.aliases).map((alias) => ({ add: { index: newName(name), alias } }));
    await ask('POST', '_aliases', { actions: [...over, { remove_index: { index: name } }] });
    await neemPlaatsIn(name, index);
  }
}
