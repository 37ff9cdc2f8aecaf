import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error gewone JavaScript zonder typen
import { installatieNodig, nieuwGenoeg } from '../../scripts/prepare.mjs';

test('de versie van Node wordt als getallen vergeleken', () => {
  expect(nieuwGenoeg('20.19.0', '>=20.19.0')).toBe(true);
  expect(nieuwGenoeg('20.9.5', '>=20.19.0')).toBe(false);
  expect(nieuwGenoeg('22.0.0', '>=20.19.0')).toBe(true);
  expect(nieuwGenoeg('18.20.4', '>=20.19.0')).toBe(false);
});

test('npm ci is nodig zonder node_modules en na een nieuwere package-lock.json', () => {
  const map = mkdtempSync(join(tmpdir(), 'routeboek-npm-'));
  writeFileSync(join(map, 'package-lock.json'), '{}');
  expect(installatieNodig(map)).toBe(true);
  mkdirSync(join(map, 'node_modules'));
  writeFileSync(join(map, 'node_modules', '.package-lock.json'), '{}');
  utimesSync(join(map, 'package-lock.json'), 1000, 1000);
  expect(installatieNodig(map)).toBe(false);
  utimesSync(join(map, 'node_modules', '.package-lock.json'), 500, 500);
  expect(installatieNodig(map)).toBe(true);
  rmSync(map, { recursive: true });
});
