import { readConfig, type Config } from '../config.ts';
import { makeRest } from '../engine/rest.ts';
import { readyText, run, type Circumstances } from '../lifecycle.ts';
import { startApplication } from '../application.ts';
import { leesVersheid } from '../domein/geschiedenis/versheid.ts';
import { momentTekst } from '../domein/kalender/datum.ts';
import { systeemklok } from '../domein/klok.ts';
import { houdPostVast } from '../registratie/outbox-vasthouden.ts';
import { telRegister } from '../registratie/register-tellen.ts';
import { demoConfig } from './demo/config.ts';
import { markDemoDirReady, readDemoDir, clearDemoDir } from './demo/demo-dir.ts';
import { makeDemoEngine } from './demo/engine.ts';
import { beginVan, makeKinderen } from './demo/kinderen.ts';
import { play } from './demo/play.ts';
import { rondes } from './demo/schooltijd.ts';
import { figuresText, report, progressLines } from './demo/report.ts';
import { waitForFigures, waitForTasklist } from './demo/catch-up.ts';

/**
 * `npm run demo`: speelt een schooljaar van verzonnen kinderen op de ingebedde engine en laat daarna alles draaien zoals
 * `npm start`. Staat er al een demo, dan wordt die geopend; `npm run demo -- --opnieuw` speelt haar opnieuw.
 */
await run(async ({ signal: signaal, keep: houd }) => {
  const begin = performance.now();
  const config = demoConfig(readConfig());
  const meld = (regel: string): void => { console.log(regel); };
  const sinds = (): number => (performance.now() - begin) / 1000;
  const stand = readDemoDir(config.dataDir);

  if (stand.stand === 'klaar' && !process.argv.includes('--opnieuw')) {
    meld(`De demo van ${momentTekst(stand.gespeeldOp)} staat in ${config.dataDir} en wordt geopend. Opnieuw spelen: npm run demo -- --opnieuw`);
    const toepassing = houd(await startApplication(config, meld, signaal, { keepHistory: true }));
    meld(readyText(config, toepassing, sinds()));
    return meld(figuresText(toepassing.addresses.beheer));
  }
  if (stand.stand === 'half') meld('De vorige demo is niet af gekomen: er wordt opnieuw gespeeld.');
  else if (stand.stand === 'klaar') meld('De vorige demo wordt weggegooid: er wordt opnieuw gespeeld.');
  clearDemoDir(config.dataDir);
  await playDemo(config, { meld, sinds, signal: signaal, keep: houd });
});

/** Speelt op de broker alleen, met een klok die een jaar terug begint; start daarna alles, zoals `npm start` met de gewone klok. */
async function playDemo(config: Config, { meld, sinds, signal: signaal, keep: houd }: Circumstances & { meld(regel: string): void; sinds(): number }): Promise<void> {
  meld('De demo start …');
  const demo = await makeDemoEngine(makeRest({ grpcAddress: '', restAddress: `http://127.0.0.1:${config.ENGINE_REST_POORT}` }));
  const einde = demo.klok.nu();
  const speelveld = houd(await startApplication(config, meld, signaal, {
    klok: demo.klok, taskReads: demo.taken, movableClock: true, brokerOnly: true,
    exporters: [{ kind: 'records', url: demo.recordsUrl, only: 'process' }],
    beforeDeploy: () => demo.klok.pin(new Date((rondes(beginVan(einde))[0] as Date).getTime() - 7_200_000)),
  }));
  const kinderen = makeKinderen(einde);
  meld(`Er worden ${kinderen.length} verzonnen kinderen gespeeld …`);
  const uitslag = await play({ bediening: demo.bediening(speelveld.parts), kinderen, einde, signaal, voortgang: progressLines(meld, sinds) });
  // Mails van de demo gaan nooit uit, ook niet als iemand later met een mailserver verdergaat in dezelfde map.
  await houdPostVast(speelveld.parts.register.db);
  const cijfers = await telRegister(speelveld.parts.register.db);
  await demo.klok.restore();
  await speelveld.stop();
  await demo.stop();
  // Vanaf hier is er niets meer te spelen: wie nu onderbreekt, opent straks dezelfde demo en leest verder waar het inlezen ophield.
  markDemoDirReady(config.dataDir, einde);

  const { newAccounts } = speelveld;
  // Nu al: wie het inlezen onderbreekt, ziet ze anders nooit.
  for (const { naam, wachtwoord } of newAccounts) meld(`Het wachtwoord van ${naam} bij Beheer is ${wachtwoord}; bewaar het.`);
  meld(`Gespeeld tot nu (${Math.round(sinds())} s). Alles start opnieuw met de gewone klok; Tasklist en Operate lezen het jaar in …`);
  const toepassing = houd(await startApplication(config, meld, signaal, { keepHistory: true }));
  const ontbreekt = await waitForTasklist(toepassing.parts.reads, demo.taken, signaal);
  const { tekst: cijfersVan } = await waitForFigures(() => leesVersheid(toepassing.parts.register.db, systeemklok), signaal);
  meld(report(uitslag, cijfers, [...demo.beeld.tasks.values()], einde, sinds()));
  if (ontbreekt.length > 0) meld(`  Tasklist toont nog niet alles; dit komt vanzelf: ${ontbreekt.join(', ').replaceAll('_', '-')}`);
  meld(readyText(config, { ...toepassing, newAccounts }, sinds()));
  meld(figuresText(toepassing.addresses.beheer, cijfersVan));
  meld(`Later weer openen: npm run demo, of GEGEVENS_MAP=${config.dataDir} npm start`);
}
