import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { leesRolKleuren } from '../../scripts/tekeningen/rolkleuren.ts';

const ECHT = readFileSync(join(import.meta.dirname, '../../bpmn/rolkleuren.json'), 'utf8');
const dir = mkdtempSync(join(tmpdir(), 'routeboek-kleuren-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const lees = (inhoud: string | Buffer) => {
  writeFileSync(join(dir, 'rolkleuren.json'), inhoud);
  return leesRolKleuren(dir);
};

test('een bestand dat op Windows is bewaard is hetzelfde bestand', () => {
  expect(lees(`\uFEFF${ECHT.replaceAll('\n', '\r\n')}`)).toEqual(lees(ECHT));
});

test.each([
  ['een komma te veel', ECHT.replace('"ib-er": "school",', '"ib-er": "school",,'), /^bpmn\/rolkleuren\.json: regel 11: dit is geen geldige JSON/],
  ['een kleur die geen kleur is', ECHT.replace('#A2D6F3', 'blauw'), /^bpmn\/rolkleuren\.json, groepen, school, fill: schrijf een kleur als #/],
  ['een groep die niet bestaat', ECHT.replace('"ib-er": "school"', '"ib-er": "scholl"'), /^bpmn\/rolkleuren\.json, rollen, ib-er: de groep "scholl" staat niet onder groepen/],
  ['een andere tekenset', Buffer.from(ECHT, 'utf16le'), /^bpmn\/rolkleuren\.json: het is opgeslagen als UTF-16/],
])('%s wordt genoemd met bestand en plaats', (_, inhoud, melding) => {
  expect(() => lees(inhoud)).toThrow(melding);
});
