import { ConfigError, type Config } from './config.ts';
import { StartError } from './engine/embedded/start-error.ts';
import type { Application } from './application.ts';
import { guardProcess, type GuardedProcess } from './process-guard.ts';

/** Wat een opdracht krijgt om mee te starten. */
export interface Circumstances {
  /** Wordt afgebroken bij Ctrl-C. */
  readonly signal: AbortSignal;
  /** Geeft de toepassing meteen door: gaat er daarna nog iets mis, dan wordt zij gestopt. Een volgende vervangt de vorige. */
  keep(application: Application): Application;
}

/** Wat nog draait als alles na zoveel milliseconden niet gestopt is krijgt geen kans meer: de opruimer stopt dan de JVM's. */
const STOP_DEADLINE_MS = 17_000;

/**
 * Het leven van een opdracht die alles start: starten, wachten op het einde, en alles in volgorde stoppen. Het einde is een
 * signaal (code 0), een onderdeel dat wegvalt of een fout die niemand ving (code 1, met één zin).
 * @param start start de toepassing en zegt wat er te zien is
 */
export async function run(start: (circumstances: Circumstances) => Promise<void>, { watched = process as GuardedProcess, deadlineMs = STOP_DEADLINE_MS } = {}): Promise<void> {
  let application: Application | undefined;
  let started = false;
  const guard = guardProcess(watched, (error) => application?.log.error({ fout: error }, 'onverwachte fout: het proces stopt'));
  let lost: (error: Error) => void = () => undefined;
  const failed = new Promise<{ error: unknown }>((resolve) => { lost = (error) => resolve({ error }); });
  const keep = (next: Application): Application => {
    application = next;
    void next.failed.then((error) => { if (application === next) lost(error); });
    return next;
  };
  const starting = start({ signal: guard.signal, keep }).then(() => { started = true; return undefined; }, (error: unknown) => ({ error }));
  guard.signal.addEventListener('abort', () => exitWithin(watched, deadlineMs));
  const trouble = await Promise.race([
    starting.then((startFailed) => startFailed ?? new Promise<never>(() => undefined)),
    failed,
    // Een start die afgebroken wordt ruimt zelf op wat hij al startte.
    guard.ended.then(() => (application ? undefined : starting)),
  ]);
  const end = guard.signal.aborted ? await guard.ended : undefined;
  if (end?.kind === 'signal') {
    if (started) console.log('\nRouteboek stopt …');
  } else if (end) {
    console.error(`\n${application ? unexpectedSentence(end.error) : sentence(end.error)}`);
  } else {
    console.error(`\n${started ? `${(trouble?.error as Error).message}\nAlles wordt gestopt.` : sentence(trouble?.error)}`);
    exitWithin(watched, deadlineMs);
  }
  await application?.stop().catch(() => undefined);
  // Ook wie netjes stopt eindigt met 1 als er onderweg iets misging dat niemand ving.
  const code = end?.kind === 'signal' && !guard.hasUnexpected() ? 0 : 1;
  if (code === 0) console.log('Routeboek is gestopt.');
  watched.exit(code);
}

const exitWithin = (watched: GuardedProcess, ms: number): void => void setTimeout(() => watched.exit(1), ms).unref();

/** Zonder de boodschap van de fout: daarin kunnen gegevens van een kind staan. */
function unexpectedSentence(error: unknown): string {
  return `Er ging iets mis dat het programma niet verwachtte (${error instanceof Error ? error.constructor.name : typeof error}): alles wordt gestopt. De plaats staat in het technische log.`;
}

/** Wat de gebruiker te lezen krijgt: één zin voor wat hij zelf kan oplossen, anders de technische fout. */
function sentence(error: unknown): string {
  const keten = [error, (error as Error | undefined)?.cause] as (NodeJS.ErrnoException | undefined)[];
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  if (keten.some((f) => f?.code === 'ENOSPC')) return 'De schijf is vol: maak minstens 2 GB vrij en start opnieuw.';
  if (keten.some((f) => f?.code === 'EADDRINUSE')) return 'De poort van beheer (PORT) is al in gebruik: kies een andere in .env.';
  if (keten.some((f) => f?.code === 'EACCES' || f?.code === 'EPERM')) return 'Routeboek mag niet schrijven in GEGEVENS_MAP of niet luisteren op PORT: controleer uw rechten.';
  return `Routeboek kan niet starten: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** De regels met adressen en aanmelden, als alles draait. */
export function readyText(config: Config, application: Application, seconds: number): string {
  const lines = [
    `\nRouteboek is klaar (${seconds.toFixed(1).replace('.', ',')} s).`,
    `  Tasklist  ${application.addresses.tasklist}  (taken doen en een kind aanmelden)`,
    `  Operate   ${application.addresses.operate}  (lopende routes bekijken)`,
    `  Beheer    ${application.addresses.beheer}  (cijfers en kaart, post, gezondheid)`,
  ];
  if (config.embedded) lines.push('Aanmelden bij Tasklist en Operate: demo / demo');
  if (config.oidc) lines.push('Aanmelden bij Beheer: met het account van uw organisatie; een eigen account geldt alleen zonder OIDC_ISSUER');
  for (const { naam, wachtwoord, rol } of application.newAccounts) lines.push(`Aanmelden bij Beheer: ${naam} / ${wachtwoord}  (${rol})`);
  if (application.newAccounts.length > 0) lines.push('  (een wachtwoord wordt maar één keer getoond; bewaar het nu)');
  else if (!config.oidc) lines.push('Aanmelden bij Beheer: beheer, met het wachtwoord van de eerste start; een nieuw account: npm run account');
  if (!config.SMTP_URL) lines.push('Er is geen mailserver ingesteld (SMTP_URL): meldingen zijn te lezen op Beheer, Post.');
  if (config.embedded) lines.push('Camunda is hier alleen gratis om te ontwikkelen en uit te proberen; voor echt gebruik is een licentie nodig (zie README).');
  return [...lines, 'Stoppen: Ctrl-C'].join('\n');
}
