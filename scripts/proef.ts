import { join } from 'node:path';
import { ConfigError, readConfig } from '../config.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { systeemklok } from '../domein/klok.ts';
import { readSnapshot } from '../engine/deployed-snapshot.ts';
import { StartError } from '../engine/embedded/start-error.ts';
import { leesBestanden } from '../nakijken/bestanden.ts';
import { kijkNa } from '../nakijken/kijk-na.ts';
import { merkVan } from '../nakijken/merk.ts';
import { alsTeksten, leesNu, ProefError } from '../proef/bestanden.ts';
import { bewaarPagina } from '../proef/pagina/bewaren.ts';
import { onthoud } from '../proef/onthouden.ts';
import { proefdraaien } from '../proef/proefdraaien.ts';
import { startSpeelveld } from '../proef/speelveld.ts';
import { vraagPaden } from '../proef/vastgelegde-paden.ts';
import { verslag } from '../proef/verslag.ts';
import { jaarVoor } from '../registratie/geschiedenis/paden.ts';
import { refusalText } from '../roll-out.ts';

/**
 * `npm run proef`, of `npm run proef -- <proces>`, met `--alles` alle verlopen: speelt wat er nu draait en uw bestanden met dezelfde verzonnen kinderen, en zegt in tekst en
 * op een pagina wat er anders wordt. Gebruikt een eigen engine en een eigen register; wat draait merkt er niets van, en post gaat niet uit.
 */
async function proef(signaal: AbortSignal): Promise<void> {
  const begin = performance.now();
  const config = readConfig();
  const nu = await leesNu(config.dataDir);
  const eigen = await leesBestanden();
  const uitrol = await readSnapshot(join(config.dataDir, 'uitgerold'));
  const opmerkingen = uitrol?.checked === merkVan(eigen) ? [] : await kijkNa(eigen);
  if (opmerkingen.length > 0) {
    for (const regel of refusalText({ done: false, findings: opmerkingen, since: uitrol?.at, earlier: true })) console.error(regel);
    process.exitCode = 1;
    return;
  }
  const straks = alsTeksten(eigen);
  const uitslag = await proefdraaien({
    nu, straks, vandaag: vandaag(systeemklok), ...readArguments(process.argv.slice(2)), open: async () => onthoud(await startSpeelveld(signaal), join(config.dataDir, 'proef')), meld: (regel) => console.log(regel),
    paden: () => vraagPaden(config, jaarVoor(systeemklok.nu())),
  });
  if (!uitslag) return console.log('Uw bestanden zijn gelijk aan wat er nu draait: er is niets om proef te draaien.');
  console.log('');
  for (const regel of verslag(uitslag)) console.log(regel);
  const pagina = await bewaarPagina(join(config.dataDir, 'proef'), { uitslag, nu, straks, op: systeemklok.nu() });
  console.log(`\nMet de tekeningen naast elkaar, te openen in een browser: ${pagina}`);
  console.log(`Er is niets uitgerold. Dat doet npm run uitrollen. (${Math.round((performance.now() - begin) / 1000)} s)`);
}

/** `--alles`, en de naam van één proces. */
function readArguments(given: readonly string[]): { alleen: string | undefined; alles: boolean } {
  return { alleen: given.find((een) => !een.startsWith('--')), alles: given.includes('--alles') };
}

const afbreken = new AbortController();
for (const naam of ['SIGINT', 'SIGTERM'] as const) process.once(naam, () => afbreken.abort());
await proef(afbreken.signal).catch((error: unknown) => {
  if (!afbreken.signal.aborted) {
    const bekend = error instanceof ProefError || error instanceof StartError || error instanceof ConfigError;
    console.error(bekend ? error.message : `Het proefdraaien is niet gelukt; er is niets veranderd:\n${(error as Error).message}`);
  }
  // Wat halverwege bleef hangen houdt het programma niet open.
  process.exit(1);
});
