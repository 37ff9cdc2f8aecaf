import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { validateConfig } from '../../config.ts';
import { ROLLEN, rolVanGroep } from '../../domein/casus/rollen.ts';
import { starters } from './helpers/starters.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** De delen van het compose-schema die hier gebruikt worden; een onbekende sleutel is een tikfout. */
const dienst = z.strictObject({
  profiles: z.array(z.string()).optional(), user: z.string().optional(), entrypoint: z.array(z.string()).optional(),
  image: z.string().regex(/:[\w.${}:-]+$/).optional(), build: z.string().optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) })).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(), environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(), restart: z.enum(['unless-stopped']).optional(), stop_grace_period: z.string().optional(),
  healthcheck: z.strictObject({ test: z.array(z.string()).min(2), interval: z.string(), retries: z.number(), start_period: z.string().optional() }).optional(),
});
const schema = z.strictObject({ name: z.string(), services: z.record(z.string(), dienst), volumes: z.record(z.string(), z.null()) });

describe('docker-compose.yml', () => {
  const compose = schema.parse(load(read('docker-compose.yml')));

  test('elke dienst heeft een bron, wacht alleen op gezonde diensten en gebruikt bestaande volumes en bestanden', () => {
    const afgemaakt = Object.values(compose.services).flatMap((d) => Object.entries(d.depends_on ?? {})).filter(([, { condition }]) => condition === 'service_completed_successfully').map(([name]) => name);
    for (const [name, d] of Object.entries(compose.services)) {
      expect(d.image ?? d.build).toBeDefined();
      // Wat één keer klaar moet zijn start niet steeds opnieuw; al het andere wel.
      expect(d.restart).toBe(afgemaakt.includes(name) ? undefined : 'unless-stopped');
      for (const [op, { condition }] of Object.entries(d.depends_on ?? {})) {
        if (condition === 'service_healthy') expect(compose.services[op]?.healthcheck).toBeDefined();
      }
      for (const bron of (d.volumes ?? []).map((v) => v.split(':')[0] as string)) {
        if (bron.startsWith('./')) expect(existsSync(new URL(`../../${bron}`, import.meta.url))).toBe(true);
        else expect(Object.keys(compose.volumes)).toContain(bron);
      }
    }
  });

  test('er staat geen wachtwoord in: elk komt uit .env en is daar uitgelegd', () => {
    const example = read('.env.example');
    const verplicht = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)(?::[-?][^}]*)?\}/g)].map((m) => m[1]);
    for (const name of verplicht) expect(example).toContain(`#${name}=`);
    for (const d of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(d.environment ?? {})) if (/PASSWORD|WACHTWOORD|KEY/.test(name)) expect(value).toMatch(/^\$\{/);
    }
  });

  test('de toepassing keurt haar eigen instellingen goed, met wat .env.example als voorbeeld geeft', () => {
    const example = Object.fromEntries([...read('.env.example').matchAll(/^#([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name as string, value as string]));
    const env = Object.fromEntries(
      Object.entries(compose.services['routeboek']?.environment ?? {}).map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{(\w+):\?[^}]*\}/g, (_, bron: string) => example[bron] ?? 'geheim')]),
    );
    expect(validateConfig(env)).toMatchObject({ embedded: false, CAMUNDA_AUTH_STRATEGY: 'BASIC', CAMUNDA_VERSIE: '8.9', taskUrl: example['TAAK_URL'] });
  });

  test('mail gaat naar een echte server: adres, afzender en Tasklist zijn verplicht, de postvanger hoort bij een proef', () => {
    for (const name of ['SMTP_URL', 'MAIL_AFZENDER', 'TAAK_URL']) expect(compose.services['routeboek']?.environment?.[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?zet ${name} in \\.env, \\S.*\\}$`));
    expect(compose.services['mail']?.profiles).toEqual(['proef']);
  });

  test('PostgreSQL heet pas gezond als zij over het netwerk antwoordt en beide databanken er zijn', () => {
    const [, check] = compose.services['postgres']?.healthcheck?.test ?? [];
    expect(check).toContain('pg_isready -q -h 127.0.0.1 &&');
    for (const db of ['camunda', 'routeboek']) expect(check).toContain(`psql -h 127.0.0.1 -U ${db} -d ${db} `);
    // De beheerder van de server is een derde; zijn wachtwoord kent alleen PostgreSQL zelf.
    expect(compose.services['postgres']?.environment).not.toHaveProperty('POSTGRES_USER');
    for (const [name, d] of Object.entries(compose.services)) if (name !== 'postgres') expect(JSON.stringify(d.environment ?? {})).not.toContain('POSTGRES_BEHEER');
  });

  test('gegevens, logs en wachtwoorden komen niet in het image', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.env.*', '.engine', 'data', 'data-*', 'logs', '**/*.log', 'test-resultaat', 'node_modules', '.git']));
  });
});

describe('camunda/application.yaml', () => {
  const { camunda } = load(read('camunda/application.yaml')) as { camunda: { security: Record<string, any>; data: Record<string, any> } }; // eslint-disable-line @typescript-eslint/no-explicit-any
  const init = camunda.security['initialization'];

  test('aanmelden en rechten staan aan, de opslag is PostgreSQL', () => {
    expect(camunda.security).toMatchObject({ authentication: { method: 'basic', 'unprotected-api': false }, authorizations: { enabled: true } });
    expect(camunda.data['secondary-storage'].type).toBe('rdbms');
  });

  test('elke rol van de modellen heeft een groep, en wie in een groep zit mag taken doen', () => {
    const groepen: string[] = init.groups.map((g: { groupId: string }) => g.groupId);
    expect(new Set(groepen).size).toBe(groepen.length);
    for (const rol of ROLLEN) expect(groepen.some((groep) => groep === rol.rol || (rol.achtervoegsel !== 'geen' && groep.startsWith(`${rol.rol}-`)))).toBe(true);
    expect(init.roles.find((r: { roleId: string }) => r.roleId === 'taakuitvoerder').groups).toEqual(groepen);
  });

  test('alleen de beheerder en de toepassing bestaan vanzelf: wie hier staat komt na verwijderen terug', () => {
    expect(init.users.map((u: { username: string }) => u.username)).toEqual(['admin', 'app']);
    expect(init['default-roles']).toEqual({ admin: { users: ['admin'] } });
    for (const groep of init.groups) expect(groep.users).toEqual([]);
    expect(init.roles.flatMap((r: { users?: string[] }) => r.users ?? [])).toEqual(['app']);
  });

  test('de geschiedenis van de engine heeft een bewaartermijn, en de reservekopie een schema en een einde', () => {
    expect(camunda.data['secondary-storage'].rdbms.history).toEqual({ 'default-history-ttl': 'P90D', 'min-history-cleanup-interval': 'PT1M', 'max-history-cleanup-interval': 'PT60M' });
    expect(camunda.data['primary-storage'].backup).toMatchObject({ store: 'FILESYSTEM', continuous: true, schedule: 'PT1H', retention: { window: 'P7D', 'cleanup-schedule': 'PT1H' } });
    expect(load(read('docker-compose.yml'))).toMatchObject({ services: { camunda: { volumes: expect.arrayContaining([`camunda-backup:${camunda.data['primary-storage'].backup.filesystem['base-path']}`]) } } });
  });

  test('wie wat mag starten volgt uit de modellen; een proces dat een ander aanroept start niemand', async () => {
    const { startforms, startedByApp } = await starters();
    const create = init.authorizations.filter((a: { permissions: string[] }) => a.permissions.includes('CREATE_PROCESS_INSTANCE'));
    const expected = [
      ...startedByApp.map((proces) => ({ ownerType: 'ROLE', ownerId: 'app-service', resourceType: 'PROCESS_DEFINITION', resourceId: proces, permissions: ['CREATE_PROCESS_INSTANCE'] })),
      ...[...startforms.keys()].map((proces) => ({ ownerType: 'ROLE', ownerId: `start-${proces}`, resourceType: 'PROCESS_DEFINITION', resourceId: proces, permissions: ['READ_PROCESS_DEFINITION', 'CREATE_PROCESS_INSTANCE'] })),
    ];
    const sorted = (rechten: { ownerId: string; resourceId: string }[]) => rechten.sort((a, b) => `${a.ownerId} ${a.resourceId}`.localeCompare(`${b.ownerId} ${b.resourceId}`));
    expect(sorted(create)).toEqual(sorted(expected));
    for (const [proces, rollen] of startforms) {
      const rol = init.roles.find((r: { roleId: string }) => r.roleId === `start-${proces}`);
      const groepen = init.groups.map((g: { groupId: string }) => g.groupId).filter((groep: string) => rollen.includes(rolVanGroep(groep) ?? ''));
      expect([proces, rol?.groups]).toEqual([proces, groepen]);
    }
  });

  test('rechten noemen bestaande rollen, en niemand mag de klok verzetten', () => {
    const rollen: string[] = init.roles.map((r: { roleId: string }) => r.roleId);
    for (const recht of init.authorizations) {
      expect(rollen).toContain(recht.ownerId);
      expect(recht.resourceType).not.toBe('SYSTEM');
      expect([recht.resourceId, recht.resourcePropertyName].filter((w) => w !== undefined)).toHaveLength(1);
    }
  });
});
