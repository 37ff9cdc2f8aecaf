import { ConfiguratieFout, type Configuratie } from './config.ts';
import { StartFout } from './engine/embedded/start-error.ts';
import type { Toepassing } from './application.ts';
import { guardProcess, type GuardedProcess } from './process-guard.ts';

/** Wat een opdracht krijgt om mee te starten. */
export interface Omstandigheden {
  /** Wordt afgebroken bij Ctrl-C. */
  readonly signaal: AbortSignal;
  /** Geeft de toepassing meteen door: gaat er daarna nog iets mis, dan wordt zij gestopt. Een volgende vervangt de vorige. */
  houd(toepassing: Toepassing): Toepassing;
}

/** Wat nog draait als alles na zoveel milliseconden niet gestopt is krijgt geen kans meer: de opruimer stopt dan de JVM's. */
const STOP_DEADLINE_MS = 17_000;

/**
 * Het leven van een opdracht die alles start: starten, wachten op het einde, en alles in volgorde stoppen. Het einde is een
 * signaal (code 0), een onderdeel dat wegvalt of een fout die niemand ving (code 1, met één zin).
 * @param start start de toepassing en zegt wat er te zien is
 */
export async function leef(start: (omstandigheden: Omstandigheden) => Promise<void>, { watched = process as GuardedProcess, deadlineMs = STOP_DEADLINE_MS } = {}): Promise<void> {
  let toepassing: Toepassing | undefined;
  let gestart = false;
  const guard = guardProcess(watched, (error) => toepassing?.log.error({ fout: error }, 'onverwachte fout: het proces stopt'));
  let weg: (fout: Error) => void = () => undefined;
  const weggevallen = new Promise<{ fout: unknown }>((klaar) => { weg = (fout) => klaar({ fout }); });
  const houd = (nieuw: Toepassing): Toepassing => {
    toepassing = nieuw;
    void nieuw.weggevallen.then((fout) => { if (toepassing === nieuw) weg(fout); });
    return nieuw;
  };
  const begin = start({ signaal: guard.signal, houd }).then(() => { gestart = true; return undefined; }, (fout: unknown) => ({ fout }));
  guard.signal.addEventListener('abort', () => eindigUiterlijk(watched, deadlineMs));
  const misgegaan = await Promise.race([
    begin.then((mislukt) => mislukt ?? new Promise<never>(() => undefined)),
    weggevallen,
    // Een start die afgebroken wordt ruimt zelf op wat hij al startte.
    guard.ended.then(() => (toepassing ? undefined : begin)),
  ]);
  const einde = guard.signal.aborted ? await guard.ended : undefined;
  if (einde?.kind === 'signal') {
    if (gestart) console.log('\nRouteboek stopt …');
  } else if (einde) {
    console.error(`\n${toepassing ? onverwacht(einde.error) : zin(einde.error)}`);
  } else {
    console.error(`\n${gestart ? `${(misgegaan?.fout as Error).message}\nAlles wordt gestopt.` : zin(misgegaan?.fout)}`);
    eindigUiterlijk(watched, deadlineMs);
  }
  await toepassing?.stop().catch(() => undefined);
  // Ook wie netjes stopt eindigt met 1 als er onderweg iets misging dat niemand ving.
  const code = einde?.kind === 'signal' && !guard.hasUnexpected() ? 0 : 1;
  if (code === 0) console.log('Routeboek is gestopt.');
  watched.exit(code);
}

const eindigUiterlijk = (watched: GuardedProcess, ms: number): void => void setTimeout(() => watched.exit(1), ms).unref();

/** Zonder de boodschap van de fout: daarin kunnen gegevens van een kind staan. */
function onverwacht(fout: unknown): string {
  return `Er ging iets mis dat het programma niet verwachtte (${fout instanceof Error ? fout.constructor.name : typeof fout}): alles wordt gestopt. De plaats staat in het technische log.`;
}

/** Wat de gebruiker te lezen krijgt: één zin voor wat hij zelf kan oplossen, anders de technische fout. */
function zin(fout: unknown): string {
  const keten = [fout, (fout as Error | undefined)?.cause] as (NodeJS.ErrnoException | undefined)[];
  if (fout instanceof StartFout || fout instanceof ConfiguratieFout) return fout.message;
  if (keten.some((f) => f?.code === 'ENOSPC')) return 'De schijf is vol: maak minstens 2 GB vrij en start opnieuw.';
  if (keten.some((f) => f?.code === 'EADDRINUSE')) return 'De poort van beheer (PORT) is al in gebruik: kies een andere in .env.';
  if (keten.some((f) => f?.code === 'EACCES' || f?.code === 'EPERM')) return 'Routeboek mag niet schrijven in GEGEVENS_MAP of niet luisteren op PORT: controleer uw rechten.';
  return `Routeboek kan niet starten: ${fout instanceof Error ? (fout.stack ?? fout.message) : String(fout)}`;
}

/** De regels met adressen en aanmelden, als alles draait. */
export function klaarTekst(config: Configuratie, toepassing: Toepassing, seconden: number): string {
  const regels = [
    `\nRouteboek is klaar (${seconden.toFixed(1).replace('.', ',')} s).`,
    `  Tasklist  ${toepassing.adressen.tasklist}  (taken doen en een kind aanmelden)`,
    `  Operate   ${toepassing.adressen.operate}  (lopende routes bekijken)`,
    `  Beheer    ${toepassing.adressen.beheer}  (post, gezondheid)`,
  ];
  if (config.ingebed) regels.push('Aanmelden bij Tasklist en Operate: demo / demo');
  if (toepassing.nieuwWachtwoord) regels.push(`Aanmelden bij Beheer: beheer / ${toepassing.nieuwWachtwoord}\n  (dit wachtwoord wordt maar één keer getoond; bewaar het nu)`);
  else regels.push('Aanmelden bij Beheer: beheer, met het wachtwoord van de eerste start');
  if (!config.SMTP_URL) regels.push('Er is geen mailserver ingesteld (SMTP_URL): meldingen zijn te lezen op Beheer, Post.');
  if (config.ingebed) regels.push('Camunda is hier alleen gratis om te ontwikkelen en uit te proberen; voor echt gebruik is een licentie nodig (zie README).');
  return [...regels, 'Stoppen: Ctrl-C'].join('\n');
}
