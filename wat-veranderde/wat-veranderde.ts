import { formulierVeranderingen } from './formulier.ts';
import { kalenderVeranderingen } from './kalender.ts';
import { mailnaam, mailVeranderingen } from './mail.ts';
import { modelVeranderingen } from './model.ts';
import { tabelVeranderingen } from './tabel.ts';

const KALENDER = 'bpmn/schoolvakanties.json';

/**
 * Zegt wat er in de bestanden van de proceseigenaar veranderde, zoals hij het zelf zou zeggen: `termijn KT-05: 3 → 5 schooldagen`.
 * @param vorige de tekst van elk bestand bij de laatste uitrol, per pad
 * @param nu de tekst van elk bestand nu, per pad
 * @returns één zin per verandering, elke zin één keer; leeg als er niets veranderde
 */
export async function watVeranderde(vorige: ReadonlyMap<string, string>, nu: ReadonlyMap<string, string>): Promise<string[]> {
  const zinnen: string[] = [];
  for (const [pad, nieuw] of nu) {
    const oud = vorige.get(pad);
    if (oud !== undefined && oud !== nieuw) zinnen.push(...(await inBestand(pad, oud, nieuw)));
  }
  zinnen.push(...[...nu.keys()].filter((pad) => !vorige.has(pad)).map((pad) => `nieuw: ${bestandsnaam(pad)}`));
  zinnen.push(...[...vorige.keys()].filter((pad) => !nu.has(pad)).map((pad) => `verwijderd: ${bestandsnaam(pad)}`));
  return [...new Set(zinnen)];
}

async function inBestand(pad: string, oud: string, nieuw: string): Promise<string[]> {
  if (pad.endsWith('.bpmn')) return modelVeranderingen(pad, oud, nieuw);
  if (pad.endsWith('.dmn')) return tabelVeranderingen(pad, oud, nieuw);
  if (pad.endsWith('.form')) return formulierVeranderingen(pad, oud, nieuw);
  if (pad.endsWith('.md')) return mailVeranderingen(pad.replace(/^.*\//, ''), oud, nieuw);
  return pad === KALENDER ? kalenderVeranderingen(oud, nieuw) : [`${bestandsnaam(pad)} gewijzigd`];
}

/** Een bestand zoals mensen het noemen. */
function bestandsnaam(pad: string): string {
  const naam = pad.replace(/^.*\//, '');
  const kaal = naam.replace(/\.\w+$/, '');
  if (pad.endsWith('.bpmn')) return `model ${kaal}`;
  if (pad.endsWith('.dmn')) return `beslistabel ${kaal}`;
  if (pad.endsWith('.form')) return `formulier ${kaal}`;
  return pad.endsWith('.md') ? mailnaam(naam) : naam;
}
