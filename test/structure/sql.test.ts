import { ESLint } from 'eslint';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: ROOT });

/** Wat lint van deze tekst vindt als zij in dat bestand stond. */
async function bezwaren(bestand: string, tekst: string): Promise<string[]> {
  const [uitslag] = await eslint.lintText(tekst, { filePath: join(ROOT, bestand) });
  return (uitslag?.messages ?? []).map((m) => m.message).filter((m) => /registratie\/|register\.transaction/.test(m));
}

const VRAAG = "export const f = (db: { selectFrom(t: string): unknown }): unknown => db.selectFrom('casus');\n";

describe('SQL staat alleen in registratie/', () => {
  it.each(['workers/x.ts', 'workers/runtime/x.ts', 'domein/verzuim/x.ts', 'beheer/x.ts', 'engine/x.ts', 'koppelingen/mail/x.ts', 'scripts/demo/x.ts', 'x.ts'])('een vraag in %s wordt geweigerd', async (bestand) => {
    expect(await bezwaren(bestand, VRAAG)).toHaveLength(1);
  });
  it.each([
    "import { sql } from 'kysely';\nexport const f = (): unknown => sql`select 1`;\n",
    "import type { Transaction } from 'kysely';\nexport type X = Transaction<never>;\n",
    "export type X = import('kysely').Transaction<never>;\n",
    "import pg from 'pg';\nexport const f = (): unknown => new pg.Client();\n",
    'export const f = (r: { db: { transaction(): unknown } }): unknown => r.db.transaction();\n',
    "export const f = (db: { deleteFrom(t: string): unknown }): unknown => db.deleteFrom('casus');\n",
  ])('ook in een andere vorm: %s', async (tekst) => {
    expect(await bezwaren('domein/x.ts', tekst)).not.toEqual([]);
  });
  it('in registratie/ en in een test mag het', async () => {
    for (const bestand of ['registratie/x.ts', 'test/workers/x.test.ts']) expect(await bezwaren(bestand, VRAAG)).toEqual([]);
  });
  it('in het domein geldt de regel over de klok ook nog', async () => {
    const [uitslag] = await eslint.lintText('export const nu = (): Date => new Date();\n', { filePath: join(ROOT, 'domein/x.ts') });
    expect(uitslag?.messages.map((m) => m.ruleId)).toEqual(['no-restricted-syntax']);
  });
});
