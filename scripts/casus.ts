import { DateTime } from 'luxon';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../config.ts';

/** Zet `{{vandaag-3}}` om in de datum van drie dagen geleden, zodat de voorbeelden in docs niet verouderen. */
function metDatums(tekst: string): string {
  const vandaag = DateTime.now().setZone('Europe/Amsterdam');
  return tekst.replace(/\{\{vandaag(?:-(\d{1,3}))?\}\}/g, (_alles, dagen?: string) => vandaag.minus({ days: Number(dagen ?? 0) }).toISODate() as string);
}

/**
 * `npm run casus -- BESTAND.json`: meldt een kind aan bij de draaiende toepassing, met dezelfde gegevens en regels als het
 * startformulier. Toont het casusnummer, of alle fouten; hetzelfde bestand twee keer geeft dezelfde casus.
 */
async function meldAan(file: string | undefined): Promise<string[]> {
  if (!file) return ['Geef een bestand op, bijvoorbeeld: npm run casus -- docs/voorbeelden/aanmelding-milan.json'];
  let tekst: string;
  try {
    tekst = metDatums(readFileSync(file, 'utf8'));
    JSON.parse(tekst);
  } catch (error) {
    return [error instanceof SyntaxError ? `${file} is geen geldige JSON.` : `${file} kan niet worden gelezen.`];
  }
  const config = readConfig();
  let sleutel: string;
  try {
    sleutel = readFileSync(join(config.dataDir, 'beheer-sleutel'), 'utf8').trim();
  } catch {
    return ['Het sleutelbestand ontbreekt of is niet voor u leesbaar: start eerst Routeboek met npm start, als dezelfde gebruiker.'];
  }
  const antwoord = await fetch(`http://localhost:${config.PORT}/casussen`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${sleutel}` }, body: tekst,
  }).catch(() => undefined);
  if (!antwoord) return [`Routeboek antwoordt niet op poort ${config.PORT}: start het eerst met npm start.`];
  const uitkomst = (await antwoord.json().catch(() => ({}))) as { casusnummer?: string; nieuw?: boolean; melding?: string; detail?: string; errors?: { pad?: string; melding: string }[] };
  if (!antwoord.ok) return [uitkomst.detail ?? `Routeboek antwoordt ${antwoord.status}.`, ...(uitkomst.errors ?? []).map((error) => `  - ${error.melding}${error.pad ? ` (${error.pad})` : ''}`)];
  if (uitkomst.melding || !uitkomst.casusnummer) console.log(uitkomst.melding ?? 'De aanmelding is ontvangen.');
  else console.log(uitkomst.nieuw ? `Casus ${uitkomst.casusnummer} is geopend.` : `Deze aanmelding bestond al: casus ${uitkomst.casusnummer}.`);
  return [];
}

try {
  const fouten = await meldAan(process.argv[2]);
  for (const regel of fouten) console.error(regel);
  process.exitCode = fouten.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
