import { expect, test } from 'vitest';
import { leesJson } from '../../../domein/invoer/json.ts';

const utf8 = (tekst: string): Uint8Array => new TextEncoder().encode(tekst);
const fout = (bytes: Uint8Array): string => {
  try {
    leesJson(bytes);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test('leest UTF-8, ook met de BOM van Windows en met CRLF', () => {
  expect(leesJson(utf8('\uFEFF{\r\n  "naam": "Zoë"\r\n}\r\n'))).toEqual({ naam: 'Zoë' });
});

test.each([
  ['UTF-16 van Kladblok', Buffer.from('\uFEFF{"a": 1}', 'utf16le'), 'UTF-16'],
  ['UTF-16 andersom', Buffer.from('\uFEFF{"a": 1}', 'utf16le').swap16(), 'UTF-16'],
  ['UTF-16 zonder BOM', Buffer.from('{"a": 1}', 'utf16le'), 'UTF-16'],
  ['ANSI', Buffer.from('{"naam": "Zoë"}', 'latin1'), 'ANSI'],
])('noemt %s bij naam', (_wat, bytes, naam) => {
  expect(fout(bytes)).toContain(naam);
  expect(fout(bytes)).toContain('sla het op als UTF-8');
});

test.each([
  ['een komma te veel', '{\n  "a": 1,,\n  "b": 2\n}', 'regel 2:'],
  ['een haakje te weinig', '{\n  "a": [1, 2\n}', 'regel 3:'],
  ['een eind dat ontbreekt', '{\n  "a": 1,\n  "b": "half\n', 'regel 3:'],
  ['een leeg bestand', '', 'regel 1:'],
])('zegt bij %s op welke regel', (_wat, tekst, regel) => {
  expect(fout(utf8(tekst))).toContain(`${regel} dit is geen geldige JSON`);
});

test('een veld dat er twee keer staat wordt geweigerd, ook dieper en anders geschreven', () => {
  expect(fout(utf8('{\n"a": 1,\n"a": 2\n}'))).toBe('regel 3: het veld "a" staat er twee keer; laat er één staan.');
  expect(fout(utf8('{"rijen": [{"dag": 1},\n{"dag": 1, "\\u0064ag": 2}]}'))).toContain('regel 2: het veld "dag"');
  expect(leesJson(utf8('{"a": {"a": "\\"a\\": {"}, "b": [{"a": 1}, {"a": 2}]}'))).toEqual({ a: { a: '"a": {' }, b: [{ a: 1 }, { a: 2 }] });
});
