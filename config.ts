import { config as leesEnv } from 'dotenv';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const WORTEL = fileURLToPath(new URL('.', import.meta.url));

const leeg = (waarde: unknown): unknown => (typeof waarde === 'string' && waarde.trim() === '' ? undefined : waarde);
const poort = (standaard: number) =>
  z.preprocess(leeg, z.coerce.number({ error: 'moet een getal zijn' }).int({ error: 'moet een heel getal zijn' }).min(1, { error: 'moet minstens 1 zijn' }).max(65535, { error: 'mag hoogstens 65535 zijn' }).default(standaard));
const tekst = (standaard: string) => z.preprocess(leeg, z.string().default(standaard));
const tekstVrij = z.preprocess(leeg, z.string().optional());
const adres = (begin: RegExp, uitleg: string) => z.string().regex(begin, { error: uitleg });
const adresVrij = (begin: RegExp, uitleg: string) => z.preprocess(leeg, adres(begin, uitleg).optional());
const WEB = /^https?:\/\/\S+$/;

/** Alle instellingen; `.env.example` legt ze uit. */
const schema = z
  .object({
    PORT: poort(3000),
    BEHEER_ADRES: tekst('127.0.0.1'),
    GEGEVENS_MAP: tekst('./data'),
    DEMO_MAP: tekst('./data-demo'),
    ZEEBE_GRPC_ADDRESS: adresVrij(/^(grpcs?:\/\/)?[^/\s]+:\d+$/, 'moet de vorm grpc://machine:poort hebben'),
    ZEEBE_REST_ADDRESS: adresVrij(WEB, 'moet met http:// of https:// beginnen'),
    CAMUNDA_AUTH_STRATEGY: z.preprocess(leeg, z.enum(['NONE', 'BASIC'], { error: 'moet NONE of BASIC zijn' }).default('NONE')),
    CAMUNDA_BASIC_AUTH_USERNAME: tekstVrij,
    CAMUNDA_BASIC_AUTH_PASSWORD: tekstVrij,
    CAMUNDA_VERSIE: z.preprocess(leeg, z.enum(['8.6', '8.9'], { error: 'moet 8.6 of 8.9 zijn' }).optional()),
    TASKLIST_GEBRUIKER: tekst('demo'),
    TASKLIST_WACHTWOORD: tekst('demo'),
    DATABASE_URL: adresVrij(/^postgres(ql)?:\/\/\S+$/, 'moet met postgres:// beginnen'),
    SMTP_URL: adresVrij(/^smtps?:\/\/\S+$/, 'moet met smtp:// of smtps:// beginnen'),
    MAIL_AFZENDER: z.preprocess(leeg, adres(/^[^<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'moet een e-mailadres zijn').default('Routeboek verzuim <routeboek@example.org>')),
    TAAK_URL: adresVrij(WEB, 'moet met http:// of https:// beginnen'),
    BEHEER_WACHTWOORD: z.preprocess(leeg, z.string().min(12, { error: 'moet minstens 12 tekens hebben' }).optional()),
    CASUSSEN_MEENEMEN: z.preprocess(leeg, z.enum(['ja', 'nee'], { error: 'moet ja of nee zijn' }).default('ja')),
    LOG_NIVEAU: z.preprocess(leeg, z.enum(['debug', 'info', 'warn', 'error'], { error: 'moet debug, info, warn of error zijn' }).default('warn')),
    ENGINE_GRPC_POORT: poort(26500),
    ENGINE_REST_POORT: poort(8088),
    ENGINE_BEHEER_POORT: poort(9600),
    ENGINE_COMMAND_POORT: poort(26501),
    ENGINE_INTERNAL_POORT: poort(26502),
    ENGINE_OPENSEARCH_POORT: poort(9200),
    ENGINE_OPENSEARCH_TRANSPORT_POORT: poort(9300),
    ENGINE_WEB_POORT: poort(8080),
    ENGINE_WEB_BEHEER_POORT: poort(9601),
    ENGINE_WEB_INTERNAL_POORT: poort(26503),
  })
  .check(({ value: v, issues }) => {
    const fout = (pad: string, message: string): void => void issues.push({ code: 'custom', path: [pad], message, input: v });
    if (v.ZEEBE_GRPC_ADDRESS && !v.ZEEBE_REST_ADDRESS) fout('ZEEBE_REST_ADDRESS', 'is nodig als ZEEBE_GRPC_ADDRESS is ingevuld');
    if (v.CAMUNDA_AUTH_STRATEGY === 'BASIC') {
      for (const naam of ['CAMUNDA_BASIC_AUTH_USERNAME', 'CAMUNDA_BASIC_AUTH_PASSWORD'] as const) if (!v[naam]) fout(naam, 'is nodig bij CAMUNDA_AUTH_STRATEGY=BASIC');
    }
    const gebruikt = new Map<number, string>();
    for (const [naam, waarde] of Object.entries(v)) {
      if (typeof waarde !== 'number' || (v.ZEEBE_GRPC_ADDRESS && naam !== 'PORT')) continue;
      const ander = gebruikt.get(waarde);
      if (ander) fout(naam, `is dezelfde poort als ${ander} (${waarde})`);
      gebruikt.set(waarde, naam);
    }
  });

export type Configuratie = z.output<typeof schema> & { readonly gegevensMap: string; readonly ingebed: boolean; readonly taakUrl: string; readonly camundaVersie: '8.6' | '8.9' };

/** Een of meer instellingen kloppen niet; de boodschap noemt ze allemaal. */
export class ConfiguratieFout extends Error {}

/** Keurt de instellingen. @throws ConfiguratieFout met alle fouten tegelijk; waarden staan er niet in, want er zitten wachtwoorden tussen. */
export function keurConfiguratie(omgeving: Readonly<Record<string, string | undefined>>): Configuratie {
  const uitkomst = schema.safeParse(omgeving);
  if (!uitkomst.success) {
    const regels = uitkomst.error.issues.map((fout) => `  - ${fout.path.join('.')} ${fout.message}`);
    throw new ConfiguratieFout(`De instellingen kloppen niet:\n${regels.join('\n')}\nPas .env aan; .env.example legt elke instelling uit.`);
  }
  const v = uitkomst.data;
  const ingebed = v.ZEEBE_GRPC_ADDRESS === undefined;
  return {
    ...v, ingebed, gegevensMap: resolve(WORTEL, v.GEGEVENS_MAP), camundaVersie: v.CAMUNDA_VERSIE ?? (ingebed ? '8.6' : '8.9'),
    taakUrl: v.TAAK_URL ?? (ingebed ? `http://localhost:${v.ENGINE_WEB_POORT}/tasklist` : `${v.ZEEBE_REST_ADDRESS}/tasklist`),
  };
}

/** Leest de omgeving en `.env` (de omgeving gaat voor) en keurt ze. */
export function leesConfiguratie(): Configuratie {
  const bestand: Record<string, string> = {};
  leesEnv({ path: resolve(WORTEL, '.env'), processEnv: bestand, quiet: true });
  return keurConfiguratie({ ...bestand, ...process.env });
}
