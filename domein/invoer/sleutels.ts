import { readdirSync, readFileSync } from 'node:fs';
import { leesJson } from './json.ts';
import { leesVelden } from '../logboek/formulier.ts';

let bekend: readonly string[] | undefined;

/** De sleutels van alle velden die in een formulier als tekst getypt worden, en van lijsten met zulke velden. */
export function getypteSleutels(dir: URL = new URL('../../forms/', import.meta.url)): readonly string[] {
  bekend ??= [...new Set(
    readdirSync(dir).filter((naam) => naam.endsWith('.form')).flatMap((naam) => leesVelden(leesJson(readFileSync(new URL(naam, dir)))))
      .filter((veld) => veld.type === 'getypt' || veld.rijen.some((rij) => rij.type === 'getypt'))
      .map((veld) => veld.sleutel),
  )].sort();
  return bekend;
}
