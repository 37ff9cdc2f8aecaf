import { camundaFormulier, formulierBij, formulierHeetAlsBestand } from './formulieren/afspraken.ts';
import { veldDubbel } from './formulieren/dubbel.ts';
import { formulierFeel } from './formulieren/feel.ts';
import { formulierVariabele } from './formulieren/variabelen.ts';
import { veldVerdwenen } from './formulieren/verdwenen.ts';
import { vrijeTekst } from './formulieren/vrije-tekst.ts';
import { waardeBestaat } from './formulieren/waarden.ts';
import { schoolkalender } from './kalender/schoolkalender.ts';
import { tabelKeuze } from './herkomst/keuze-verdwenen.ts';
import type { Nakijkregel } from './regel.ts';
import { stapBereikbaar } from './samenhang/bereikbaar.ts';
import { berichtCompleet } from './samenhang/berichten.ts';
import { antwoordGelezen } from './samenhang/lezers.ts';
import { onderdeelGelezen } from './samenhang/onderdelen.ts';
import { taakEenmalig } from './samenhang/taken.ts';
import { wachtBewaakt } from './samenhang/wachten.ts';
import { meldingKlopt } from './teksten/meldingen.ts';
import { meldingVerstuurd } from './teksten/verstuurd.ts';
import { regelOnbereikt, tabelGat, tabelOverlap, tabelSoort } from './tabellen/dekking.ts';
import { tabelInvoer } from './tabellen/invoer.ts';
import { termijnDubbel, termijnGebruikt } from './tabellen/termijnen.ts';
import { tabelWaarde } from './tabellen/waarden.ts';
import { dmnlint, tabelAfspraken } from './tabellen/afspraken.ts';

/** Alle regels buiten die van één model (`lint/bpmnlint-plugin-routeboek`). */
export const REGELS: readonly Nakijkregel[] = [
  stapBereikbaar, taakEenmalig, wachtBewaakt, berichtCompleet, antwoordGelezen, onderdeelGelezen,
  dmnlint, tabelAfspraken, tabelSoort, tabelGat, tabelOverlap, regelOnbereikt, tabelWaarde, tabelInvoer, termijnDubbel, termijnGebruikt,
  camundaFormulier, formulierHeetAlsBestand, formulierBij, veldDubbel, veldVerdwenen, tabelKeuze, formulierFeel, formulierVariabele, vrijeTekst, waardeBestaat,
  meldingKlopt, meldingVerstuurd, schoolkalender,
];
