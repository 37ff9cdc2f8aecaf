import { mkdir, statfs } from 'node:fs/promises';
import { StartFout } from './start-error.ts';

const NODIG = 2 * 1024 ** 3;

/** Weigert te starten op een bijna volle schijf: de engine zet zichzelf onder 1 GB stil, en dat is slecht te herkennen. */
export async function controleerSchijf(map: string, nodig = NODIG): Promise<void> {
  try {
    await mkdir(map, { recursive: true });
  } catch (fout) {
    throw new StartFout(`De map ${map} kan niet worden gemaakt (${(fout as NodeJS.ErrnoException).code}): controleer GEGEVENS_MAP en uw rechten.`);
  }
  const { bavail, bsize } = await statfs(map);
  if (bavail * bsize >= nodig) return;
  throw new StartFout(
    `De schijf is te vol: er is ${Math.floor((bavail * bsize) / 1024 ** 2)} MB vrij bij ${map} en de engine heeft minstens ${Math.round(nodig / 1024 ** 2)} MB nodig. Maak ruimte vrij en start opnieuw.`,
  );
}
