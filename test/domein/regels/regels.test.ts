import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';
import { controleer, REGELS } from '../../../domein/regels/controleer.ts';

const vandaag = '2025-09-29';
const kalender = makeKalenders()();
/** Formulier, invoer, en het veld waarover geklaagd moet worden ('' = geen klacht). */
const gevallen: [string, Record<string, unknown>, string][] = [
  ['gesprek-ouders', { gesprekDatum: '2025-09-09', datumSignaal: '2025-09-05' }, ''],
  ['gesprek-ouders', { gesprekDatum: '2025-09-04', signaal: { datumSignaal: '2025-09-05' } }, 'Datum van het gesprek: kies 5 september 2025'],
  ['gesprek-ouders', { gesprekDatum: '2025-09-30' }, 'Datum van het gesprek: deze datum ligt in de toekomst'],
  ['gesprek-ouders', { verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-30' }, 'Volledig terug sinds'],
  ['gesprek-ouders', { verzuimGestopt: true, datumVolledigTerug: null }, 'Volledig terug sinds: vul in'],
  ['gesprek-ouders', { gesprekDatum: null }, 'Datum van het gesprek: vul in'],
  ['gesprek-ouders', { oudersNietBereikt: true, gesprekDatum: null, aantalPogingen: 3, schriftelijkVerstuurdOp: '2025-09-12' }, ''],
  ['gesprek-ouders', { oudersNietBereikt: true, gesprekDatum: null, aantalPogingen: 1, schriftelijkVerstuurdOp: '2025-09-12' }, 'Aantal pogingen: probeer ouders minstens 2 keer'],
  ['gesprek-ouders', { oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: null }, 'Schriftelijk uitgenodigd op: vul'],
  ['gesprek-ouders', { oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: '2025-09-30' }, 'Schriftelijk uitgenodigd op: deze datum ligt in de toekomst'],
  ['av1-behoefte', { doorgaan: 'JA', planNormaliserend: 'ja' }, ''],
  ['av1-behoefte', { doorgaan: 'NEE', planNormaliserend: 'nee' }, ''],
  ['av1-behoefte', { doorgaan: 'JA', planNormaliserend: 'nee' }, 'Is er een plan dat toewerkt'],
  ['av1-gesprek', { gesprekOp: '2025-09-29', datumSignaal: '2025-09-05' }, ''],
  ['av1-gesprek', { gesprekOp: '2025-09-30' }, 'Datum van het gesprek: deze datum ligt in de toekomst'],
  ['av1-gesprek', { gesprekOp: '2025-09-04', datumSignaal: '2025-09-05' }, 'Datum van het gesprek: kies 5 september 2025'],
  ['av1-besluit', { besluit: 'TOEKENNEN', middel: 'AV1' }, ''],
  ['av1-besluit', { besluit: 'AFWIJZEN' }, ''],
  ['av1-besluit', { besluit: 'TOEKENNEN' }, 'Middel: kies'],
  ['av1-installatie', { geplaatst: 'JA', geplaatstOp: '2025-09-29' }, ''],
  ['av1-installatie', { geplaatst: 'NIET_MEER_NODIG' }, ''],
  ['av1-installatie', { geplaatst: 'JA' }, 'Geplaatst op: vul in'],
  ['av1-installatie', { geplaatst: 'JA', geplaatstOp: '2025-09-30' }, 'Geplaatst op: deze datum ligt in de toekomst'],
  ['av1-inname', { ingenomenOp: '2025-09-29', geplaatstOp: '2025-09-10' }, ''],
  ['av1-inname', { ingenomenOp: '2025-09-30' }, 'Teruggekomen op: deze datum ligt in de toekomst'],
  ['av1-inname', { ingenomenOp: '2025-09-09', geplaatstOp: '2025-09-10' }, 'Teruggekomen op: kies 10 september 2025'],
  ['evaluatie-plannen', { gesprekGeplandOp: '2025-09-29' }, ''],
  ['evaluatie-plannen', { gesprekGeplandOp: '2025-09-28' }, 'Datum van het gesprek: deze datum is al voorbij'],
  ['evaluatie-verslag', { gehoudenOp: '2025-09-29' }, ''],
  ['evaluatie-verslag', { gehoudenOp: '2025-09-30' }, 'Gehouden op: deze datum ligt in de toekomst'],
  ['evaluatie-verslag', { gehoudenOp: '2025-09-04', datumSignaal: '2025-09-05' }, 'Gehouden op: kies 5 september 2025'],
  ['bespreking-team', { datum: '2025-09-29' }, ''],
  ['bespreking-team', { datum: '2025-09-30' }, 'Datum van de bespreking'],
  ['ot-bespreking', { datum: '2025-09-30' }, 'Datum van de bespreking'],
  ['ot-plannen', { otOp: '2025-10-03', otUiterlijk: '2025-10-03T17:00:00+02:00', otVorm: 'BREED', genodigden: ['ouders', 'jeugdarts'] }, ''],
  ['ot-plannen', { otOp: '2025-10-06', otUiterlijk: '2025-10-03T17:00:00+02:00', otVorm: 'SMAL', genodigden: ['ouders'] }, 'Datum van het OT: kies uiterlijk 3 oktober 2025'],
  ['ot-plannen', { otOp: '2025-10-06', otUiterlijk: '2025-10-03T17:00:00+02:00', otVorm: 'SMAL', genodigden: ['ouders'], laterKan: true }, ''],
  ['ot-plannen', { otOp: '2025-09-29', otUiterlijk: '2025-09-29T17:00:00+02:00', otVorm: 'SMAL', genodigden: ['ouders'] }, ''],
  ['ot-plannen', { otOp: '2025-09-29', otUiterlijk: '2025-09-26T17:00:00+02:00', otVorm: 'SMAL', genodigden: ['ouders'] }, ''],
  ['ot-plannen', { otOp: '2025-10-02', otUiterlijk: '2025-09-26T17:00:00+02:00', otVorm: 'SMAL', genodigden: ['ouders'] }, ''],
  ['ot-plannen', { otOp: '2025-10-01', otVorm: 'SMAL', genodigden: ['leerkracht'] }, 'Wie nodigt u uit: de ouders horen bij elk OT'],
  ['ot-plannen', { otOp: '2025-10-01', otVorm: 'BREED', genodigden: ['ouders', 'leerkracht'] }, 'Wie nodigt u uit: bij een OT-breed hoort'],
  ['verzuimstand', { peildatum: '2025-09-29', regels: [{ datum: '2025-09-29' }], teLaat: null }, ''],
  ['verzuimstand', { peildatum: '2025-09-29', regels: [], geenVerzuim: true }, ''],
  ['verzuimstand', { peildatum: '2025-09-29', regels: [], teLaat: [] }, 'Geen verzuim in de week van de peildatum: geef de dagen op'],
  ['verzuimstand', { peildatum: '2025-09-29', regels: [{ datum: '2025-09-29' }], geenVerzuim: true }, 'Geen verzuim in de week van de peildatum: dit is aangevinkt'],
  ['verzuimstand', { peildatum: '2025-09-30' }, 'Peildatum: deze datum ligt in de toekomst'],
  ['verzuimstand', { verzuimInvoer: { peildatum: '2025-09-12', regels: [{ datum: '2025-09-12' }] } }, ''],
  ['verzuimstand', { peildatum: '2025-09-19', regels: [{ datum: '2025-09-22' }] }, 'Verzuim per dag, rij 1 (22 september 2025): deze dag ligt na'],
  ['verzuimstand', { peildatum: '2025-09-19', regels: [{ datum: '2025-09-18' }, { datum: '2025-09-18' }] }, 'Verzuim per dag, rij 2 (18 september 2025): rij 1 gaat ook'],
  ['verzuimstand', { peildatum: '2025-09-19', teLaat: [{ datum: '2025-09-22' }] }, 'Te laat gekomen, rij 1 (22 september 2025)'],
  ['verzuimstand', { peildatum: '2025-09-29', regels: [{ datum: '2025-09-19' }, { datum: '2025-09-20' }] }, 'Verzuim per dag, rij 2 (20 september 2025): dit is een zaterdag'],
  ['verzuimstand', { peildatum: '2025-09-29', regels: [{ datum: '2025-08-20' }] }, 'Verzuim per dag, rij 1 (20 augustus 2025): op deze dag was er geen school'],
  ['verzuimstand', { peildatum: '2025-09-29', regels: [{ datum: '2015-09-02' }] }, 'Verzuim per dag, rij 1 (2 september 2015): van deze dag is niet bekend'],
  // errata F-04: een oudere week kan nog worden beantwoord, en een dag door de school (r. 417) is een gewone rij.
  ['verzuimstand', { peildatum: '2025-09-05', regels: [{ datum: '2025-09-05', soort: 'DOOR_SCHOOL' }] }, ''],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-23', heleDagen: ['2025-09-16', '2025-09-17'], urenHeleDag: 5, soortHeleDagen: 'ZIEKTE', regels: [{ datum: '2025-09-22' }] }, ''],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-23', geenVerzuim: true, heleDagen: [], regels: [] }, ''],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-23', regels: [{ datum: '2025-09-22' }] }, 'Geen verzuim in deze week: vink de dagen aan'],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-23', regels: [{ datum: '2025-09-19' }], geenVerzuim: true }, 'Geen verzuim in deze week: dit is aangevinkt'],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-18', geenVerzuim: true }, 'Peildatum: kies 19 september 2025'],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-23', heleDagen: ['2025-09-16'] }, "Lesuren op zo'n hele dag"],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-23', heleDagen: ['2025-09-16'], urenHeleDag: 5 }, 'Soort verzuim op die hele dagen'],
  ['verzuimweek', { week: '2025-09-15', peildatum: '2025-09-23', heleDagen: ['2025-09-16'], urenHeleDag: 5, soortHeleDagen: 'ZIEKTE', regels: [{ datum: '2025-09-16' }] }, 'Verzuim per dag, rij 1 (16 september 2025): hierboven'],
  ['regisseurs-voorstel', { overlegDatum: '2025-09-30' }, 'Datum van het overleg'],
  ['logboek-start', { urenRamingMin: 6, urenRamingMax: 10, volgendeActieDatum: '2025-09-29' }, ''],
  ['logboek-start', { urenRamingMin: 6, urenRamingMax: 5 }, 'Raming: maximaal aantal uren'],
  ['logboek-start', { volgendeActieDatum: '2025-09-28' }, 'Datum van die actie'],
  ['aanwijzing-regisseur-bestuur', { akkoordBekostiging: 'ja' }, ''],
  ['aanwijzing-regisseur-bestuur', { akkoordBekostiging: 'nee' }, 'Betaalt het schoolbestuur de regisseur'],
  ['regie-afstemming', { leerplichtIngelicht: true }, ''],
  ['regie-afstemming', { leerplichtIngelicht: false, leerlingStatus: { leerplichtig: true } }, 'Leerplicht is ingelicht'],
  ['regie-afstemming', { leerplichtIngelicht: false, leerlingStatus: { leerplichtig: false } }, ''],
  ['contactpersoon-toewijzen', {}, ''],
  // De meldcode: bij acuut gevaar houdt niets de melding op (errata §1 CA-16).
  ['meldcode-signalen', { datum: '2025-09-30' }, 'Wanneer is dit gezien of gehoord'],
  ['meldcode-signalen', { datum: '2025-09-30', acuutGevaar: 'ja' }, ''],
  ['meldcode-consultatie', { datum: '2025-09-30' }, 'Datum van het overleg'],
  ['meldcode-gesprek', { datum: '2025-09-30' }, 'Datum van het gesprek'],
  ['meldcode-weging', {}, ''],
  ['meldcode-melding', { meldingOp: '2025-09-30', acuutGevaar: 'ja' }, 'Gemeld op'],
  ['meldcode-hulp', {}, 'Evaluatie op: vul de dag in'],
  ['meldcode-hulp', { evaluatieOp: '2025-09-28' }, 'Evaluatie op'],
  ['meldcode-hulp', { evaluatieOp: '2025-10-13' }, ''],
  ['meldcode-volgen', {}, ''],
  // De vrijstelling: elke heeft een begin en een einde (errata §3 vrijstelling_actief).
  ['vrijstelling-aanvraag', { ingediendOp: '2025-09-30' }, 'Ingediend op'],
  ['vrijstelling-aanvraag', { ingediendOp: '2025-09-20', datumVerklaring: '2025-09-21' }, 'Datum van de verklaring'],
  ['vrijstelling-besluit', { besluit: 'AFGEWEZEN' }, ''],
  ['vrijstelling-besluit', { besluit: 'VERLEEND', ingangsdatum: '2025-10-01' }, 'Geldt tot en met: vul'],
  ['vrijstelling-verlenging', { besluit: 'VERLEEND', einddatum: '2026-07-31' }, 'Gaat in op: vul'],
  ['regie-school', { gesprekMetOudersDatum: '2025-09-29', leerplichtIngelicht: true, leerplichtDatum: '2025-09-29' }, ''],
  ['regie-school', { gesprekMetOudersDatum: '2025-09-30', leerplichtIngelicht: true }, 'Datum van het gesprek met de ouders: deze datum ligt in de toekomst'],
  ['regie-school', { leerplichtIngelicht: false, leerlingStatus: { leerplichtig: true } }, 'Leerplicht is ingelicht'],
  ['regie-school', { leerplichtIngelicht: false, leerlingStatus: { leerplichtig: false } }, ''],
  // Errata §1 F-08b: ouders die niet bereikt zijn houden de stap niet op.
  ['regie-school', { oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: '2025-09-12', leerplichtIngelicht: true }, ''],
  ['regie-school', { oudersNietBereikt: true, aantalPogingen: 1, schriftelijkVerstuurdOp: '2025-09-12', leerplichtIngelicht: true }, 'Aantal pogingen'],
  ['vooroverleg-escalatie', { datum: '2025-09-30' }, 'Datum van het overleg'],
  ['escalatiegesprek', { gesprekDatum: '2025-09-29', escalatieSignaal: { gedetecteerdOp: '2025-09-26' }, escaleert: true, oudersGeinformeerdOverMeldingen: true }, ''],
  // Errata §1 GK-06, F-11: een eerder gesprek en een herstel tellen; zonder OT wacht het gesprek niet.
  ['escalatiegesprek', { gesprekDatum: '2025-09-25', escalatieSignaal: { gedetecteerdOp: '2025-09-26' }, signaal: { datumSignaal: '2025-09-05' } }, ''],
  ['escalatiegesprek', { gesprekDatum: '2025-09-04', signaal: { datumSignaal: '2025-09-05' } }, 'Datum van het gesprek (begin van de vier weken): kies 5 september'],
  ['escalatiegesprek', { dagenThuisWeek: 1, escaleert: false }, ''],
  ['escalatiegesprek', { inOT: 'nee', route: 'geen-kernteam' }, ''],
  ['escalatiegesprek', { oudersGeinformeerdOverMeldingen: false }, 'De ouders weten van de meldingen'],
  ['escalatiegesprek', { oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: '2025-09-29', oudersGeinformeerdOverMeldingen: false }, ''],
  ['escalatiegesprek', { oudersNietBereikt: true, aantalPogingen: 1 }, 'Aantal pogingen'],
  ['escalatiegesprek', { oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: null }, 'Schriftelijk aangekondigd op: vul'],
  ['onderwijsaanbod-4wk', { startDatum: '2025-10-06', termijnen: { t0: '2025-10-06', eindeVierweken: '2025-11-03T09:00:00+01:00' } }, ''],
  // errata F-12: een aanbod van voor de vier weken telt (r. 626), en een later tussenaanbod kan.
  ['onderwijsaanbod-4wk', { startDatum: '2025-10-05', t0: '2025-10-06' }, ''],
  ['onderwijsaanbod-4wk', { startDatum: '2025-11-04', eindeVierweken: '2025-11-03T09:00:00+01:00' }, ''],
  ['opbouwplan', { startDatum: '2025-10-02', eindeVierweken: '2025-10-27', schema: [{ week: 2, dagdelen: 4 }, { week: 1, dagdelen: 2 }] }, ''],
  ['opbouwplan', { schema: [{ week: 1, dagdelen: 4 }, { week: 2, dagdelen: 2 }] }, 'Opbouwschema'],
  ['opbouwplan', { startDatum: '2025-10-28', eindeVierweken: '2025-10-27' }, 'Begint op: kies uiterlijk'],
  // Na de vier weken loopt het plan door, en is elke begindatum goed.
  ['opbouwplan', { startDatum: '2025-09-29', eindeVierweken: '2025-09-26T09:00:00+02:00' }, ''],
  ['onderwijsaanbod-4wk', { startDatum: '2025-09-29', t0: '2025-08-29', eindeVierweken: '2025-09-26T09:00:00+02:00' }, ''],
  ['tussenaanbod-volgen', { datum: '2025-09-29', verder: 'LOOPT_DOOR', tussenaanbodTot: '2025-11-28' }, ''],
  ['tussenaanbod-volgen', { datum: '2025-09-30', verder: 'OPNIEUW_BEPALEN' }, 'Datum: deze datum ligt in de toekomst'],
  ['tussenaanbod-volgen', { datum: '2025-09-29', verder: 'LOOPT_DOOR' }, 'Tussenaanbod loopt tot: vul in'],
  ['tussenaanbod-volgen', { datum: '2025-09-29', verder: 'LOOPT_DOOR', tussenaanbodTot: '2025-09-29' }, 'Tussenaanbod loopt tot: deze dag is al voorbij of is vandaag'],
  ['opbouwplan', { startDatum: '2026-04-20', eindeVierweken: '2026-03-30', bron: 'DOORZETTINGSBESLUIT' }, ''],
  ['opbouwplan', { afstandsonderwijs: true, normaliserend: false }, 'Onderwijs op afstand hoort bij het plan'],
  ['inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-05', maximaalTot: '2026-01-06T09:00:00+01:00' }, ''],
  ['inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-07', maximaalTot: '2026-01-06T09:00:00+01:00' }, 'Tot en met: kies uiterlijk'],
  ['inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2025-12-08' }, 'Tot en met: de einddatum'],
  ['brug-keuze', { gekozenOptie: 'sbo', startwens: '2025-11-03', eersteStart: '2025-11-03' }, ''],
  ['brug-keuze', { gekozenOptie: 'sbo', startwens: '2025-10-31', eersteStart: '2025-11-03' }, 'Gewenste start: kies 3 november 2025'],
  ['brug-keuze', { gekozenOptie: 'sbo', startwens: '2025-10-31', eersteStart: '2025-11-03', zonderVierWeken: true }, ''],
  ['brug-keuze', { gekozenOptie: null, startwens: null, eersteStart: '2025-11-03' }, ''],
  ['eigen-school-aanbod', { startDatum: '2025-09-15', eindDatum: '2025-11-14', dagdelen: 5 }, ''],
  ['eigen-school-aanbod', { startDatum: '2025-11-17', eindDatum: '2025-11-14', dagdelen: 5 }, 'Duurt tot en met: de einddatum'],
  ['eigen-school-aanbod', { startDatum: '2025-09-01', eindDatum: '2025-09-26', dagdelen: 5 }, 'Duurt tot en met: deze datum is al voorbij'],
  ['eigen-school-aanbod', { startDatum: '2025-09-15', eindDatum: '2025-11-14', dagdelen: 0 }, 'Dagdelen per week'],
  ['eigen-school-uitkomst', { resultaat: 'BESTEMMING', startDatum: '2025-09-01', eindDatum: '2025-09-26' }, ''],
  ['eigen-school-uitkomst', { resultaat: 'LOOPT_DOOR', startDatum: '2025-09-01', eindDatum: '2025-11-14' }, ''],
  ['eigen-school-uitkomst', { resultaat: 'LOOPT_DOOR', startDatum: '2025-09-01', eindDatum: '2025-09-26' }, 'Duurt tot en met: deze datum is al voorbij'],
  ['eigen-school-uitkomst', { resultaat: 'BESTEMMING', startDatum: '2025-09-01', eindDatum: '2025-08-29' }, 'Duurt tot en met: kies 1 september 2025'],
  ['perspectief', { perspectiefHelder: 'ja', aanbodplek: 'NOG_ONBEKEND', voorliggend: 'ONDERWIJS' }, 'Is het perspectief helder'],
  ['perspectief', { oudersGehoord: true }, ''],
  ['perspectief', { oudersGehoord: false }, 'De ouders zijn gehoord'],
  ['perspectief', { oudersGehoord: false, oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: '2025-09-29' }, ''],
  ['perspectief', { oudersNietBereikt: true, aantalPogingen: 1 }, 'Aantal pogingen'],
  ['perspectief', { onderwijsMogelijk: 'JA', inGroepFunctioneren: null }, 'Kan de leerling in een groep functioneren'],
  ['overdracht-overstap', { geplandeStart: '2025-11-10', besprokenInOT: true }, ''],
  ['overdracht-overstap', { geplandeStart: '2025-09-28', besprokenInOT: true }, 'Geplande start'],
  ['overdracht-overstap', { geplandeStart: '2025-09-28', ingeschrevenOp: '2025-09-25', besprokenInOT: true }, ''],
  ['overdracht-overstap', { besprokenInOT: false }, 'De overstap is in het OT besproken'],
  ['overdracht-overstap', { besprokenInOT: false, doorzettingsbesluit: true }, ''],
  ['overdracht-overstap', { besprokenInOT: false, dzm: { status: 'DOORZETTINGSBESLUIT' } }, ''],
  ['overdracht-overstap', { besprokenInOT: false, bestemmingType: 'EIGEN_SCHOOL' }, ''],
  ['duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-29', oudersGeinformeerd: true}, ''],
  ['duo-verzuimmelding', { periodeVan: '2025-09-10', periodeTot: '2025-09-09' }, 'Periode tot en met: de einddatum'],
  ['duo-verzuimmelding', { periodeTot: '2025-09-30' }, 'Periode tot en met: deze datum ligt in de toekomst'],
  ['duo-verzuimmelding', { oudersGeinformeerd: false }, 'De ouders weten van deze melding'],
  ['duo-verzuimmelding', { oudersGeinformeerd: false, oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: '2025-09-29' }, ''],
  ['duo-verzuimmelding', { oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: null }, 'Schriftelijk aangekondigd op: vul'],
  ['aot', {}, ''],
  ['aot-aanvraag', { vanDatum: '2025-11-17', totDatum: '2026-01-26', urenPerWeek: 12, oppOpgesteld: true }, ''],
  ['aot-aanvraag', { vanDatum: '2026-06-01', totDatum: '2026-09-01', urenPerWeek: 12, oppOpgesteld: true }, 'Tot en met: een aanvraag geldt binnen één schooljaar'],
  ['aot-aanvraag', { vanDatum: '2025-11-17', totDatum: '2026-01-26', urenPerWeek: 12, oppOpgesteld: false }, 'Er is een ontwikkelingsperspectief'],
  ['aot-aanvraag', { vanDatum: '2025-11-17', totDatum: '2026-01-26', urenPerWeek: 12, oppOpgesteld: true, eerderVerzocht: true, evaluatieIngevuld: true, ingroeiIngevuld: true }, ''],
  ['aot-aanvraag', { vanDatum: '2025-11-17', totDatum: '2026-01-26', urenPerWeek: 12, oppOpgesteld: true, eerderVerzocht: true, ingroeiIngevuld: true }, 'Evaluatie van eerdere steun'],
  ['aot-aanvraag', { vanDatum: '2025-11-17', totDatum: '2026-01-26', urenPerWeek: 12, oppOpgesteld: true, eerderVerzocht: 'ja', evaluatieIngevuld: true }, 'Maatregelen om in te groeien'],
  ['aot-melding', { vanDatum: '2025-11-17', totDatum: '2025-11-16', urenPerWeek: 12 }, 'Tot en met: de einddatum'],
  ['aot-melding', { totDatum: '2025-11-16', urenPerWeek: 12 }, 'Van: vul'],
  ['aot-melding', { vanDatum: '2025-11-17', totDatum: '2025-11-18' }, 'Uren afwijking per week'],
  ['casus-signaal', { signaalType: 'impasse', signaalDatum: '2025-09-29' }, ''],
  ['casus-signaal', { signaalType: 'impasse', signaalDatum: '2025-09-30' }, 'Datum: deze datum'],
  ['casus-signaal', { signaalType: 'verzuim-gestopt' }, 'Volledig terug sinds'],
  ['casus-signaal', { signaalType: 'verzuimstand', verzuimInvoer: { peildatum: '2025-09-29', regels: [{ datum: '2025-09-29' }] } }, ''],
  ['casus-signaal', { signaalType: 'verzuimstand', verzuimInvoer: { peildatum: '2025-09-19' } }, 'Geen verzuim in de week van de peildatum: geef'],
  ['casus-signaal', { signaalType: 'verzuim-gestopt', datumVolledigTerug: '2025-09-29', verzuimInvoer: { peildatum: '2025-09-29', regels: [{ datum: '2025-09-28' }] } }, 'Verzuim per dag, rij 1 (28 september 2025): dit is een zondag'],
  ['casus-signaal', { signaalType: 'verzuim-gestopt', datumVolledigTerug: '2025-09-29', verzuimInvoer: { peildatum: '2025-09-29', regels: [] } }, ''],
  ['casus-signaal', { signaalType: 'leerling-uitgeschreven', nieuweSchool: '', ingeschrevenOp: '2025-09-01' }, 'Nieuwe school'],
  ['inschrijving-nagaan', { uitkomst: 'ANDERE_SCHOOL', ingeschrevenOp: '2025-09-01' }, 'Naam van de school'],
  ['inschrijving-nagaan', { uitkomst: 'EIGEN_SCHOOL' }, 'Ingeschreven op'],
  ['casus-signaal', { signaalType: 'woongemeente-gewijzigd' }, 'Nieuwe gemeente'],
  ['casus-signaal', { signaalType: 'ouders-werken-niet-mee' }, 'Wat speelt er met de ouders'],
  ['casus-signaal', { signaalType: 'toestemming-ingetrokken' }, 'Waarvoor trekken de ouders hun toestemming in'],
  ['afsluitnotitie', { einddatum: '2025-09-29', startCasus: '2025-09-08' }, ''],
  ['afsluitnotitie', { einddatum: '2025-09-30', startCasus: '2025-09-08' }, 'Einddatum: deze datum'],
  ['afsluitnotitie', { einddatum: '2025-09-07', startCasus: '2025-09-08' }, 'Einddatum: kies 8 september'],
];

interface Deel { label?: string; dateLabel?: string; components?: Deel[] }
const alleDelen = (delen: readonly Deel[]): Deel[] => delen.flatMap((deel) => [deel, ...alleDelen(deel.components ?? [])]);
function labelsVan(formulier: string): string[] {
  const { components } = JSON.parse(readFileSync(new URL(`../../../forms/${formulier}.form`, import.meta.url), 'utf8')) as { components: Deel[] };
  return alleDelen(components).flatMap((deel) => [deel.label, deel.dateLabel]).flatMap((label) => (label ? [label.trim().replace(/[?:]+$/, '').trim()] : []));
}

describe('regels per formulier', () => {
  it.each(gevallen)('%s %j → %s', (formulier, invoer, verwacht) => {
    const zinnen = controleer(formulier, invoer, { vandaag, kalender });
    if (verwacht === '') expect(zinnen).toEqual([]);
    else expect(zinnen.some((zin) => zin.startsWith(verwacht)), zinnen.join(' | ')).toBe(true);
  });
  it.each(gevallen.filter(([, , verwacht]) => verwacht !== ''))('%s %j noemt het veld zoals het op het formulier staat', (formulier, invoer) => {
    // Een verzuimstand uit "signaal doorgeven" heet daar Datum, met als toelichting dat dit de peildatum is.
    const labels = [...labelsVan(formulier === 'aot' ? 'aot-feiten' : formulier), ...(formulier === 'casus-signaal' ? ['Peildatum'] : [])];
    for (const zin of controleer(formulier, invoer, { vandaag, kalender })) expect(labels.some((label) => zin.startsWith(`${label}:`) || zin.startsWith(`${label}, rij `)), `${zin} | ${labels.join(' | ')}`).toBe(true);
  });
  it('elk formulier met een regel komt in de tabel voor', () => {
    expect([...new Set(gevallen.map(([formulier]) => formulier))].sort()).toEqual(Object.keys(REGELS).sort());
  });
  it('een onbekend formulier is een fout in het model', () => {
    expect(() => controleer('bestaat-niet', {}, { vandaag, kalender })).toThrow(/Er is geen controle voor formulier "bestaat-niet"/);
  });
  it('elke controle die een model vraagt bestaat', () => {
    const dir = new URL('../../../bpmn/', import.meta.url);
    const gevraagd = readdirSync(dir)
      .filter((naam) => naam.endsWith('.bpmn'))
      .flatMap((naam) => [...readFileSync(new URL(naam, dir), 'utf8').matchAll(/key="controle" value="([^"]+)"/g)].map((m) => m[1] ?? ''));
    expect(gevraagd.filter((formulier) => !(formulier in REGELS))).toEqual([]);
  });
});
