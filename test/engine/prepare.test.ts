import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error gewone JavaScript zonder typen
import { needsInstall, isNewEnough } from '../../scripts/prepare.mjs';

test('de versie van Node wordt als getallen vergeleken', () => {
  expect(isNewEnough('20.19.0', '>=20.19.0')).toBe(true);
  expect(isNewEnough('20.9.5', '>=20.19.0')).toBe(false);
  expect(isNewEnough('22.0.0', '>=20.19.0')).toBe(true);
  expect(isNewEnough('18.20.4', '>=20.19.0')).toBe(false);
});

test('npm ci is nodig zonder node_modules en na een nieuwere package-lock.json', () => {
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-npm-'));
  writeFileSync(join(dir, 'package-lock.json'), '{}');
  expect(needsInstall(dir)).toBe(true);
  mkdirSync(join(dir, 'node_modules'));
  writeFileSync(join(dir, 'node_modules', '.package-lock.json'), '{}');
  utimesSync(join(dir, 'package-lock.json'), 1000, 1000);
  expect(needsInstall(dir)).toBe(false);
  utimesSync(join(dir, 'node_modules', '.package-lock.json'), 500, 500);
  expect(needsInstall(dir)).toBe(true);
  rmSync(dir, { recursive: true });
});
