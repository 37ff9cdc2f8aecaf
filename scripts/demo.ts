import { leesConfiguratie, type Configuratie } from '../config.ts';
import { maakRest } from '../engine/rest.ts';
import { klaarTekst, leef, type Omstandigheden } from '../lifecycle.ts';
import { startToepassing } from '../application.ts';
import { momentTekst } from '../domein/kalender/datum.ts';
import { houdMailsVast, telRegister } from './demo/figures.ts';
import { democonfiguratie } from './demo/config.ts';
import { demomapKlaar, leesDemomap, maakDemomapLeeg } from './demo/demo-dir.ts';
import { maakDemoengine } from './demo/engine.ts';
import { beginVan, maakKinderen } from './demo/kinderen.ts';
import { speel } from './demo/play.ts';
import { rondes } from './demo/schooltijd.ts';
import { verslag, voortgangsregels } from './demo/report.ts';
import { wachtOpTasklist } from './demo/catch-up.ts';

/**
 * `npm run demo`: speelt een schooljaar van verzonnen kinderen op de ingebedde engine en laat daarna alles draaien zoals
 * `npm start`. Staat er al een demo, dan wordt die geopend; `npm run demo -- --opnieuw` speelt haar opnieuw.
 */
await leef(async ({ signaal, houd }) => {
  const begin = performance.now();
  const config = democonfiguratie(leesConfiguratie());
  const meld = (regel: string): void => { console.log(regel); };
  const sinds = (): number => (performance.now() - begin) / 1000;
  const stand = leesDemomap(config.gegevensMap);

  if (stand.stand === 'klaar' && !process.argv.includes('--opnieuw')) {
    meld(`De demo van ${momentTekst(stand.gespeeldOp)} staat in ${config.gegevensMap} en wordt geopend. Opnieuw spelen: npm run demo -- --opnieuw`);
    const toepassing = houd(await startToepassing(config, meld, signaal));
    return meld(klaarTekst(config, toepassing, sinds()));
  }
  if (stand.stand === 'half') meld('De vorige demo is niet af gekomen: er wordt opnieuw gespeeld.');
  else if (stand.stand === 'klaar') meld('De vorige demo wordt weggegooid: er wordt opnieuw gespeeld.');
  maakDemomapLeeg(config.gegevensMap);
  await speelDemo(config, { meld, sinds, signaal, houd });
});

/** Speelt op de broker alleen, met een klok die een jaar terug begint; start daarna alles, zoals `npm start` met de gewone klok. */
async function speelDemo(config: Configuratie, { meld, sinds, signaal, houd }: Omstandigheden & { meld(regel: string): void; sinds(): number }): Promise<void> {
  meld('De demo start …');
  const demo = await maakDemoengine(maakRest({ grpcAdres: '', restAdres: `http://127.0.0.1:${config.ENGINE_REST_POORT}` }));
  const einde = demo.klok.nu();
  const speelveld = houd(await startToepassing(config, meld, signaal, {
    klok: demo.klok, taken: demo.taken, klokVerzetbaar: true, alleenBroker: true,
    exporters: [{ soort: 'elasticsearch', url: demo.recordsUrl, bulk: { size: 1 }, alleenProces: true }],
    voorUitrol: () => demo.klok.pin(new Date((rondes(beginVan(einde))[0] as Date).getTime() - 7_200_000)),
  }));
  const kinderen = maakKinderen(einde);
  meld(`Er worden ${kinderen.length} verzonnen kinderen gespeeld …`);
  const uitslag = await speel({ bediening: demo.bediening(speelveld.delen), kinderen, einde, signaal, voortgang: voortgangsregels(meld, sinds) });
  await houdMailsVast(speelveld.delen.register);
  const cijfers = await telRegister(speelveld.delen.register);
  await demo.klok.herstel();
  await speelveld.stop();
  await demo.stop();
  // Vanaf hier is er niets meer te spelen: wie nu onderbreekt, opent straks dezelfde demo en leest verder waar het inlezen ophield.
  demomapKlaar(config.gegevensMap, einde);

  const { nieuwWachtwoord } = speelveld;
  // Nu al: wie het inlezen onderbreekt, ziet het anders nooit.
  if (nieuwWachtwoord) meld(`Het wachtwoord van Beheer is ${nieuwWachtwoord}; bewaar het.`);
  meld(`Gespeeld tot nu (${Math.round(sinds())} s). Alles start opnieuw met de gewone klok; Tasklist en Operate lezen het jaar in …`);
  const toepassing = houd(await startToepassing(config, meld, signaal));
  const ontbreekt = await wachtOpTasklist(toepassing.delen.lezen, demo.taken, signaal);
  meld(verslag(uitslag, cijfers, [...demo.beeld.taken.values()], einde, sinds()));
  if (ontbreekt.length > 0) meld(`  Tasklist toont nog niet alles; dit komt vanzelf: ${ontbreekt.join(', ').replaceAll('_', '-')}`);
  meld(klaarTekst(config, { ...toepassing, nieuwWachtwoord }, sinds()));
  meld(`Later weer openen: npm run demo, of GEGEVENS_MAP=${config.gegevensMap} npm start`);
}
