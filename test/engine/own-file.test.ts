import { expect, test } from 'vitest';
import { ownFile } from '../../engine/own-file.ts';

test('een model dat op Windows is bewaard is hetzelfde model: geen BOM, gewone regeleinden', () => {
  const gewoon = '<?xml version="1.0"?>\n<naam>Zoë</naam>\n';
  expect(ownFile('bpmn/a.dmn', Buffer.from(`\uFEFF${gewoon.replaceAll('\n', '\r\n')}`)).toString()).toBe(gewoon);
});

test.each([['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le')], ['ANSI', Buffer.from('<a>Zoë</a>', 'latin1')]])('%s wordt met het bestand genoemd', (soort, bytes) => {
  expect(() => ownFile('bpmn/contactadressen.dmn', bytes)).toThrow(new RegExp(`^bpmn/contactadressen\\.dmn is niet opgeslagen als UTF-8 maar als ${soort}`));
});
