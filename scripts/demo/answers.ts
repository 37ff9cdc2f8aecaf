import { AFSPRAKEN, OORZAKEN, SAMENVATTINGEN } from './names.ts';
import type { Antwoord, Vraag } from './scenario.ts';

/** De laatste dag van dit schooljaar. */
const einde = ({ vandaag }: Vraag): string => `${Number(vandaag.slice(0, 4)) + (vandaag.slice(5) >= '08-01' ? 1 : 0)}-07-31`;

/** De einddatum van een aangepaste onderwijstijd: zestig dagen verder, maar binnen het schooljaar. */
const binnenSchooljaar = (vraag: Vraag): string => (vraag.dag(60) < einde(vraag) ? vraag.dag(60) : einde(vraag));

/** Op welke gronden en over welke periode gemeld wordt, staat al op het formulier; de IB-er neemt dat over. */
const duoMelding: Antwoord = ({ vandaag, vooringevuld }) => {
  const op = (naam: string, anders: unknown): unknown => vooringevuld(naam) ?? anders;
  return {
    gronden: op('gronden', []), periodeVan: op('periodeVan', vandaag), periodeTot: op('periodeTot', vandaag), urenOngeoorloofd: op('urenOngeoorloofd', 0),
    aantalTeLaat: op('aantalTeLaat', 0), aardVerzuim: op('aardVerzuim', 'VERMOEDELIJK_ONGEOORLOOFD'),
  };
};

/** Wat mensen meestal invullen, per formulier; een scenario noemt alleen wat bij hem anders is. */
export const GEWOON: Readonly<Record<string, Antwoord>> = {
  'gesprek-ouders': ({ vandaag, kies }) => ({ gesprekDatum: vandaag, oorzaken: kies(OORZAKEN), afspraken: kies(AFSPRAKEN), verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }),
  'bespreking-team': ({ vandaag }) => ({ datum: vandaag, otNodig: 'nee', otVorm: undefined }),
  'ot-plannen': ({ vandaag }) => ({ otOp: vandaag, laterKan: false, genodigden: ['ouders', 'orthopedagoog', 'jeugdarts'] }),
  'ot-bespreking': ({ vandaag }) => ({ datum: vandaag, doel: 'PERSPECTIEF_BESPREKEN', perspectiefBesproken: true }),
  verzuimstand: ({ vandaag, verzuimVanDeWeek }) => {
    const regels = verzuimVanDeWeek();
    return { peildatum: vandaag, regels, geenVerzuim: regels.length === 0 };
  },
  // De vraag gaat over een week die voorbij is; hele dagen worden aangevinkt, de rest staat per dag.
  verzuimweek: ({ vandaag, verzuimVanDeWeek }) => {
    const regels = verzuimVanDeWeek();
    const heel = regels.filter(({ dagdelen }) => dagdelen === 2);
    return {
      peildatum: vandaag, heleDagen: heel.map(({ datum }) => datum), urenHeleDag: heel[0]?.uren, soortHeleDagen: heel[0]?.soort,
      regels: regels.filter(({ dagdelen }) => dagdelen < 2), geenVerzuim: regels.length === 0, opmerkingen: undefined, verzuimGestopt: 'nee',
    };
  },
  'regisseurs-voorstel': ({ vandaag, kind }) => ({
    overlegDatum: vandaag, regisseurSwvNaam: kind.regisseurSwv.naam, regisseurSwvEmail: kind.regisseurSwv.email, regisseurSwvUserId: kind.regisseurSwv.gebruiker,
    voorstelRegisseurSchoolbestuurNaam: kind.school.regisseurBestuur, voorstelRegisseurSchoolbestuurEmail: `regisseur@${kind.school.bestuurDomein}`,
  }),
  'logboek-start': ({ schooldag, kies, kind }) => ({ ...(kind.school.kernteam ? {} : { urenRamingMin: undefined, urenRamingMax: undefined }), samenvatting: kies(SAMENVATTINGEN), volgendeActieDatum: schooldag(5) }),
  'aanwijzing-regisseur-bestuur': ({ vandaag, kind }) => ({ regisseurNaam: kind.school.regisseurBestuur, regisseurEmail: `regisseur@${kind.school.bestuurDomein}`, startDatum: vandaag }),
  'regie-afstemming': ({ vandaag, kind }) => ({ overlegDatum: vandaag, leerplichtIngelicht: true, leerplichtDatum: vandaag, jeugdteamContact: `Jeugdteam ${kind.gemeente}` }),
  'regie-school': ({ vandaag, kind }) => ({ gesprekMetOudersDatum: vandaag, leerplichtIngelicht: true, leerplichtDatum: vandaag, jeugdteamContact: `Jeugdteam ${kind.gemeente}`, aantalPogingen: undefined, schriftelijkVerstuurdOp: undefined }),
  'contactpersoon-toewijzen': ({ kind }) => ({ contactpersoonNaam: kind.regisseurSwv.naam, contactpersoonEmail: kind.regisseurSwv.email, contactpersoonUserId: kind.regisseurSwv.gebruiker }),
  'consult-vraag': () => ({ twijfel: 'nee', vraag: undefined }),
  'consult-advies': () => ({}),
  'consult-vervolg': () => ({ nogEenVraag: 'nee', vraag: undefined }),
  'voortgang-meekijken': () => ({}),
  'vooroverleg-escalatie': ({ vandaag }) => ({ datum: vandaag, dagenThuisWeek: 4 }),
  escalatiegesprek: ({ vandaag, kind }) => ({ gesprekDatum: vandaag, ...(kind.school.kernteam ? { inOT: 'nee', otVorm: undefined, otDeelnemers: undefined } : { inOT: 'ja' }), dagenThuisWeek: 4, aantalPogingen: undefined, schriftelijkVerstuurdOp: undefined }),
  'onderwijsaanbod-4wk': ({ vandaag }) => ({ startDatum: vandaag }),
  belemmeringsanalyse: () => ({ rolSwvJeugdhulp: undefined }),
  opbouwplan: ({ vandaag }) => ({ startDatum: vandaag }),
  'evaluatie-opbouwplan': ({ vandaag, keer }) => ({ datum: vandaag, aanwezigeDagdelen: 3 + keer, urenGevolgd: 2 * (3 + keer) }),
  'monitoring-week': ({ keer }) => ({ weekNr: undefined, dagdelenGevolgd: 3 + keer }),
  'herweging-maatwerk': () => ({}),
  'inzet-maatwerk': ({ vandaag, dag }) => ({ vanDatum: vandaag, totDatum: dag(26) }),
  perspectief: () => ({ afwijkendeConclusie: undefined, motiveringAfwijking: undefined }),
  'brug-verkenning': ({ dag, kind }) => ({ individueleBegeleidingSBO: 'NEE', aangepastAanbodSinds: dag(-60), ...(kind.school.kernteam ? {} : { eigenSchoolOAbeschikbaar: 'NEE' }) }),
  'brug-keuze': ({ schooldag }) => ({ startwens: schooldag(10) }),
  'brugplaats-handmatig': ({ schooldag, stap, vooringevuld }) =>
    stap.endsWith('-hand')
      ? { startDatum: schooldag(6), eindDatum: schooldag(32), bestemming: undefined }
      : { startDatum: vooringevuld('startDatum') ?? undefined, eindDatum: vooringevuld('eindDatum') ?? undefined },
  'eigen-school-aanbod': ({ vandaag, schooldag }) => ({ startDatum: vandaag, eindDatum: schooldag(32) }),
  'eigen-school-middelen': () => ({}),
  'eigen-school-besluit': ({ vandaag }) => ({ besluitDatum: vandaag }),
  'eigen-school-vervolg': () => ({}),
  'eigen-school-evaluatie': ({ vandaag }) => ({ datum: vandaag }),
  'eigen-school-uitkomst': ({ vandaag }) => ({ eindDatum: vandaag }),
  'arrangement-evalueren': () => ({ verder: 'WERKT' }),
  'tussenaanbod-volgen': ({ vandaag, dag }) => ({ datum: vandaag, verder: 'LOOPT_DOOR', tussenaanbodTot: dag(60) }),
  'brug-voortgang': ({ vandaag, keer }) => ({ datum: vandaag, dagdelenGevolgd: Math.min(8, 3 + keer) }),
  'geen-brug': () => ({}),
  'aot-feiten': ({ stap }) => ({ isOverbrugging: true, eindDatum: undefined, ...(stap === 'CA-03-1h' ? { stukkenAlsnogMogelijk: 'nee', anderBlok: undefined } : { stukkenAlsnogMogelijk: undefined }) }),
  'aot-geen-grond': ({ vandaag }) => ({ datum: vandaag }),
  'aot-einde': ({ vandaag }) => ({ datum: vandaag }),
  'aot-aanvraag': (vraag) => ({ vanDatum: vraag.schooldag(1), totDatum: binnenSchooljaar(vraag) }),
  'aot-melding': (vraag) => ({ vanDatum: vraag.schooldag(1), totDatum: binnenSchooljaar(vraag), schoolVanHerkomst: vraag.kind.school.naam }),
  'overdracht-overstap': ({ schooldag }) => ({ geplandeStart: schooldag(4), warmeOverdrachtDatum: schooldag(3), besprokenInOT: true, ingeschrevenOp: undefined }),
  'inschrijving-nagaan': ({ vandaag }) => ({ datum: vandaag, uitkomst: 'ANDERE_SCHOOL', ingeschrevenOp: vandaag }),
  'inschrijving-navragen': ({ vandaag, vooringevuld }) =>
    vooringevuld('isJeugdhulp') === true
      ? { behandelingGestart: 'ja', gestartOp: vandaag, ingeschreven: undefined, ingeschrevenOp: undefined, nieuweStart: undefined }
      : { ingeschreven: 'ja', ingeschrevenOp: vandaag, nieuweStart: undefined, behandelingGestart: undefined, gestartOp: undefined },
  afsluitnotitie: ({ vandaag }) => ({ einddatum: vandaag }),
  'duo-verzuimmelding': duoMelding,
  'doorzettingsmacht-handmatig': ({ schooldag, stap }) => (stap === 'DZ-besluit' ? { ingangsdatum: schooldag(8) } : { bestemming: undefined, ingangsdatum: undefined }),
  'leerplicht-vraag': () => ({ handhavingGewenst: undefined }),
  'leerplicht-antwoord': ({ vandaag }) => ({ datum: vandaag }),
  'leerplicht-terugkoppeling': ({ vandaag }) => ({ datum: vandaag }),
  'inspectie-antwoord': ({ vandaag }) => ({ datum: vandaag, besluit: 'INGESTEMD', toelichting: undefined }),
  'jgz-toestemming': () => ({}),
  'jgz-oproep': ({ vandaag }) => ({ datum: vandaag }),
  'jgz-terugkoppeling': ({ vandaag }) => ({ datum: vandaag }),
  'cce-vervolg': () => ({ nogEenConsult: 'nee', vraag: undefined }),
  'cce-consult': ({ vandaag }) => ({ consultDatum: `${vandaag}T10:00` }),
  bren: ({ vandaag }) => ({ datum: vandaag }),
  'sectordirecteur-consult': ({ vandaag }) => ({ datum: vandaag }),
  'vrijstelling-soort': () => ({}),
  'vrijstelling-aanvraag': ({ vandaag, dag }) => ({ ingediendOp: vandaag, datumVerklaring: dag(-14) }),
  'vrijstelling-gebrek': () => ({ verder: 'TOCH' }),
  'vrijstelling-advies': () => ({}),
  'vrijstelling-besluit': (vraag) => ({ ingangsdatum: vraag.vandaag, einddatum: einde(vraag) }),
  'vrijstelling-vervolg': () => ({}),
  'vrijstelling-verlenging': ({ vandaag, dag }) => ({ ingangsdatum: vandaag, einddatum: dag(365) }),
  'vrijstelling-inschrijving': () => ({}),
  'meldcode-signalen': ({ vandaag }) => ({ datum: vandaag }),
  'meldcode-consultatie': ({ vandaag }) => ({ datum: vandaag }),
  'meldcode-gesprek': ({ vandaag }) => ({ datum: vandaag }),
  // De eerste weging leidt tot hulp; bij de volgende helpt zij.
  'meldcode-weging': ({ keer }) => (keer > 1 ? { hulpAanvaard: 'ja', leidtTotResultaat: 'ja' } : {}),
  'meldcode-melding': ({ vandaag }) => ({ meldingOp: vandaag, ookHulp: 'nee' }),
  'meldcode-hulp': ({ dag }) => ({ evaluatieOp: dag(28) }),
  'meldcode-volgen': () => ({}),
  'herhaalde-uitnodiging': ({ vandaag }) => ({ datum: vandaag }),
  'av1-behoefte': () => ({}),
  'av1-aanvraag': () => ({}),
  'av1-gesprek': ({ vandaag }) => ({ gesprekOp: vandaag }),
  'av1-besluit': () => ({}),
  'av1-geen-robot': () => ({}),
  'av1-installatie': ({ vandaag }) => ({ geplaatstOp: vandaag }),
  'av1-klassecontact': ({ vandaag }) => ({ begonnenOp: vandaag }),
  'av1-inname': ({ vandaag }) => ({ ingenomenOp: vandaag }),
  'av1-herstel': () => ({}),
  'evaluatie-plannen': ({ vandaag }) => ({ gesprekGeplandOp: vandaag }),
  'evaluatie-verslag': ({ vandaag, keer }) => ({ gehoudenOp: vandaag, optie: keer > 1 ? 'STOPPEN' : 'VERLENGEN' }),
  'afwijzing-verwerken': ({ vandaag }) => ({ datum: vandaag }),
};
