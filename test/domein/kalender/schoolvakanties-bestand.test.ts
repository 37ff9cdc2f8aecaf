import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leesVakanties } from '../../../domein/kalender/schoolvakanties.ts';

const echt = readFileSync(new URL('../../../bpmn/schoolvakanties.json', import.meta.url), 'utf8');
let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'routeboek-vakanties-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const lees = (inhoud: string | Buffer): ReturnType<typeof leesVakanties> => {
  const file = join(dir, 'schoolvakanties.json');
  writeFileSync(file, inhoud);
  return leesVakanties(file);
};

test('een bestand dat op Windows is bewaard, met een brinnummer in kleine letters, is hetzelfde bestand', () => {
  const { scholen: _scholen, ...rest } = JSON.parse(echt) as Record<string, unknown>;
  const eigen = { ...rest, scholen: { '10ab': { tochSchool: ['2025-10-20'] } } };
  const gelezen = lees(`\uFEFF${JSON.stringify(eigen, null, 2).replaceAll('\n', '\r\n')}`);
  expect(gelezen.schooljaren).toEqual(leesVakanties().schooljaren);
  expect(gelezen.scholen['10AB']?.tochSchool).toEqual(['2025-10-20']);
});

test('een fout noemt bestand, regel en veld', () => {
  const regel = echt.split('\n').findIndex((r) => /"van"/.test(r)) + 1;
  expect(() => lees(echt.replace(/"van": "[^"]*"/, '"van": "31-02-2025"'))).toThrow(new RegExp(`^bpmn/schoolvakanties\\.json, regel ${regel}: schooljaren, .*van: een datum als jjjj-mm-dd wordt verwacht`));
  expect(() => lees(echt.replace('"regio"', '"regioo"'))).toThrow(/onbekend veld/);
  expect(() => lees('{\n"regio": "Midden",,\n}')).toThrow(/^bpmn\/schoolvakanties\.json: regel 2: dit is geen geldige JSON/);
  expect(() => lees(Buffer.from(echt, 'utf16le'))).toThrow(/UTF-16/);
});
