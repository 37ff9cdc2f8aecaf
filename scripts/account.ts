import { ROLES } from '../beheer/access/roles.ts';
import { readConfig } from '../config.ts';
import { connectRunningApp, runCommand } from './running-app.ts';

const UITLEG = `Een account voor Beheer maken, of een bestaand een nieuwe rol en een nieuw wachtwoord geven:
  npm run account -- <naam> <rol> [BRIN van de school]
Welke accounts er zijn:            npm run account -- --lijst
Een account weghalen:              npm run account -- --weg <naam>
De rollen: ${Object.keys(ROLES).join(', ')}.`;

interface Antwoord {
  naam?: string;
  wachtwoord?: string;
  melding?: string;
  accounts?: { naam: string; rol: string; schoolBrin: string | null }[];
}

/**
 * `npm run account`: vraagt de draaiende toepassing om een account.
 * @returns de regels voor de gebruiker, en of het gelukt is
 */
async function account(argumenten: readonly string[]): Promise<{ regels: string[]; goed: boolean }> {
  const [eerste, tweede, school] = argumenten;
  if (eerste === undefined || (eerste !== '--lijst' && tweede === undefined) || argumenten.length > 3) return { regels: [UITLEG], goed: false };
  const config = readConfig();
  const stuur = connectRunningApp(config);
  if (!stuur) return { regels: ['Het sleutelbestand ontbreekt of is niet voor u leesbaar: start eerst Routeboek, en geef deze opdracht als dezelfde gebruiker.'], goed: false };
  const antwoord = eerste === '--lijst' ? await stuur('/accounts') : eerste === '--weg' ? await stuur(`/accounts/${encodeURIComponent(tweede as string)}/weg`, '{}') : await stuur('/accounts', JSON.stringify({ naam: eerste, rol: tweede, ...(school === undefined ? {} : { school }) }));
  if (!antwoord) return { regels: [`Routeboek antwoordt niet op poort ${config.PORT}: start het eerst.`], goed: false };
  const { melding, accounts, naam, wachtwoord } = (await antwoord.json().catch(() => ({}))) as Antwoord;
  if (!antwoord.ok || melding !== undefined) return { regels: [melding ?? `Routeboek antwoordt ${antwoord.status}.`], goed: antwoord.ok };
  if (accounts) return { regels: ['beheer  applicatiebeheer  (vast)', ...accounts.map((een) => [een.naam, een.rol, een.schoolBrin ?? ''].join('  ').trimEnd())], goed: true };
  return { regels: [`Account ${naam} met rol ${tweede}, wachtwoord: ${wachtwoord}`, '  (het wachtwoord wordt maar één keer getoond; wie al was aangemeld, moet dat opnieuw doen)'], goed: true };
}

await runCommand(() => account(process.argv.slice(2)));
