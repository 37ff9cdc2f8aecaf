import { readdirSync, readFileSync } from 'node:fs';
import { leesVelden } from '../logboek/formulier.ts';
import { perUitrol } from '../uitgerold/uitrol.ts';
import { leesJson } from './json.ts';

/** De sleutels van alle velden die in een uitgerold formulier als tekst getypt worden, en van lijsten met zulke velden. */
export const getypteSleutels: () => readonly string[] = perUitrol((wortel) => {
  const dir = new URL('forms/', wortel);
  return [...new Set(
    readdirSync(dir).filter((naam) => naam.endsWith('.form')).flatMap((naam) => leesVelden(leesJson(readFileSync(new URL(naam, dir)))))
      .filter((veld) => veld.type === 'getypt' || veld.rijen.some((rij) => rij.type === 'getypt'))
      .map((veld) => veld.sleutel),
  )].sort();
});
