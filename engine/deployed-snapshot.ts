import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffInWords } from './diff.ts';

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

/** Legt vast wat er nu is uitgerold; pas na een gelukte uitrol. */
export async function rememberDeployment(dir: string, files: readonly { name: string; content: Buffer }[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  await Promise.all(files.map(({ name, content }) => writeFile(join(dir, name), content)));
}
