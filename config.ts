import { parse as leesEnv } from 'dotenv';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { OidcSettings } from './beheer/access/oidc.ts';
import { isRole, ROLES, type Role } from './beheer/access/roles.ts';
import { alsTekst } from './domein/invoer/json.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

const empty = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const port = (standaard: number) =>
  z.preprocess(empty, z.coerce.number({ error: 'moet een getal zijn' }).int({ error: 'moet een heel getal zijn' }).min(1, { error: 'moet minstens 1 zijn' }).max(65535, { error: 'mag hoogstens 65535 zijn' }).default(standaard));
const text = (standaard: string) => z.preprocess(empty, z.string().default(standaard));
const optionalText = z.preprocess(empty, z.string().optional());
const address = (begin: RegExp, uitleg: string) => z.string().regex(begin, { error: uitleg });
const optionalAddress = (begin: RegExp, uitleg: string) => z.preprocess(empty, address(begin, uitleg).optional());
/** Adressen of netwerken van eigen proxy's. Een aantal sprongen of "iedereen" mag niet: dan telt wat een vreemde verzint. */
const trustedProxies = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.split(',').map((part) => part.trim()) : undefined),
  z.array(z.string().refine(isNetwork, { error: 'moet een adres of netwerk zijn, bijvoorbeeld 127.0.0.1 of 172.16.0.0/12, met komma\'s ertussen' })).optional(),
);
function isNetwork(part: string): boolean {
  const [host = '', bits, ...rest] = part.split('/');
  const length = { 0: 0, 4: 32, 6: 128 }[isIP(host)] ?? 0;
  return length > 0 && rest.length === 0 && (bits === undefined || (/^[0-9]{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= length));
}
const count = (standaard: number, most: number) =>
  z.preprocess(empty, z.coerce.number({ error: 'moet een getal zijn' }).int({ error: 'moet een heel getal zijn' }).min(1, { error: 'moet minstens 1 zijn' }).max(most, { error: `mag hoogstens ${most} zijn` }).default(standaard));
/** `rol=waarde; rol=waarde`: een puntkomma ertussen, want een groepsnaam uit een adresboek heeft zelf komma's. */
const rolesOfProvider = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.split(';').map((part) => part.trim()).filter(Boolean).map((part) => ({ rol: part.split('=', 1)[0]?.trim(), waarde: part.slice(part.indexOf('=') + 1).trim() })) : undefined),
  z.array(z.object({
    rol: z.string().refine(isRole, { error: `heeft rol=waarde nodig, met een rol uit ${Object.keys(ROLES).join(', ')}` }).transform((rol) => rol as Role),
    waarde: z.string().min(1, { error: 'heeft achter elke rol een = en een waarde nodig' }),
  })).optional(),
);
const WEB = /^https?:\/\/\S+$/;

/** Met een eigen Camunda is het geen proefopstelling meer: dan wordt niets stil aangevuld wat mensen nooit zou bereiken. */
const NEEDED_WITH_OWN_CAMUNDA = [
  ['ZEEBE_REST_ADDRESS', ''],
  ['SMTP_URL', ': zonder mailserver bereikt geen enkele melding iemand'],
  ['MAIL_AFZENDER', ': het adres waar de meldingen vandaan komen'],
  ['TAAK_URL', ': het adres waarop mensen Tasklist openen, voor de links in mails en beheer'],
] as const;

const NEEDED_WITH_OIDC = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLLEN', 'BEHEER_URL'] as const;

/** Alle instellingen; `.env.example` legt ze uit. */
const schema = z
  .object({
    PORT: port(3000),
    BEHEER_ADRES: text('127.0.0.1'),
    BEHEER_PROXY: trustedProxies,
    GEGEVENS_MAP: text('./data'),
    DEMO_MAP: text('./data-demo'),
    ZEEBE_GRPC_ADDRESS: optionalAddress(/^(grpcs?:\/\/)?[^/\s]+:\d+$/, 'moet de vorm grpc://machine:poort hebben'),
    ZEEBE_REST_ADDRESS: optionalAddress(WEB, 'moet met http:// of https:// beginnen'),
    CAMUNDA_AUTH_STRATEGY: z.preprocess(empty, z.enum(['NONE', 'BASIC'], { error: 'moet NONE of BASIC zijn' }).default('NONE')),
    CAMUNDA_BASIC_AUTH_USERNAME: optionalText,
    CAMUNDA_BASIC_AUTH_PASSWORD: optionalText,
    CAMUNDA_VERSIE: z.preprocess(empty, z.enum(['8.6', '8.9'], { error: 'moet 8.6 of 8.9 zijn' }).optional()),
    TASKLIST_GEBRUIKER: text('demo'),
    TASKLIST_WACHTWOORD: text('demo'),
    DATABASE_URL: optionalAddress(/^postgres(ql)?:\/\/\S+$/, 'moet met postgres:// beginnen'),
    SMTP_URL: optionalAddress(/^smtps?:\/\/\S+$/, 'moet met smtp:// of smtps:// beginnen'),
    MAIL_AFZENDER: z.preprocess(empty, address(/^[^<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'moet een e-mailadres zijn').optional()),
    TAAK_URL: optionalAddress(WEB, 'moet met http:// of https:// beginnen'),
    BEHEER_WACHTWOORD: z.preprocess(empty, z.string().min(12, { error: 'moet minstens 12 tekens hebben' }).optional()),
    BEHEER_URL: optionalAddress(/^https?:\/\/[^/\s?#]+\/?$/, 'moet een adres zonder pad zijn, bijvoorbeeld https://beheer.example.org'),
    AANMELDING_STIL_MINUTEN: count(30, 24 * 60),
    AANMELDING_DUUR_UREN: count(10, 24 * 7),
    OIDC_ISSUER: optionalAddress(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])\S+$/, 'moet met https:// beginnen (http:// alleen op deze machine)'),
    OIDC_CLIENT_ID: optionalText,
    OIDC_CLIENT_SECRET: optionalText,
    OIDC_SCOPE: text('openid profile'),
    OIDC_ROL_CLAIM: text('groups'),
    OIDC_ROLLEN: rolesOfProvider,
    OIDC_SCHOOL_CLAIM: text('school_brin'),
    CASUSSEN_MEENEMEN: z.preprocess(empty, z.enum(['ja', 'nee'], { error: 'moet ja of nee zijn' }).default('ja')),
    LOG_NIVEAU: z.preprocess(empty, z.enum(['debug', 'info', 'warn', 'error'], { error: 'moet debug, info, warn of error zijn' }).default('warn')),
    ENGINE_GRPC_POORT: port(26500),
    ENGINE_REST_POORT: port(8088),
    ENGINE_BEHEER_POORT: port(9600),
    ENGINE_COMMAND_POORT: port(26501),
    ENGINE_INTERNAL_POORT: port(26502),
    ENGINE_OPENSEARCH_POORT: port(9200),
    ENGINE_OPENSEARCH_TRANSPORT_POORT: port(9300),
    ENGINE_WEB_POORT: port(8080),
    ENGINE_WEB_BEHEER_POORT: port(9601),
    ENGINE_WEB_INTERNAL_POORT: port(26503),
  })
  .check(({ value: v, issues }) => {
    const error = (path: string, message: string): void => void issues.push({ code: 'custom', path: [path], message, input: v });
    if (v.ZEEBE_GRPC_ADDRESS) for (const [name, waarom] of NEEDED_WITH_OWN_CAMUNDA) if (!v[name]) error(name, `is nodig als ZEEBE_GRPC_ADDRESS is ingevuld${waarom}`);
    if (v.CAMUNDA_AUTH_STRATEGY === 'BASIC') {
      for (const name of ['CAMUNDA_BASIC_AUTH_USERNAME', 'CAMUNDA_BASIC_AUTH_PASSWORD'] as const) if (!v[name]) error(name, 'is nodig bij CAMUNDA_AUTH_STRATEGY=BASIC');
    }
    if (v.OIDC_ISSUER) for (const name of NEEDED_WITH_OIDC) if (!v[name]) error(name, 'is nodig als OIDC_ISSUER is ingevuld');
    const used = new Map<number, string>();
    for (const [name, value] of Object.entries(v)) {
      if (typeof value !== 'number' || !/^PORT$|_POORT$/.test(name) || (v.ZEEBE_GRPC_ADDRESS && name !== 'PORT')) continue;
      const other = used.get(value);
      if (other) error(name, `is dezelfde poort als ${other} (${value})`);
      used.set(value, name);
    }
  });

export type Config = z.output<typeof schema> & { readonly dataDir: string; readonly embedded: boolean; readonly sender: string; readonly taskUrl: string; readonly beheerUrl: string; readonly operateUrl: string; readonly camundaVersion: '8.6' | '8.9'; readonly oidc: OidcSettings | undefined };

/** Een of meer instellingen kloppen niet; de boodschap noemt ze allemaal. */
export class ConfigError extends Error {}

/** Keurt de instellingen. @throws ConfigError met alle fouten tegelijk; waarden staan er niet in, want er zitten wachtwoorden tussen. */
export function validateConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const outcome = schema.safeParse(env);
  if (!outcome.success) {
    const lines = outcome.error.issues.map((error) => `  - ${error.path.join('.')} ${error.message}`);
    throw new ConfigError(`De instellingen kloppen niet:\n${lines.join('\n')}\nPas .env aan; .env.example legt elke instelling uit.`);
  }
  const v = outcome.data;
  const embedded = v.ZEEBE_GRPC_ADDRESS === undefined;
  const taskUrl = v.TAAK_URL ?? `http://localhost:${v.ENGINE_WEB_POORT}/tasklist`;
  return {
    ...v, embedded, dataDir: resolve(ROOT, v.GEGEVENS_MAP), camundaVersion: v.CAMUNDA_VERSIE ?? (embedded ? '8.6' : '8.9'),
    sender: v.MAIL_AFZENDER ?? 'Routeboek verzuim <routeboek@example.org>', taskUrl, beheerUrl: (v.BEHEER_URL ?? `http://localhost:${v.PORT}`).replace(/\/$/, ''),
    // Operate staat naast Tasklist, op welk adres mensen die ook openen.
    operateUrl: `${taskUrl.replace(/\/(tasklist\/?)?$/, '')}/operate`,
    oidc: v.OIDC_ISSUER === undefined ? undefined : {
      issuer: v.OIDC_ISSUER, clientId: v.OIDC_CLIENT_ID as string, clientSecret: v.OIDC_CLIENT_SECRET as string, scope: v.OIDC_SCOPE, url: v.BEHEER_URL as string,
      rolClaim: v.OIDC_ROL_CLAIM, rollen: v.OIDC_ROLLEN ?? [], schoolClaim: v.OIDC_SCHOOL_CLAIM,
    },
  };
}

/** Leest de omgeving en `.env` (de omgeving gaat voor) en keurt ze. */
export function readConfig(): Config {
  return validateConfig({ ...readEnv(resolve(ROOT, '.env')), ...process.env });
}

/**
 * Leest een `.env`, ook een die op Windows is bewaard.
 * @throws ConfigError met de regel van een waarde die bij een `#` stil zou worden afgekapt; de waarde zelf staat er niet in
 */
export function readEnv(path: string): Record<string, string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return {};
  }
  let text: string;
  try {
    text = alsTekst(bytes);
  } catch (error) {
    throw new ConfigError(`Het bestand .env is niet te lezen: ${(error as Error).message}`);
  }
  const cut = text.split(/\r\n?|\n/).flatMap((line, nr) => {
    const [, name, rest = ''] = /^\s*(?:export\s+)?([\w.-]+)\s*=(.*)$/.exec(line) ?? [];
    // Een # na een spatie is uitleg; tussen aanhalingstekens hoort hij bij de waarde.
    return name && !/^\s*['"`]/.test(rest) && rest.replace(/\s#.*$/, '').includes('#') ? [`  - regel ${nr + 1}: ${name} bevat een #, en alles daarna zou wegvallen. Zet de hele waarde tussen enkele aanhalingstekens.`] : [];
  });
  if (cut.length > 0) throw new ConfigError(`De instellingen in .env kloppen niet:\n${cut.join('\n')}`);
  return leesEnv(text);
}
