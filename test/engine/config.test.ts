import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, validateConfig } from '../../config.ts';

const errors = (env: Record<string, string>): string => {
  try {
    validateConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('instellingen', () => {
  test('zonder instellingen een ingebedde engine op deze machine', () => {
    const config = validateConfig({});
    expect(config).toMatchObject({ embedded: true, PORT: 3000, BEHEER_ADRES: '127.0.0.1', taskUrl: 'http://localhost:8080/tasklist', operateUrl: 'http://localhost:8080/operate' });
  });

  test('met een eigen Camunda zijn mailserver, afzender en het adres van Tasklist nodig: elk met één zin', () => {
    const eigen = { ZEEBE_GRPC_ADDRESS: 'grpc://camunda:26500', ZEEBE_REST_ADDRESS: 'http://camunda:8080' };
    expect(errors(eigen).split('\n').slice(1, -1)).toEqual([
      '  - SMTP_URL is nodig als ZEEBE_GRPC_ADDRESS is ingevuld: zonder mailserver bereikt geen enkele melding iemand',
      '  - MAIL_AFZENDER is nodig als ZEEBE_GRPC_ADDRESS is ingevuld: het adres waar de meldingen vandaan komen',
      '  - TAAK_URL is nodig als ZEEBE_GRPC_ADDRESS is ingevuld: het adres waarop mensen Tasklist openen, voor de links in mails en beheer',
    ]);
  });

  test.each([
    ['https://taken.example.org/tasklist', 'https://taken.example.org/operate'], ['https://taken.example.org/tasklist/', 'https://taken.example.org/operate'],
    ['https://taken.example.org/', 'https://taken.example.org/operate'], ['https://example.org/camunda', 'https://example.org/camunda/operate'],
  ])('de links van beheer komen uit het adres van Tasklist (%s), niet uit dat van de engine', (TAAK_URL, operateUrl) => {
    const config = validateConfig({ ZEEBE_GRPC_ADDRESS: 'grpc://camunda:26500', ZEEBE_REST_ADDRESS: 'http://camunda:8080', SMTP_URL: 'smtp://mail:25', MAIL_AFZENDER: 'a@example.org', TAAK_URL });
    expect(config).toMatchObject({ taskUrl: TAAK_URL, operateUrl });
  });

  test('een aanmelddienst vraagt alles wat zij nodig heeft, en rollen die bestaan', () => {
    const dienst = { OIDC_ISSUER: 'https://aanmelden.example.org', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', BEHEER_URL: 'https://beheer.example.org' };
    expect(errors({ OIDC_ISSUER: dienst.OIDC_ISSUER }).match(/OIDC_CLIENT_ID|OIDC_CLIENT_SECRET|OIDC_ROLLEN|BEHEER_URL/g)).toHaveLength(4);
    expect(errors({ ...dienst, OIDC_ROLLEN: 'directeur=Groep' })).toContain('OIDC_ROLLEN.0.rol heeft rol=waarde nodig, met een rol uit swv-management');
    expect(errors({ ...dienst, OIDC_ROLLEN: 'ib-er=' })).toContain('OIDC_ROLLEN.0.waarde');
    expect(errors({ OIDC_ISSUER: 'http://aanmelden.example.org' })).toContain('OIDC_ISSUER moet met https:// beginnen');
    expect(errors({ BEHEER_URL: 'https://beheer.example.org/pad' })).toContain('BEHEER_URL moet een adres zonder pad zijn');
    expect(validateConfig({ ...dienst, OIDC_ROLLEN: 'swv-management=CN=Management,OU=SWV; ib-er=ib-er-{brin};' }).oidc?.rollen).toEqual([{ rol: 'swv-management', waarde: 'CN=Management,OU=SWV' }, { rol: 'ib-er', waarde: 'ib-er-{brin}' }]);
    expect(validateConfig({}).oidc).toBeUndefined();
    // Minuten en uren zijn geen poorten: gelijke getallen mogen.
    expect(errors({ AANMELDING_STIL_MINUTEN: '10', AANMELDING_DUUR_UREN: '10' })).toBe('');
  });

  test('alle fouten tegelijk, met de naam van de instelling en zonder de waarde', () => {
    const melding = errors({ PORT: 'drie', DATABASE_URL: 'mysql://geheim@x', SMTP_URL: 'mail', CAMUNDA_AUTH_STRATEGY: 'OAUTH', MAIL_AFZENDER: 'niemand' });
    for (const name of ['PORT', 'DATABASE_URL', 'SMTP_URL', 'CAMUNDA_AUTH_STRATEGY', 'MAIL_AFZENDER']) expect(melding).toContain(`- ${name} `);
    expect(melding).not.toContain('geheim');
    expect(melding).toContain('.env');
  });

  test('wat bij elkaar hoort wordt samen gekeurd', () => {
    expect(errors({ ZEEBE_GRPC_ADDRESS: 'grpc://camunda:26500', CAMUNDA_AUTH_STRATEGY: 'BASIC' })).toMatch(
      /ZEEBE_REST_ADDRESS is nodig[\s\S]*CAMUNDA_BASIC_AUTH_USERNAME is nodig[\s\S]*CAMUNDA_BASIC_AUTH_PASSWORD is nodig/,
    );
    expect(errors({ ENGINE_REST_POORT: '3000' })).toContain('ENGINE_REST_POORT is dezelfde poort als PORT');
  });

  test('een proxy voor beheer is een adres of netwerk: nooit iedereen, en zonder instelling niemand', () => {
    expect(validateConfig({}).BEHEER_PROXY).toBeUndefined();
    expect(validateConfig({ BEHEER_PROXY: ' ' }).BEHEER_PROXY).toBeUndefined();
    expect(validateConfig({ BEHEER_PROXY: '127.0.0.1, 172.16.0.0/12,fd00::/8' }).BEHEER_PROXY).toEqual(['127.0.0.1', '172.16.0.0/12', 'fd00::/8']);
    for (const fout of ['true', '1', 'proxy.swv.nl', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.0/8/8', '127.0.0.1,']) expect(errors({ BEHEER_PROXY: fout }), fout).toContain('- BEHEER_PROXY');
  });

  test('een leeg veld telt als niet ingevuld', () => {
    expect(validateConfig({ PORT: ' ', DATABASE_URL: '', ZEEBE_GRPC_ADDRESS: '' })).toMatchObject({ PORT: 3000, embedded: true });
  });

  test('.env.example noemt elke instelling, en als ze allemaal aan staan kloppen ze', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const genoemd = new Set([...example.matchAll(/^#([A-Z_]+)=/gm)].map((m) => m[1]));
    for (const name of Object.keys(validateConfig({ CAMUNDA_AUTH_STRATEGY: 'NONE' })).filter((n) => /^[A-Z]/.test(n))) expect(genoemd).toContain(name);
    for (const name of ['DATABASE_URL', 'SMTP_URL', 'ZEEBE_GRPC_ADDRESS', 'BEHEER_WACHTWOORD', 'TAAK_URL']) expect(genoemd).toContain(name);
    const aan = Object.fromEntries([...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map((m) => [m[1] as string, m[2] as string]));
    expect(errors({ ...aan, CAMUNDA_BASIC_AUTH_PASSWORD: 'x', OIDC_CLIENT_SECRET: 'x' })).toBe('');
  });
});
