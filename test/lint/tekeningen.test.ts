import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alsRegel } from '../../nakijken/bevinding.ts';
import { lintTekeningen } from '../../scripts/lint/tekeningen.ts';
import { schrijfLijst } from '../../scripts/tekeningen/vingerafdruk.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-tekeningen-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const model = (naam: string, inhoud: string): void => writeFileSync(join(dir, naam), inhoud);
const opmerkingen = (): string[] => lintTekeningen(dir, dir).map(alsRegel);

test('een veranderd, een nieuw en een verdwenen model vragen om opnieuw tekenen; een ander regeleinde niet', () => {
  model('a.bpmn', 'een\ntwee\n');
  model('b.bpmn', 'een');
  expect(opmerkingen()).toEqual(['a.bpmn', 'b.bpmn'].map((b) => `${b}  docs/tekeningen  Dit model is nog niet getekend: draai npm run tekeningen  (tekening)`));
  schrijfLijst(dir, dir);
  model('a.bpmn', 'een\r\ntwee\r\n');
  expect(opmerkingen()).toEqual([]);
  model('a.bpmn', 'een\ndrie\n');
  rmSync(join(dir, 'b.bpmn'));
  expect(opmerkingen()).toEqual([
    'a.bpmn  docs/tekeningen  Het model is veranderd en de tekening niet: draai npm run tekeningen  (tekening)',
    'b.bpmn  docs/tekeningen  Dit model is er niet meer en de tekening nog wel: draai npm run tekeningen  (tekening)',
  ]);
});
