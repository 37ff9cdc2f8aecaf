import { readFileSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { JsonFout, leesJson } from '../domein/invoer/json.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import { systeemklok } from '../domein/klok.ts';
import { withExampleDates } from './casus/example-dates.ts';
import { connectRunningApp, runCommand } from './running-app.ts';

/** Zo lang wacht de opdracht op wat er van de aanmelding kwam. */
const GEDULD_MS = 120_000;

/** De voorbeelden in docs rekenen vanaf vandaag. */
const metDatums = (tekst: string): string => withExampleDates(tekst, vandaag(systeemklok), schoolkalenders()());

interface Antwoord {
  casusnummer?: string;
  nieuw?: boolean;
  melding?: string;
  detail?: string;
  errors?: { pad?: string; melding: string }[];
}

/**
 * `npm run casus -- BESTAND.json`: meldt een kind aan bij de draaiende toepassing, met dezelfde gegevens en regels als het
 * startformulier. Wacht op wat ervan komt en zegt het: het casusnummer, alle fouten, of waarom de aanmelding geweigerd is.
 * Hetzelfde bestand twee keer geeft dezelfde casus.
 */
async function meldAan(file: string | undefined): Promise<string[]> {
  if (!file) return ['Geef een bestand op, bijvoorbeeld: npm run casus -- docs/voorbeelden/aanmelding-milan.json'];
  let inhoud: string;
  try {
    inhoud = JSON.stringify(leesJson(readFileSync(file), metDatums));
  } catch (error) {
    return [error instanceof JsonFout ? `${file}: ${error.message}` : `${file} kan niet worden gelezen.`];
  }
  const config = readConfig();
  const stuur = connectRunningApp(config);
  if (!stuur) return ['Het sleutelbestand ontbreekt of is niet voor u leesbaar: start eerst Routeboek met npm start, als dezelfde gebruiker.'];
  const einde = performance.now() + GEDULD_MS;
  let antwoord: Response | undefined;
  do {
    // Nog eens sturen geeft geen tweede casus; zo is ook een trage start af te wachten.
    antwoord = await stuur('/casussen', inhoud);
    if (antwoord?.status === 202) console.log('De aanmelding is ontvangen; even geduld tot bekend is wat ervan komt.');
  } while (antwoord?.status === 202 && performance.now() < einde);
  if (!antwoord) return [`Routeboek antwoordt niet op poort ${config.PORT}: start het eerst met npm start.`];
  const uitkomst = (await antwoord.json().catch(() => ({}))) as Antwoord;
  if (!antwoord.ok) return [uitkomst.detail ?? `Routeboek antwoordt ${antwoord.status}.`, ...(uitkomst.errors ?? []).map((error) => `  - ${error.melding}${error.pad ? ` (${error.pad})` : ''}`)];
  if (!uitkomst.casusnummer) return [uitkomst.melding ?? 'Het is nog niet bekend of er een casus van komt. Geef dezelfde opdracht straks nog eens.'];
  if (uitkomst.melding) console.log(uitkomst.melding);
  else console.log(uitkomst.nieuw ? `Casus ${uitkomst.casusnummer} is geopend.` : `Deze aanmelding bestond al: casus ${uitkomst.casusnummer}. Wat in dit bestand intussen anders is, is niet overgenomen.`);
  return [];
}

await runCommand(async () => {
  const regels = await meldAan(process.argv[2]);
  return { regels, goed: regels.length === 0 };
});
