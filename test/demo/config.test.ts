import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { validateConfig } from '../../config.ts';
import { demoConfig } from '../../scripts/demo/config.ts';
import { markDemoDirReady, readDemoDir, clearDemoDir } from '../../scripts/demo/demo-dir.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'routeboek-demomap-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('een engine van buiten wordt geweigerd in één Nederlandse zin', () => {
  const config = validateConfig({ ZEEBE_GRPC_ADDRESS: 'grpc://camunda.example.org:26500', ZEEBE_REST_ADDRESS: 'http://camunda.example.org:8080', SMTP_URL: 'smtp://mail.example.org', MAIL_AFZENDER: 'a@example.org', TAAK_URL: 'https://taken.example.org/tasklist' });
  expect(() => demoConfig(config)).toThrow(/^De demo verzet de klok en draait daarom alleen op de ingebedde engine: haal ZEEBE_GRPC_ADDRESS weg/);
});

test('mailserver en databank van buiten doen niet mee, en de map is een eigen map', () => {
  const config = demoConfig(validateConfig({ SMTP_URL: 'smtp://mail.example.org', DATABASE_URL: 'postgres://a:b@c/d' }));
  expect(config).toMatchObject({ SMTP_URL: undefined, DATABASE_URL: undefined });
  expect(config.dataDir).toMatch(/data-demo$/);
  expect(() => demoConfig(validateConfig({ DEMO_MAP: './data' }))).toThrow(/eigen map/);
});

test('een map met andere gegevens wordt nooit weggegooid', () => {
  expect(readDemoDir(dir)).toEqual({ stand: 'leeg' });
  writeFileSync(join(dir, 'iets'), 'van een ander');
  expect(() => readDemoDir(dir)).toThrow(/niet van de demo/);
});

test('een half gespeelde demo is te herkennen aan een gespeelde', () => {
  clearDemoDir(dir);
  expect(readDemoDir(dir)).toEqual({ stand: 'half' });
  markDemoDirReady(dir, new Date('2026-11-25T12:00:00Z'));
  expect(readDemoDir(dir)).toEqual({ stand: 'klaar', gespeeldOp: '2026-11-25T12:00:00.000Z' });
});
