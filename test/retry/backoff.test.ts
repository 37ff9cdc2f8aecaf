import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BACKOFF, waitAfter } from '../../retry/backoff.ts';
import { RETRIES } from '../../retry/attempts.ts';

const middle = (): number => 0.5;
const ROOT = join(import.meta.dirname, '../..');

it('een job wacht 10, 20, 40, 80, 160, 320 en dan steeds 600 seconden', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, RETRIES].map((attempt) => waitAfter(attempt, BACKOFF.job, middle) / 1000)).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600]);
});

it('het willekeurige deel is twintig procent naar beide kanten', () => {
  expect([0, 1].map((random) => waitAfter(1, BACKOFF.job, () => random))).toEqual([8_000, 12_000]);
});

it('ook met het kortste toeval duren alle pogingen van een job samen langer dan twee uur', () => {
  const waits = Array.from({ length: RETRIES - 1 }, (_, n) => waitAfter(n + 1, BACKOFF.job, () => 0));
  expect(waits.reduce((som, ms) => som + ms) / 3_600_000).toBeGreaterThan(2.3);
});

it('een mail wordt ruim acht uur lang geprobeerd', () => {
  const waits = Array.from({ length: 9 }, (_, n) => waitAfter(n + 1, BACKOFF.mail, middle));
  expect(waits.reduce((som, ms) => som + ms) / 3_600_000).toBeGreaterThan(8);
});

it('nergens anders staat een wachttijd die verdubbelt', () => {
  const files = ['workers', 'engine', 'koppelingen', 'registratie', 'domein', 'beheer'].flatMap((dir) =>
    readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(dir, name)));
  expect(files.filter((file) => /\b2 \*\* |\*= 2\b/.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
