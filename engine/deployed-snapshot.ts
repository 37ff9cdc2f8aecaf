import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deployed } from './deploy.ts';
import { diffInWords } from './diff.ts';

/** De versie van elk proces, naast de afschriften; domein/regels/uitgerold.ts leest haar. */
const VERSIES = 'versies.json';

/**
 * Onthoudt wat het laatst is uitgerold, in de gegevensmap, en zegt in het Nederlands wat er sindsdien veranderde.
 * @returns de regels om te tonen; leeg als er niets veranderde of als dit de eerste keer is.
 */
export async function compareWithPrevious(dir: string, files: readonly { name: string; content: Buffer }[]): Promise<string[]> {
  const lines: string[] = [];
  const previous = new Map<string, string>();
  for (const { name, content } of files) {
    const oud = await readFile(join(dir, name), 'utf8').catch(() => undefined);
    if (oud !== undefined) previous.set(name, oud);
    const nieuw = content.toString('utf8');
    if (oud === undefined || oud === nieuw) continue;
    const wat = name.endsWith('.bpmn') ? await diffInWords(oud, nieuw).catch(() => ['gewijzigd']) : ['gewijzigd'];
    lines.push(`${name}: ${wat.join('; ')}`);
  }
  if (previous.size === 0) return [];
  for (const { name } of files) if (!previous.has(name)) lines.push(`${name}: nieuw`);
  return lines;
}

/** Legt vast wat er nu is uitgerold, en welke versie elk proces daarmee kreeg; pas na een gelukte uitrol. */
export async function rememberDeployment(dir: string, files: readonly { name: string; content: Buffer }[], deployed: readonly Deployed[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, VERSIES), JSON.stringify(Object.fromEntries(deployed.filter(({ kind }) => kind === 'proces').map(({ id, version }) => [id, version]))));
  await Promise.all(files.map(({ name, content }) => writeFile(join(dir, name), content)));
}
