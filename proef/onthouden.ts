import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { merkVan } from '../nakijken/merk.ts';
import { makePrivateDir } from '../private-dir.ts';
import type { Bestanden } from './bestanden.ts';
import type { DemoKind } from '../scripts/demo/kind.ts';
import type { Deelnemers } from './deelnemers.ts';
import { VASTGELOPEN, type Opname } from './opname.ts';
import type { Speelveld } from './speelveld.ts';

/** Van zoveel sets bestanden blijven de opnames staan: wat er nu draait, en wat er het laatst geprobeerd is. */
const BEWAART = 6;

/**
 * Onthoudt hoe het elk kind verging, per set bestanden: wie aan haar bestanden werkt draait een paar keer achter elkaar proef, en wat er nu
 * draait verandert dan niet. Wordt uitgerold wat net geprobeerd is, dan is dat de volgende keer al gespeeld. Een andere uitrol, andere code
 * of een ander schooljaar geeft een ander merk.
 * @param dir waar het bewaard wordt
 */
export function onthoud(veld: Speelveld, dir: string): Speelveld {
  return {
    ...veld,
    async speel(kant, bestanden, wie) {
      const bestand = join(dir, `opname-${merkVanBestanden(bestanden)}.json`);
      const bekend = await readFile(bestand, 'utf8').then((tekst) => JSON.parse(tekst) as Record<string, Opname>, () => ({}) as Record<string, Opname>);
      const merk = kindmerk(wie);
      const nieuw = wie.kinderen.filter((kind) => bekend[merk(kind)] === undefined);
      const gespeeld = await veld.speel(kant, bestanden, { ...wie, kinderen: nieuw });
      const opname = (kind: DemoKind): Opname | undefined => bekend[merk(kind)] ?? gespeeld.find(({ naam }) => naam === kind.scenario.naam);
      // Wat vastliep kan aan de machine hebben gelegen; dat wordt de volgende keer opnieuw geprobeerd.
      const erbij = nieuw.flatMap((kind) => { const gezien = opname(kind); return gezien && !gezien.afloop.startsWith(VASTGELOPEN) ? [[merk(kind), gezien] as const] : []; });
      if (erbij.length > 0) {
        makePrivateDir(dir);
        await writeFile(bestand, JSON.stringify({ ...bekend, ...Object.fromEntries(erbij) }), { mode: 0o600 });
        await ruimOp(dir, bestand);
      }
      return wie.kinderen.flatMap((kind) => opname(kind) ?? []);
    },
  };
}

function merkVanBestanden(bestanden: Bestanden): string {
  const eigen = readdirSync(import.meta.dirname, { encoding: 'utf8' }).filter((naam) => naam.endsWith('.ts')).sort().map((naam) => readFileSync(join(import.meta.dirname, naam), 'utf8'));
  return kort(merkVan([...bestanden].map(([pad, tekst]) => ({ pad, inhoud: Buffer.from(tekst) }))), ...eigen);
}

/** Wat een scenario antwoordt staat in de code, en die telt in het merk van de bestanden mee. */
const kindmerk = ({ begin, einde, merk = '' }: Deelnemers) => ({ scenario, aanmelding, aangemeldOp }: DemoKind): string => kort(JSON.stringify([begin, einde, merk, scenario, aanmelding, aangemeldOp]));

function kort(...delen: readonly string[]): string {
  const som = createHash('sha256');
  for (const deel of delen) som.update(deel);
  return som.digest('hex').slice(0, 24);
}

async function ruimOp(dir: string, laatste: string): Promise<void> {
  const namen = (await readdir(dir)).filter((naam) => /^opname-\w+[.]json$/.test(naam) && join(dir, naam) !== laatste);
  const oud = namen.sort((a, b) => statSync(join(dir, b)).mtimeMs - statSync(join(dir, a)).mtimeMs).slice(BEWAART - 1);
  await Promise.all(oud.map((naam) => rm(join(dir, naam), { force: true })));
}
