import { mkdir, statfs } from 'node:fs/promises';
import { StartError } from './start-error.ts';

const NEEDED = 2 * 1024 ** 3;

/** Weigert te starten op een bijna volle schijf: de engine zet zichzelf onder 1 GB stil, en dat is slecht te herkennen. */
export async function checkDisk(dir: string, needed = NEEDED): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
  } catch (error) {
    throw new StartError(`De map ${dir} kan niet worden gemaakt (${(error as NodeJS.ErrnoException).code}): controleer GEGEVENS_MAP en uw rechten.`);
  }
  const { bavail, bsize } = await statfs(dir);
  if (bavail * bsize >= needed) return;
  throw new StartError(
    `De schijf is te vol: er is ${Math.floor((bavail * bsize) / 1024 ** 2)} MB vrij bij ${dir} en de engine heeft minstens ${Math.round(needed / 1024 ** 2)} MB nodig. Maak ruimte vrij en start opnieuw.`,
  );
}
