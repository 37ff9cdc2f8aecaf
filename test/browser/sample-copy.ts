import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COPY_FILE } from '../../scripts/paginas/sample-register.ts';

/** Wijst een plek aan voor het gevulde voorbeeldregister: het eerste testbestand dat het nodig heeft maakt het, de andere beginnen met een kopie. */
export default function globalSetup(): () => void {
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-voorbeelden-'));
  process.env[COPY_FILE] ??= join(dir, 'register.tar');
  return () => rmSync(dir, { recursive: true, force: true });
}
