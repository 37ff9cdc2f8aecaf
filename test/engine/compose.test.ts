import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { validateConfig } from '../../config.ts';
import { ROLLEN } from '../../domein/casus/rollen.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** De delen van het compose-schema die hier gebruikt worden; een onbekende sleutel is een tikfout. */
const dienst = z.strictObject({
  image: z.string().regex(/:[\w.${}:-]+$/).optional(), build: z.string().optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_started']) })).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(), environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(), restart: z.enum(['unless-stopped']), stop_grace_period: z.string().optional(),
  healthcheck: z.strictObject({ test: z.array(z.string()).min(2), interval: z.string(), retries: z.number(), start_period: z.string().optional() }).optional(),
});
const schema = z.strictObject({ name: z.string(), services: z.record(z.string(), dienst), volumes: z.record(z.string(), z.null()) });

describe('docker-compose.yml', () => {
  const compose = schema.parse(load(read('docker-compose.yml')));

  test('elke dienst heeft een bron, wacht alleen op gezonde diensten en gebruikt bestaande volumes en bestanden', () => {
    for (const d of Object.values(compose.services)) {
      expect(d.image ?? d.build).toBeDefined();
      for (const op of Object.keys(d.depends_on ?? {})) expect(compose.services[op]?.healthcheck).toBeDefined();
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

  test('de toepassing keurt haar eigen instellingen goed', () => {
    const env = Object.fromEntries(Object.entries(compose.services['routeboek']?.environment ?? {}).map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{[^}]*\}/g, 'geheim')]));
    expect(validateConfig(env)).toMatchObject({ embedded: false, CAMUNDA_AUTH_STRATEGY: 'BASIC', CAMUNDA_VERSIE: '8.9' });
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

  test('rechten noemen bestaande rollen, en niemand mag de klok verzetten', () => {
    const rollen: string[] = init.roles.map((r: { roleId: string }) => r.roleId);
    for (const recht of init.authorizations) {
      expect(rollen).toContain(recht.ownerId);
      expect(recht.resourceType).not.toBe('SYSTEM');
      expect([recht.resourceId, recht.resourcePropertyName].filter((w) => w !== undefined)).toHaveLength(1);
    }
  });
});
