import { describeDecision, type Geval } from './evaluate.ts';

const school = (heeftKernteam: boolean, schooltype: string) => ({ school: { heeftKernteam, schooltype } });

describeDecision('routekeuze', [
  ['basisschool met kernteam', school(true, 'BAO'), ['1'], 'kernteam'],
  ['SBO met kernteam', school(true, 'SBO'), ['1'], 'kernteam'],
  ['SBO zonder kernteam', school(false, 'SBO'), ['2'], 'geen-kernteam'],
  ['SO zonder kernteam', school(false, 'SO'), ['2'], 'geen-kernteam'],
  ['basisschool zonder kernteam', school(false, 'BAO'), ['3'], 'geen-kernteam'],
]);

describeDecision('leerplichtstatus', [
  ['vier jaar', { leeftijd: 4 }, ['1'], false],
  ['vijf jaar', { leeftijd: 5 }, ['2'], true],
  ['zestien jaar', { leeftijd: 16 }, ['2'], true],
  ['zeventien jaar', { leeftijd: 17 }, ['3'], false],
  ['een onbekende leeftijd telt als leerplichtig', { leeftijd: null }, ['2'], true],
]);

/** Een gewone, leerplichtige en ingeschreven leerling zonder verzuim; ieder voorbeeld wijzigt één ding. */
const stand = (verzuim: Record<string, unknown> = {}, anders: { leerplichtig?: boolean; ingeschreven?: boolean } = {}) => ({
  verzuim: {
    urenOngeoorloofd4wk: 0, aantalTeLaat: 0, luxeVerzuim: false, wekenAaneenMeerDan3Dagen: 0,
    aaneengeslotenOngeoorloofdDagen: 0, jgzGeenGehoor: false, escalatiegesprekGevoerd: false,
    pctVerzuim2wk: 0, tweeWekenGroteMoeite: false, dagenAfwezig15wk: 0, ...verzuim,
  },
  leerling: { ingeschreven: anders.ingeschreven ?? true },
  leerlingStatus: { leerplichtig: anders.leerplichtig ?? true },
});

describeDecision('verzuimcategorie', [
  ['geen verzuim geeft een lege lijst', stand(), [], []],
  ['16 uur', stand({ urenOngeoorloofd4wk: 16 }), ['1'], ['VERZUIM_16_UUR']],
  ['15,75 uur is overig verzuim', stand({ urenOngeoorloofd4wk: 15.75 }), ['2'], ['OVERIG_VERZUIM']],
  ['16 uur, niet leerplichtig', stand({ urenOngeoorloofd4wk: 16 }, { leerplichtig: false }), [], []],
  ['luxeverzuim', stand({ luxeVerzuim: true }), ['3'], ['LUXE_VERZUIM']],
  ['28 dagen achtereen', stand({ aaneengeslotenOngeoorloofdDagen: 28 }), ['4'], ['LANGDURIG_RELATIEF_VERZUIM']],
  ['27 dagen achtereen', stand({ aaneengeslotenOngeoorloofdDagen: 27 }), [], []],
  ['niet ingeschreven', stand({}, { ingeschreven: false }), ['5'], ['ABSOLUUT_VERZUIM']],
  ['vier weken thuis', stand({ wekenAaneenMeerDan3Dagen: 4 }), [], []],
  ['vijf weken thuis', stand({ wekenAaneenMeerDan3Dagen: 5 }), ['6'], ['THUISZITTER']],
  ['meer categorieën tegelijk', stand({ urenOngeoorloofd4wk: 20, luxeVerzuim: true, wekenAaneenMeerDan3Dagen: 5 }), ['1', '3', '6'], ['VERZUIM_16_UUR', 'LUXE_VERZUIM', 'THUISZITTER']],
]);

describeDecision('problematisch-verzuim', [
  ['24 procent', stand({ pctVerzuim2wk: 24 }), [], []],
  ['25 procent', stand({ pctVerzuim2wk: 25 }), ['1'], ['KWART_IN_TWEE_WEKEN']],
  ['twee weken grote moeite', stand({ tweeWekenGroteMoeite: true }), ['2'], ['TWEE_WEKEN_GROTE_MOEITE']],
  ['9,5 dag in vijftien weken', stand({ dagenAfwezig15wk: 9.5 }), [], []],
  ['10 dagen in vijftien weken', stand({ dagenAfwezig15wk: 10 }), ['3'], ['TIEN_DAGEN_IN_VIJFTIEN_WEKEN']],
]);

describeDecision('meldplicht-duo', [
  ['geen grond', stand(), [], []],
  ['15,75 uur en 8 keer te laat geven geen grond', stand({ urenOngeoorloofd4wk: 15.75, aantalTeLaat: 8 }), [], []],
  ['16 uur', stand({ urenOngeoorloofd4wk: 16 }), ['1'], ['ZESTIEN_UUR_4WK']],
  ['9 keer te laat', stand({ aantalTeLaat: 9 }), ['2'], ['NEGEN_KEER_TE_LAAT']],
  ['28 dagen achtereen', stand({ aaneengeslotenOngeoorloofdDagen: 28 }), ['3'], ['LANGDURIG_RELATIEF']],
  ['geen gehoor bij de jeugdarts', stand({ jgzGeenGehoor: true }), ['4'], ['GEEN_GEHOOR_JEUGDARTS']],
  ['escalatiegesprek gevoerd', stand({ escalatiegesprekGevoerd: true }), ['5'], ['ESCALATIE_THUIS']],
  ['errata F-14, DMN-04 r3: een reeks die al gemeld is geeft geen tweede melding', stand({ aaneengeslotenOngeoorloofdDagen: 56, langdurigGemeld: true }), [], []],
  ['errata GK-06d, DMN-04 r5: na een escalatiegesprek over aangenomen ziekte gaat er niets naar DUO', stand({ escalatiegesprekGevoerd: true, vermoedelijkOngeoorloofd: false }), [], []],
  ['luxeverzuim', stand({ luxeVerzuim: true }), ['6'], ['LUXE_VERZUIM']],
  ['niet leerplichtig geeft nooit een grond', stand({ urenOngeoorloofd4wk: 40, aantalTeLaat: 20, luxeVerzuim: true }, { leerplichtig: false }), [], []],
  ['alle gronden samen', stand({ urenOngeoorloofd4wk: 16, aantalTeLaat: 9, escalatiegesprekGevoerd: true }), ['1', '2', '5'], ['ZESTIEN_UUR_4WK', 'NEGEN_KEER_TE_LAAT', 'ESCALATIE_THUIS']],
  ['ontbrekende vlaggen tellen als nee', { verzuim: { urenOngeoorloofd4wk: 16 }, leerlingStatus: { leerplichtig: true } }, ['1'], ['ZESTIEN_UUR_4WK']],
]);

describeDecision('escalatie-thuis', [
  ['precies drie dagen', { verzuim: { dagenThuisWeek: 3.0 } }, ['2'], false],
  ['geen opgave', { verzuim: null }, ['2'], false],
  ['drieënhalve dag', { verzuim: { dagenThuisWeek: 3.5 } }, ['1'], true],
]);

const status = (thuis: Record<string, boolean> = {}, escaleert = false) => ({
  thuis: { leerplichtig: true, vrijgesteld: false, ingeschreven: true, zonderSchool: false, langerDanVierWeken: false, ...thuis }, escaleert,
});
const statussen: Geval[] = [
  ['niet leerplichtig', status({ leerplichtig: false, langerDanVierWeken: true }), ['1'], 'NIET_LEERPLICHTIG'],
  ['vrijstelling van de inschrijving', status({ vrijgesteld: true, langerDanVierWeken: true }), ['2'], 'VRIJGESTELD'],
  ['op geen enkele school', status({ ingeschreven: false, zonderSchool: true }), ['3'], 'ABSOLUUT_VERZUIM'],
  ['weer ingeschreven maar nog niet begonnen', status({ zonderSchool: true }), ['4'], 'THUISZITTER'],
  ['vanaf dag 29', status({ langerDanVierWeken: true }, true), ['5'], 'THUISZITTER'],
  ['vóór dag 29 met escalatie', status({}, true), ['6'], 'DREIGEND_THUISZITTER_GEESCALEERD'],
  ['zonder escalatie', status(), ['7'], 'DREIGEND_THUISZITTER'],
  ['zonder verzuimstand bij het begin', { ...status(), escaleert: null }, ['7'], 'DREIGEND_THUISZITTER'],
];
describeDecision('registratiestatus', statussen);

const kind = (dagenThuis: number | null, dagenTotTermijn: number | null = null, anders: Record<string, unknown> = {}) => ({ formulier: 'gesprek-ouders', dagenThuis, nergensIngeschreven: false, dagenTotTermijn, ...anders });

describeDecision('taakprioriteit', [
  ['een zorg over de veiligheid gaat voor alles', kind(null, null, { formulier: 'meldcode-handmatig' }), ['1'], 100],
  ['op geen enkele school: vanaf de eerste dag kritiek', kind(0, 28, { nergensIngeschreven: true }), ['2'], 90],
  ['na acht weken thuis', kind(56, 28), ['3'], 90],
  ['een termijn van het kind binnen een week', kind(50, 6), ['4'], 80],
  ['langer dan vier weken thuis', kind(28, 28), ['5'], 75],
  ['net thuis', kind(3, 25), ['6'], 60],
  ['niet thuis, de vier weken lopen bijna af', kind(null, 3), ['7'], 60],
  ['een aanmelding die niet klopt', kind(null, null, { formulier: 'aanmelding-verbeteren' }), ['8'], 60],
  ['de afsluitnotitie van een kind dat weer een plek heeft', kind(null, null, { formulier: 'afsluitnotitie' }), ['9'], 20],
  ['de afsluitnotitie van een kind dat toch weer thuis is', kind(10, 18, { formulier: 'afsluitnotitie' }), ['6'], 60],
  ['verder', kind(null), ['10'], 40],
]);
