import { ConfigError, type Config } from './config.ts';
import { StartError } from './engine/embedded/start-error.ts';
import type { Application } from './application.ts';

/** Wat een opdracht krijgt om mee te starten. */
export interface Circumstances {
  /** Wordt afgebroken bij Ctrl-C. */
  readonly signal: AbortSignal;
  /** Geeft de toepassing meteen door: gaat er daarna nog iets mis, dan wordt zij gestopt. Een volgende vervangt de vorige. */
  keep(application: Application): Application;
}

/**
 * Het leven van een opdracht die alles start: starten, wachten op Ctrl-C of op een onderdeel dat wegvalt, en alles stoppen.
 * @param start start de toepassing en zegt wat er te zien is
 */
export async function run(start: (omstandigheden: Circumstances) => Promise<void>): Promise<never> {
  const abort = new AbortController();
  const onderbroken = new Promise<'signaal'>((done) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (abort.signal.aborted) return;
        abort.abort(new Error('gestopt'));
        done('signaal');
      });
    }
  });
  let application: Application | undefined;
  let lost: (error: Error) => void = () => undefined;
  const failed = new Promise<Error>((done) => { lost = done; });
  const keep = (started: Application): Application => {
    application = started;
    void started.failed.then((error) => { if (application === started) lost(error); });
    return started;
  };
  try {
    // Draait alles al en valt er onder het werk iets weg, of wil de gebruiker stoppen, dan heeft verder werken geen zin.
    const genoeg = onderbroken.then(() => (application ? new Error('gestopt') : new Promise<never>(() => undefined)));
    const error = await Promise.race([start({ signal: abort.signal, keep }), failed, genoeg]);
    if (error) throw error;
  } catch (error) {
    if (abort.signal.aborted) return stopAll(application, 0);
    console.error(`\n${sentence(error)}`);
    return stopAll(application, 1);
  }
  const end = await Promise.race([onderbroken, failed]);
  if (end === 'signaal') {
    console.log('\nRouteboek stopt …');
    return stopAll(application, 0);
  }
  console.error(`\n${end.message}\nAlles wordt gestopt.`);
  return stopAll(application, 1);
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

async function stopAll(application: Application | undefined, code: number): Promise<never> {
  // Wat na deze tijd nog draait krijgt geen kans meer: dit proces eindigt, en de opruimer stopt de JVM's.
  setTimeout(() => process.exit(code || 1), 17_000).unref();
  await application?.stop();
  if (code === 0) console.log('Routeboek is gestopt.');
  process.exit(code);
}

/** De regels met adressen en aanmelden, als alles draait. */
export function readyText(config: Config, application: Application, seconds: number): string {
  const lines = [
    `\nRouteboek is klaar (${seconds.toFixed(1).replace('.', ',')} s).`,
    `  Tasklist  ${application.addresses.tasklist}  (taken doen en een kind aanmelden)`,
    `  Operate   ${application.addresses.operate}  (lopende routes bekijken)`,
    `  Beheer    ${application.addresses.beheer}  (post, gezondheid)`,
  ];
  if (config.embedded) lines.push('Aanmelden bij Tasklist en Operate: demo / demo');
  if (application.newPassword) lines.push(`Aanmelden bij Beheer: beheer / ${application.newPassword}\n  (dit wachtwoord wordt maar één keer getoond; bewaar het nu)`);
  else lines.push('Aanmelden bij Beheer: beheer, met het wachtwoord van de eerste start');
  if (!config.SMTP_URL) lines.push('Er is geen mailserver ingesteld (SMTP_URL): meldingen zijn te lezen op Beheer, Post.');
  if (config.embedded) lines.push('Camunda is hier alleen gratis om te ontwikkelen en uit te proberen; voor echt gebruik is een licentie nodig (zie README).');
  return [...lines, 'Stoppen: Ctrl-C'].join('\n');
}
