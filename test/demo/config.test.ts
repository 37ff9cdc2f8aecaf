import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keurConfiguratie } from '../../config.ts';
import { democonfiguratie } from '../../scripts/demo/config.ts';
import { demomapKlaar, leesDemomap, maakDemomapLeeg } from '../../scripts/demo/demo-dir.ts';

let map: string;
beforeEach(() => { map = mkdtempSync(join(tmpdir(), 'routeboek-demomap-')); });
afterEach(() => rmSync(map, { recursive: true, force: true }));

test('een engine van buiten wordt geweigerd in één Nederlandse zin', () => {
  const config = keurConfiguratie({ ZEEBE_GRPC_ADDRESS: 'grpc://camunda.example.org:26500', ZEEBE_REST_ADDRESS: 'http://camunda.example.org:8080' });
  expect(() => democonfiguratie(config)).toThrow(/^De demo verzet de klok en draait daarom alleen op de ingebedde engine: haal ZEEBE_GRPC_ADDRESS weg/);
});

test('mailserver en databank van buiten doen niet mee, en de map is een eigen map', () => {
  const config = democonfiguratie(keurConfiguratie({ SMTP_URL: 'smtp://mail.example.org', DATABASE_URL: 'postgres://a:b@c/d' }));
  expect(config).toMatchObject({ SMTP_URL: undefined, DATABASE_URL: undefined });
  expect(config.gegevensMap).toMatch(/data-demo$/);
  expect(() => democonfiguratie(keurConfiguratie({ DEMO_MAP: './data' }))).toThrow(/eigen map/);
});

test('een map met andere gegevens wordt nooit weggegooid', () => {
  expect(leesDemomap(map)).toEqual({ stand: 'leeg' });
  writeFileSync(join(map, 'iets'), 'van een ander');
  expect(() => leesDemomap(map)).toThrow(/niet van de demo/);
});

test('een half gespeelde demo is te herkennen aan een gespeelde', () => {
  maakDemomapLeeg(map);
  expect(leesDemomap(map)).toEqual({ stand: 'half' });
  demomapKlaar(map, new Date('2026-11-25T12:00:00Z'));
  expect(leesDemomap(map)).toEqual({ stand: 'klaar', gespeeldOp: '2026-11-25T12:00:00.000Z' });
});
