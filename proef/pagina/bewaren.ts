import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateDir } from '../../private-dir.ts';
import { maakPagina, type Inhoud } from './pagina.ts';

/** Zoveel pagina's blijven staan; ouder dan dat zegt niets meer over wat er nu draait. */
const BEWAART = 10;

/** Schrijft de pagina in deze map en gooit de oudste weg. @returns het pad van het bestand */
export async function bewaarPagina(dir: string, inhoud: Inhoud): Promise<string> {
  makePrivateDir(dir);
  const bestand = join(dir, `proef-${inhoud.op.toISOString().slice(0, 19).replaceAll(':', '')}.html`);
  await writeFile(bestand, await maakPagina(inhoud), { mode: 0o600 });
  const oud = (await readdir(dir)).filter((naam) => /^proef-.*[.]html$/.test(naam)).sort().slice(0, -BEWAART);
  await Promise.all(oud.map((naam) => rm(join(dir, naam), { force: true })));
  return bestand;
}
