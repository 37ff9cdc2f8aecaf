import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
// @ts-expect-error gewone JavaScript zonder typen
import { isNewEnough, needsInstall, sharedModules } from '../../scripts/prepare.mjs';

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

test('npm ci maakt nooit de node_modules van een ander leeg', () => {
  const map = mkdtempSync(join(tmpdir(), 'routeboek-npm-'));
  const project = join(map, 'project');
  const ander = join(map, 'ander');
  mkdirSync(project);
  mkdirSync(join(ander, 'pakket'), { recursive: true });
  expect(sharedModules(project)).toBe(false);
  cpSync(fileURLToPath(new URL('../../scripts', import.meta.url)), join(project, 'scripts'), { recursive: true });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'proef', version: '1.0.0', engines: { node: '>=20.0.0' } }));
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ name: 'proef', version: '1.0.0', lockfileVersion: 3, packages: {} }));
  symlinkSync(ander, join(project, 'node_modules'), 'junction');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/prepare.mjs'], { cwd: project, encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^De onderdelen zijn verouderd, maar node_modules is een snelkoppeling.*\n$/)]);
  expect(readdirSync(ander)).toEqual(['pakket']);
  rmSync(map, { recursive: true });
});
