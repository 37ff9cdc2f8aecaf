import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnv } from '../../config.ts';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'routeboek-env-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const read = (inhoud: string | Buffer): Record<string, string> => {
  const file = join(dir, '.env');
  writeFileSync(file, inhoud);
  return readEnv(file);
};

test('een .env die op Windows is bewaard werkt, en uitleg achter een spatie is uitleg', () => {
  expect(read('\uFEFFPORT=3001\r\n# uitleg\r\nLOG_NIVEAU=warn # of debug\r\nSMTP_URL=\'smtp://jan:a#b@mail.nl\'\r\nLEEG= # niets\r\n')).toEqual({ PORT: '3001', LOG_NIVEAU: 'warn', SMTP_URL: 'smtp://jan:a#b@mail.nl', LEEG: '' });
  expect(readEnv(join(dir, 'bestaat-niet'))).toEqual({});
});

test('een waarde die bij een # zou worden afgekapt wordt met haar regel genoemd, zonder de waarde zelf', () => {
  const fout = (inhoud: string | Buffer): string => {
    try {
      read(inhoud);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(fout('PORT=3001\nBEHEER_WACHTWOORD=geheim#lang genoeg\n')).toBe('De instellingen in .env kloppen niet:\n  - regel 2: BEHEER_WACHTWOORD bevat een #, en alles daarna zou wegvallen. Zet de hele waarde tussen enkele aanhalingstekens.');
  expect(fout('BEHEER_WACHTWOORD=#geheim')).toContain('regel 1: BEHEER_WACHTWOORD');
  expect(fout(Buffer.from('PORT=3001', 'utf16le'))).toContain('UTF-16');
});
