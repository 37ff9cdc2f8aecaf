import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfiguratieFout, keurConfiguratie } from '../../config.ts';

const fouten = (omgeving: Record<string, string>): string => {
  try {
    keurConfiguratie(omgeving);
  } catch (fout) {
    if (fout instanceof ConfiguratieFout) return fout.message;
    throw fout;
  }
  return '';
};

describe('instellingen', () => {
  test('zonder instellingen een ingebedde engine op deze machine', () => {
    const config = keurConfiguratie({});
    expect(config).toMatchObject({ ingebed: true, PORT: 3000, BEHEER_ADRES: '127.0.0.1', taakUrl: 'http://localhost:8080/tasklist' });
  });

  test('alle fouten tegelijk, met de naam van de instelling en zonder de waarde', () => {
    const melding = fouten({ PORT: 'drie', DATABASE_URL: 'mysql://geheim@x', SMTP_URL: 'mail', CAMUNDA_AUTH_STRATEGY: 'OAUTH', MAIL_AFZENDER: 'niemand' });
    for (const naam of ['PORT', 'DATABASE_URL', 'SMTP_URL', 'CAMUNDA_AUTH_STRATEGY', 'MAIL_AFZENDER']) expect(melding).toContain(`- ${naam} `);
    expect(melding).not.toContain('geheim');
    expect(melding).toContain('.env');
  });

  test('wat bij elkaar hoort wordt samen gekeurd', () => {
    expect(fouten({ ZEEBE_GRPC_ADDRESS: 'grpc://camunda:26500', CAMUNDA_AUTH_STRATEGY: 'BASIC' })).toMatch(
      /ZEEBE_REST_ADDRESS is nodig[\s\S]*CAMUNDA_BASIC_AUTH_USERNAME is nodig[\s\S]*CAMUNDA_BASIC_AUTH_PASSWORD is nodig/,
    );
    expect(fouten({ ENGINE_REST_POORT: '3000' })).toContain('ENGINE_REST_POORT is dezelfde poort als PORT');
  });

  test('een leeg veld telt als niet ingevuld', () => {
    expect(keurConfiguratie({ PORT: ' ', DATABASE_URL: '', ZEEBE_GRPC_ADDRESS: '' })).toMatchObject({ PORT: 3000, ingebed: true });
  });

  test('.env.example noemt elke instelling, en als ze allemaal aan staan kloppen ze', () => {
    const voorbeeld = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const genoemd = new Set([...voorbeeld.matchAll(/^#([A-Z_]+)=/gm)].map((m) => m[1]));
    for (const naam of Object.keys(keurConfiguratie({ CAMUNDA_AUTH_STRATEGY: 'NONE' })).filter((n) => /^[A-Z]/.test(n))) expect(genoemd).toContain(naam);
    for (const naam of ['DATABASE_URL', 'SMTP_URL', 'ZEEBE_GRPC_ADDRESS', 'BEHEER_WACHTWOORD', 'TAAK_URL']) expect(genoemd).toContain(naam);
    const aan = Object.fromEntries([...voorbeeld.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map((m) => [m[1] as string, m[2] as string]));
    expect(fouten({ ...aan, CAMUNDA_BASIC_AUTH_PASSWORD: 'x' })).toBe('');
  });
});
