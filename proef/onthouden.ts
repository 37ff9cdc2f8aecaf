import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { merkVan } from '../nakijken/merk.ts';
import { makePrivateDir } from '../private-dir.ts';
import type { Bestanden } from './bestanden.ts';
import type { Deelnemers } from './deelnemers.ts';
import type { Opname } from './opname.ts';
import type { Speelveld } from './speelveld.ts';

/** Zoveel opnames blijven staan: van de scenario's, en van de paden van vorig jaar. */
const BEWAART = 4;

/**
 * Onthoudt hoe het met wat er nu draait verliep: wie aan haar bestanden werkt draait een paar keer achter elkaar proef, en die kant
 * verandert dan niet. Een andere uitrol, andere code of een ander schooljaar geeft een ander merk.
 * @param dir waar het bewaard wordt
 */
export function onthoud(veld: Speelveld, dir: string): Speelveld {
  return {
    ...veld,
    async speel(kant, bestanden, wie) {
      if (kant !== 'nu') return veld.speel(kant, bestanden, wie);
      const bestand = join(dir, `opname-${merk(bestanden, wie)}.json`);
      const eerder = await readFile(bestand, 'utf8').then((tekst) => JSON.parse(tekst) as Opname[], () => undefined);
      if (eerder) return eerder;
      const opnames = await veld.speel(kant, bestanden, wie);
      makePrivateDir(dir);
      await writeFile(bestand, JSON.stringify(opnames), { mode: 0o600 });
      await ruimOp(dir, bestand);
      return opnames;
    },
  };
}

function merk(bestanden: Bestanden, { kinderen, begin, einde, merk: herkomst = '' }: Deelnemers): string {
  const eigen = readdirSync(import.meta.dirname, { encoding: 'utf8' }).filter((naam) => naam.endsWith('.ts')).sort().map((naam) => readFileSync(join(import.meta.dirname, naam), 'utf8'));
  // Wat een scenario antwoordt staat in de code, en die telt in merkVan mee.
  const spel = JSON.stringify([begin, einde, herkomst, kinderen.map(({ scenario, aanmelding, aangemeldOp }) => [scenario, aanmelding, aangemeldOp])]);
  return createHash('sha256').update(merkVan([...bestanden].map(([pad, tekst]) => ({ pad, inhoud: Buffer.from(tekst) })))).update(eigen.join('\n')).update(spel).digest('hex').slice(0, 24);
}

async function ruimOp(dir: string, laatste: string): Promise<void> {
  const namen = (await readdir(dir)).filter((naam) => /^opname-\w+[.]json$/.test(naam) && join(dir, naam) !== laatste);
  const oud = namen.sort((a, b) => statSync(join(dir, b)).mtimeMs - statSync(join(dir, a)).mtimeMs).slice(BEWAART - 1);
  await Promise.all(oud.map((naam) => rm(join(dir, naam), { force: true })));
}
