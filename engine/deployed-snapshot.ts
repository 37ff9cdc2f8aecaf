import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verschilInWoorden } from './diff.ts';

/**
 * Onthoudt wat het laatst is uitgerold, in de gegevensmap, en zegt in het Nederlands wat er sindsdien veranderde.
 * @returns de regels om te tonen; leeg als er niets veranderde of als dit de eerste keer is.
 */
export async function vergelijkMetVorige(map: string, bestanden: readonly { naam: string; inhoud: Buffer }[]): Promise<string[]> {
  const regels: string[] = [];
  const vorige = new Map<string, string>();
  for (const { naam, inhoud } of bestanden) {
    const oud = await readFile(join(map, naam), 'utf8').catch(() => undefined);
    if (oud !== undefined) vorige.set(naam, oud);
    const nieuw = inhoud.toString('utf8');
    if (oud === undefined || oud === nieuw) continue;
    const wat = naam.endsWith('.bpmn') ? await verschilInWoorden(oud, nieuw).catch(() => ['gewijzigd']) : ['gewijzigd'];
    regels.push(`${naam}: ${wat.join('; ')}`);
  }
  if (vorige.size === 0) return [];
  for (const { naam } of bestanden) if (!vorige.has(naam)) regels.push(`${naam}: nieuw`);
  return regels;
}

/** Legt vast wat er nu is uitgerold; pas na een gelukte uitrol. */
export async function onthoudUitrol(map: string, bestanden: readonly { naam: string; inhoud: Buffer }[]): Promise<void> {
  await mkdir(map, { recursive: true });
  await Promise.all(bestanden.map(({ naam, inhoud }) => writeFile(join(map, naam), inhoud)));
}
