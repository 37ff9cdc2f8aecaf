import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { volleNaam } from '../../domein/berichten/soorten.ts';
import type { Bevinding } from './bevinding.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Dit stuurt de programmatuur zelf: het hoort bij een wijziging of een verwerking en niet bij een stap. */
const FROM_CODE = /(?:naam|bericht|soort): '([a-z-]+)'|publish(?:Message)?\(\s*'([a-z-]+)'/g;

/**
 * `bericht-compleet`: elk bericht dat een model opvangt heeft iemand die het stuurt, en wat een stap of signaal stuurt wordt in
 * een model opgevangen. Anders wacht een kind op iets dat nooit komt, of gaat wat iemand doorgaf verloren.
 */
export function lintMessages(root = ROOT): Bevinding[] {
  const models = readdirSync(join(root, 'bpmn')).filter((name) => name.endsWith('.bpmn')).map((bestand) => ({ bestand, xml: readFileSync(join(root, 'bpmn', bestand), 'utf8') }));
  const caught = models.flatMap(({ bestand, xml }) => [...xml.matchAll(/<bpmn:message id="([^"]+)" name="([^"]+)"/g)].map(([, id, naam]) => ({ bestand, id: id as string, naam: naam as string })));
  const sent = new Map<string, string>();
  for (const { bestand, xml } of models) for (const [, naam] of xml.matchAll(/<zeebe:header key="bericht" value="([^"]+)"/g)) sent.set(naam as string, bestand);
  for (const naam of signals(root)) sent.set(naam, 'casus-signaal.form');
  const code = fromCode(root);
  return [
    ...caught.filter(({ naam }) => !sent.has(naam) && !code.has(naam)).map(({ bestand, naam }) => ({ bestand, plaats: naam, tekst: 'Niemand stuurt dit bericht: laat een stap, een signaal of de programmatuur het sturen', regel: 'bericht-compleet' })),
    ...caught.filter(({ bestand, id }) => !models.find((model) => model.bestand === bestand)?.xml.includes(`messageRef="${id}"`)).map(({ bestand, naam }) => ({ bestand, plaats: naam, tekst: 'Geen gebeurtenis in dit model vangt dit bericht op: haal het weg of wacht erop', regel: 'bericht-compleet' })),
    ...[...sent].filter(([naam]) => !caught.some((message) => message.naam === naam)).map(([plaats, bestand]) => ({ bestand, plaats, tekst: 'Geen model vangt dit bericht op: teken een gebeurtenis die erop wacht', regel: 'bericht-compleet' })),
  ];
}

/** De berichten achter de keuzes van het formulier casus-signaal. */
function signals(root: string): string[] {
  const form = readFileSync(join(root, 'forms/casus-signaal.form'), 'utf8');
  const keuzes = /"key": "signaalType"[^]*?"values": \[([^]*?)\]/.exec(form)?.[1] ?? /"values": \[([^]*?)\][^\]]*?"key": "signaalType"/.exec(form)?.[1] ?? '';
  return [...keuzes.matchAll(/"value": "([a-z-]+)"/g)].map(([, soort]) => volleNaam(soort as string)).filter((soort) => !NOT_A_MESSAGE.includes(soort));
}

/** Deze twee keuzes gaan naar het register en niet als bericht naar de casus. */
const NOT_A_MESSAGE = ['ander-contactpersoon', 'andere-groep'];

function fromCode(root: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const map of ['domein', 'workers'].filter((naam) => existsSync(join(root, naam)))) {
    for (const name of readdirSync(join(root, map), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))) {
      for (const [, a, b] of readFileSync(join(root, map, name), 'utf8').matchAll(FROM_CODE)) found.add((a ?? b) as string);
    }
  }
  return found;
}
