import { ConfiguratieFout, type Configuratie } from './config.ts';
import { StartFout } from './engine/embedded/start-error.ts';
import type { Toepassing } from './application.ts';

/** Wat een opdracht krijgt om mee te starten. */
export interface Omstandigheden {
  /** Wordt afgebroken bij Ctrl-C. */
  readonly signaal: AbortSignal;
  /** Geeft de toepassing meteen door: gaat er daarna nog iets mis, dan wordt zij gestopt. Een volgende vervangt de vorige. */
  houd(toepassing: Toepassing): Toepassing;
}

/**
 * Het leven van een opdracht die alles start: starten, wachten op Ctrl-C of op een onderdeel dat wegvalt, en alles stoppen.
 * @param start start de toepassing en zegt wat er te zien is
 */
export async function leef(start: (omstandigheden: Omstandigheden) => Promise<void>): Promise<never> {
  const afbreken = new AbortController();
  const onderbroken = new Promise<'signaal'>((klaar) => {
    for (const naam of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(naam, () => {
        if (afbreken.signal.aborted) return;
        afbreken.abort(new Error('gestopt'));
        klaar('signaal');
      });
    }
  });
  let toepassing: Toepassing | undefined;
  let weg: (fout: Error) => void = () => undefined;
  const weggevallen = new Promise<Error>((klaar) => { weg = klaar; });
  const houd = (gestart: Toepassing): Toepassing => {
    toepassing = gestart;
    void gestart.weggevallen.then((fout) => { if (toepassing === gestart) weg(fout); });
    return gestart;
  };
  try {
    // Draait alles al en valt er onder het werk iets weg, of wil de gebruiker stoppen, dan heeft verder werken geen zin.
    const genoeg = onderbroken.then(() => (toepassing ? new Error('gestopt') : new Promise<never>(() => undefined)));
    const fout = await Promise.race([start({ signaal: afbreken.signal, houd }), weggevallen, genoeg]);
    if (fout) throw fout;
  } catch (fout) {
    if (afbreken.signal.aborted) return stopAlles(toepassing, 0);
    console.error(`\n${zin(fout)}`);
    return stopAlles(toepassing, 1);
  }
  const einde = await Promise.race([onderbroken, weggevallen]);
  if (einde === 'signaal') {
    console.log('\nRouteboek stopt …');
    return stopAlles(toepassing, 0);
  }
  console.error(`\n${einde.message}\nAlles wordt gestopt.`);
  return stopAlles(toepassing, 1);
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

async function stopAlles(toepassing: Toepassing | undefined, code: number): Promise<never> {
  // Wat na deze tijd nog draait krijgt geen kans meer: dit proces eindigt, en de opruimer stopt de JVM's.
  setTimeout(() => process.exit(code || 1), 17_000).unref();
  await toepassing?.stop();
  if (code === 0) console.log('Routeboek is gestopt.');
  process.exit(code);
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
