import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORTEL = fileURLToPath(new URL('..', import.meta.url));

/** Een bestand van de proceseigenaar zoals het op schijf staat. */
export interface Eigenaarsbestand {
  /** Het pad vanaf de map van Routeboek, met schuine strepen: `forms/gesprek-ouders.form`. */
  readonly pad: string;
  readonly inhoud: Buffer;
}

/** Waar de bestanden van de proceseigenaar staan en wat er in die map hoort. */
export const MAPPEN: Readonly<Record<string, readonly string[]>> = {
  bpmn: ['.bpmn', '.dmn', '.json'],
  forms: ['.form'],
  'koppelingen/mail/meldingen': ['.md'],
};

/** Leest alle bestanden van de proceseigenaar, ook wat er niet thuishoort: dat wordt bij het nakijken genoemd. */
export async function leesBestanden(wortel = WORTEL): Promise<Eigenaarsbestand[]> {
  const bestanden: Eigenaarsbestand[] = [];
  for (const map of Object.keys(MAPPEN)) {
    const namen = (await readdir(join(wortel, map), { withFileTypes: true })).filter((naam) => naam.isFile()).map(({ name }) => name);
    for (const naam of namen.sort()) bestanden.push({ pad: `${map}/${naam}`, inhoud: await readFile(join(wortel, map, naam)) });
  }
  return bestanden;
}
