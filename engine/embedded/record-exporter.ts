import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Installation } from './install.ts';
import { StartError } from './start-error.ts';

const SOURCE = fileURLToPath(new URL('./RecordExporter.java', import.meta.url));
const run = promisify(execFile);

/**
 * Vertaalt `RecordExporter.java` één keer per versie, naast de engine.
 * @returns de map die op het classpath van de broker hoort
 * @throws {StartError} als bij deze java geen `javac` hoort (een JRE)
 */
export async function compileRecordExporter(java: string, installation: Installation): Promise<string> {
  const version = createHash('sha256').update(await readFile(SOURCE)).digest('hex').slice(0, 12);
  const dir = join(installation.dir, `record-exporter-${version}`);
  if (existsSync(dir)) return dir;
  const busy = `${dir}.bezig-${process.pid}`;
  await mkdir(busy, { recursive: true });
  try {
    await run(join(dirname(java), 'javac'), ['--release', '21', '-encoding', 'UTF-8', '-cp', join(installation.camunda, 'lib', '*'), '-d', busy, SOURCE]);
    // Was een ander ons voor, dan staat daar hetzelfde.
    await rename(busy, dir).catch((error: unknown) => { if (!existsSync(dir)) throw error; });
    return dir;
  } catch (error) {
    throw new StartError(`Bij ${java} werkt geen javac: installeer een volledige JDK 21 of nieuwer (niet alleen een JRE), bijvoorbeeld Eclipse Temurin (adoptium.net). ${error instanceof Error ? error.message.split('\n')[0] : ''}`.trim());
  } finally {
    await rm(busy, { recursive: true, force: true });
  }
}
