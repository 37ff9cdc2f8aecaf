import { ConfiguratieFout, leesConfiguratie } from './configuratie.ts';
import { StartFout } from './engine/ingebed/startfout.ts';
import { startToepassing, type Toepassing } from './toepassing.ts';

/** `npm start`: start alles, wacht op Ctrl-C of op een onderdeel dat wegvalt, en stopt dan alles. */
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

const begin = performance.now();
let toepassing: Toepassing | undefined;
try {
  const config = leesConfiguratie();
  console.log('Routeboek start …');
  toepassing = await startToepassing(config, (regel) => console.log(regel), afbreken.signal);
  const seconden = ((performance.now() - begin) / 1000).toFixed(1).replace('.', ',');
  console.log(`\nRouteboek is klaar (${seconden} s).
  Tasklist  ${toepassing.adressen.tasklist}  (taken doen en een kind aanmelden)
  Operate   ${toepassing.adressen.operate}  (lopende routes bekijken)
  Beheer    ${toepassing.adressen.beheer}  (post, gezondheid)`);
  if (config.ingebed) console.log('Aanmelden bij Tasklist en Operate: demo / demo');
  if (toepassing.nieuwWachtwoord) console.log(`Aanmelden bij Beheer: beheer / ${toepassing.nieuwWachtwoord}\n  (dit wachtwoord wordt maar één keer getoond; bewaar het nu)`);
  else console.log('Aanmelden bij Beheer: beheer, met het wachtwoord van de eerste start');
  if (!config.SMTP_URL) console.log('Er is geen mailserver ingesteld (SMTP_URL): meldingen zijn te lezen op Beheer, Post.');
  if (config.ingebed) console.log('Camunda is hier alleen gratis om te ontwikkelen en uit te proberen; voor echt gebruik is een licentie nodig (zie README).');
  console.log('Stoppen: Ctrl-C');
} catch (fout) {
  if (afbreken.signal.aborted) await stopAlles(undefined, 0);
  console.error(`\n${zin(fout)}`);
  await stopAlles(undefined, 1);
}

const einde = await Promise.race([onderbroken, (toepassing as Toepassing).weggevallen]);
if (einde === 'signaal') {
  console.log('\nRouteboek stopt …');
  await stopAlles(toepassing, 0);
} else {
  console.error(`\n${(einde as Error).message}\nAlles wordt gestopt.`);
  await stopAlles(toepassing, 1);
}
