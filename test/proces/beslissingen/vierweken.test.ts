import { describeDecision } from './evaluate.ts';

const bel = (maatwerkOndervangt: string, ozaMogelijk: string, wegNaarJeugdhulp: string, hulpvraagSwv = false, twijfel: boolean | null = false) => ({
  belemmering: { maatwerkOndervangt, ozaMogelijk, wegNaarJeugdhulp, hulpvraagSwv, twijfel },
});

describeDecision('belemmering', [
  ['geen actie geeft een lege lijst', bel('TWIJFEL', 'TWIJFEL', 'JA'), [], []],
  ['maatwerk', bel('JA', 'NEE', 'JA'), ['1'], ['MAATWERK_IN_PLAN']],
  ['onderwijs-zorgarrangement', bel('TWIJFEL', 'JA', 'JA'), ['2'], ['PLAN_OZA']],
  ['jeugdhulp niet gevonden', bel('TWIJFEL', 'NEE', 'NEE'), ['3'], ['SWV_TOELEIDING_JEUGDHULP']],
  ['hulpvraag', bel('TWIJFEL', 'NEE', 'JA', true), ['4'], ['HULPVRAAG_SWV']],
  ['niets helpt', bel('NEE', 'NEE', 'JA'), ['5'], ['ANDERE_PLEK_VERKENNEN']],
  ['alles tegelijk', bel('JA', 'JA', 'NEE', true), ['1', '2', '3', '4'], ['MAATWERK_IN_PLAN', 'PLAN_OZA', 'SWV_TOELEIDING_JEUGDHULP', 'HULPVRAAG_SWV']],
]);

describeDecision('sectordirecteur-twijfel', [
  ['uitgesproken twijfel', bel('JA', 'JA', 'JA', false, true), ['1'], true],
  ['twijfel over maatwerk', bel('TWIJFEL', 'TWIJFEL', 'JA'), ['2'], true],
  ['twijfel over het arrangement', bel('NEE', 'TWIJFEL', 'TWIJFEL'), ['3'], true],
  ['twijfel over jeugdhulp', bel('JA', 'NEE', 'TWIJFEL'), ['4'], true],
  ['geen twijfel', bel('JA', 'NEE', 'JA'), ['5'], false],
  ['vakje niet aangeraakt', bel('JA', 'NEE', 'JA', false, null), ['5'], false],
  ['een open antwoord is ook twijfel', { belemmering: null }, ['2'], true],
]);

const lpl = (aardVerzuim: string | null, afsprakenOpgevolgd: string | null, sprakeAot: boolean | null, leerplichtig = true) => ({ leerlingStatus: { leerplichtig }, verzuim: { aard: 'GEMENGD' }, leerplichtVraag: { aardVerzuim, afsprakenOpgevolgd, sprakeAot } });
const oordeel = (doorgaan: boolean, handhavingsvraag: boolean, aotNodig: boolean, alternatief: string | null = null) => ({ doorgaan, handhavingsvraag, aotNodig, alternatief });

describeDecision('leerplicht-meedenken', [
  ['een kind van vier is geen zaak van leerplicht', lpl('ONGEOORLOOFD', 'NEE', true, false), ['6'], oordeel(false, false, false)],
  ['ziekte houdt de vraag niet tegen', lpl('ZIEKTE', 'NEE', true), ['1'], oordeel(true, true, true, 'JGZ')],
  ['ziekte, afspraken deels opgevolgd', lpl('ZIEKTE', 'DEELS', false), ['7'], oordeel(true, true, false, 'JGZ')],
  ['ziekte met aanpassing onderwijstijd', lpl('ZIEKTE', 'JA', true), ['8'], oordeel(true, false, true, 'JGZ')],
  ['ziekte', lpl('ZIEKTE', 'JA', false), ['9'], oordeel(true, false, false, 'JGZ')],
  ['afspraken niet opgevolgd, wel aanpassing', lpl('ONGEOORLOOFD', 'NEE', true), ['2'], oordeel(true, true, true)],
  ['afspraken deels opgevolgd', lpl('ONGEOORLOOFD', 'DEELS', false), ['3'], oordeel(true, true, false)],
  ['alleen aanpassing onderwijstijd', lpl('GEMENGD', 'JA', true), ['4'], oordeel(true, false, true)],
  ['niets ingevuld: de vraag gaat door', { leerplichtVraag: null }, ['5'], oordeel(true, false, false)],
]);

const aot = (invoer: Record<string, unknown>, schooltype = 'BAO') => ({ school: { schooltype }, aotInvoer: { sprakeAot: true, ...invoer } });
const SO = 'BEHANDELING_ONDERSTEUNEND_SO';
const MED = 'MEDISCH_PARAMEDISCH_OF_ZIEKTE';
const RES = 'RESIDENTIELE_INSTELLING_71C';
const categorie = (c: string, aanvraagInspectie: boolean, ontbreekt: string | null = null) => ({ categorie: c, aanvraagInspectie, ontbreekt });

describeDecision('aot-categorie', [
  ['geen aanpassing', aot({ sprakeAot: false, reden: null }), ['1'], categorie('GEEN', false)],
  ['A compleet', aot({ reden: SO, cvbNoodzaakAangetoond: true, behandelingInOpp: true }, 'SO'), ['2'], categorie('A', false)],
  ['A zonder OPP', aot({ reden: SO, cvbNoodzaakAangetoond: true, behandelingInOpp: false }, 'SO'), ['3'], categorie('A', true, 'noodzaak volgens de CvB of vermelding in het OPP')],
  ['B compleet', aot({ reden: MED, bewijsstukAanwezig: true }), ['4'], categorie('B', false)],
  ['B zonder bewijsstuk', aot({ reden: MED }), ['5'], categorie('B', true, 'bewijsstuk van de medische of paramedische grond')],
  ['C compleet', aot({ reden: RES, verklaringBehandelaar: true, verklaringUrenEnTijden: true }), ['6'], categorie('C', false)],
  ['C zonder uren', aot({ reden: RES, verklaringBehandelaar: true, verklaringUrenEnTijden: false }), ['7'], categorie('C', true, 'verklaring van de behandelaar met uren en tijden')],
  ['D', aot({ reden: 'OVERIG' }), ['8'], categorie('D', true)],
  ['errata CA-03, DMN-10a, AS-14: een overbrugging is nooit categorie A, ook niet in het SO', aot({ reden: SO, isOverbrugging: true, cvbNoodzaakAangetoond: true, behandelingInOpp: true }, 'SO'), ['9'], categorie('D', true)],
  ['errata D-21/22: geen grond kan worden vastgelegd en vraagt geen stuk of aanvraag', aot({ reden: 'GEEN_GROND' }), ['11'], categorie('GEEN_GROND', false)],
  ['zonder reden wordt die gevraagd', aot({ reden: null }), ['10'], categorie('D', true, 'de reden van de aanpassing')],
  ['reden van het SO op een gewone school', aot({ reden: SO, cvbNoodzaakAangetoond: true, behandelingInOpp: true }), ['9'], categorie('D', true)],
]);

const actie = (isOverbrugging: boolean | null, aanvraagInspectie: boolean) => ({ aotInvoer: { isOverbrugging }, aotOordeel: { aanvraagInspectie } });
describeDecision('inspectie-actie', [
  ['overbrugging met aanvraag', actie(true, true), ['1'], { melding: true, aanvraag: true }],
  ['overbrugging zonder aanvraag', actie(true, false), ['2'], { melding: true, aanvraag: false }],
  ['alleen aanvraag', actie(false, true), ['3'], { melding: false, aanvraag: true }],
  ['niets', actie(null, false), ['4'], { melding: false, aanvraag: false }],
]);

const cce = (complexeGedragsvraag: boolean, jeugdteamBetrekken: boolean | null, partnerJeugdhulp?: string) => ({
  signaal: { complexeGedragsvraag }, regie: { jeugdteamBetrekken }, monitoring: partnerJeugdhulp ? { partnerJeugdhulp } : null,
});
describeDecision('cce', [
  ['jeugdteam betrokken', cce(true, true), ['1'], true],
  ['jeugdhulp is partner', cce(true, false, 'ONVOLDOENDE'), ['1'], true],
  ['geen gedragsvraag', cce(false, true), ['2'], false],
  ['jeugdhulp speelt geen rol', cce(true, false, 'NVT'), ['3'], false],
  ['nog niets bekend over jeugdhulp', cce(true, null), ['1'], true],
]);

const mw = (lijn: string, partnerschap: string, maatwerkOndervangt: string) => ({ maatwerk: { lijn, partnerschap, maatwerkOndervangt } });
describeDecision('extra-maatwerk', [
  ['twijfel gaat voor', mw('OPGAAND', 'VOLDOENDE', 'TWIJFEL'), ['1'], { extraMaatwerk: 'SECTORDIRECTEUR', otBespreken: false }],
  ['het plan werkt', mw('OPGAAND', 'VOLDOENDE', 'JA'), ['2'], { extraMaatwerk: 'NEE', otBespreken: false }],
  ['partnerschap ondersteunen', mw('OPGAAND', 'ONVOLDOENDE', 'JA'), ['3'], { extraMaatwerk: 'JA', otBespreken: false }],
  ['stabiele lijn', mw('STABIEL', 'ONVOLDOENDE', 'JA'), ['4'], { extraMaatwerk: 'JA', otBespreken: false }],
  ['dalende lijn, goed partnerschap', mw('DALEND', 'VOLDOENDE', 'JA'), ['5'], { extraMaatwerk: 'JA', otBespreken: false }],
  ['dalende lijn, slecht partnerschap: ook dan hulp, en het OT erbij', mw('DALEND', 'ONVOLDOENDE', 'JA'), ['6'], { extraMaatwerk: 'JA', otBespreken: true }],
  ['maatwerk helpt niet', mw('STABIEL', 'VOLDOENDE', 'NEE'), ['7'], { extraMaatwerk: 'NEE', otBespreken: false }],
]);

const ouders = (signaalType: string, aantalPogingen: number | null, afsprakenOpgevolgd: string | null = null) => ({ oudersSituatie: { signaalType, aantalPogingen, afsprakenOpgevolgd } });
describeDecision('ouders-medewerking', [
  ['eerste poging', ouders('GEEN_REACTIE_GESPREK', 1), ['1'], 'HERHAAL_UITNODIGING'],
  ['tweede poging', ouders('GEEN_REACTIE_GESPREK', 2), ['2'], 'LEERPLICHT'],
  ['een onbekend aantal pogingen', ouders('GEEN_REACTIE_GESPREK', null), ['1'], 'HERHAAL_UITNODIGING'],
  ['een kind van vier gaat niet naar leerplicht', { ...ouders('GEEN_REACTIE_GESPREK', 2, 'NEE'), leerlingStatus: { leerplichtig: false } }, ['5'], 'REGISTREER'],
  ['afspraken niet opgevolgd', ouders('AFSPRAKEN_NIET_OPGEVOLGD', null, 'NEE'), ['4'], 'LEERPLICHT'],
  ['overig', ouders('AFSPRAKEN_NIET_OPGEVOLGD', null, 'DEELS'), ['5'], 'REGISTREER'],
]);
