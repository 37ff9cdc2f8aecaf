import { describeDecision } from './evaluate.ts';

const pers = (onderwijsMogelijk: string, behandelingVoorwaarde: string, ondersteuningThuisNodig = 'NEE', afwijkendeConclusie: string | null = null) => ({
  perspectief: { onderwijsMogelijk, behandelingVoorwaarde, ondersteuningThuisNodig, afwijkendeConclusie },
});
describeDecision('voorliggend', [
  ['de regisseurs wijken af', pers('JA', 'NEE', 'NEE', 'ZORG'), ['1'], 'ZORG'],
  ['onderwijs', pers('JA', 'NEE'), ['2'], 'ONDERWIJS'],
  ['leeg keuzeveld is geen afwijking', pers('JA', 'NEE', 'NEE', ''), ['2'], 'ONDERWIJS'],
  ['onderwijs met behandeling', pers('JA', 'JA'), ['3'], 'ONDERWIJS_ZORG'],
  ['zorg', pers('NEE', 'JA'), ['4'], 'ZORG'],
  ['onduidelijk met steun thuis', pers('JA', 'ONDUIDELIJK', 'JA'), ['5'], 'ONDERWIJS_ZORG'],
  ['onduidelijk zonder steun thuis', pers('JA', 'ONDUIDELIJK'), ['6'], 'ONDERWIJS'],
  ['geen onderwijs en geen behandeling', pers('NEE', 'NEE'), ['7'], 'ONDUIDELIJK'],
  ['geen onderwijs, behandeling onduidelijk', pers('NEE', 'ONDUIDELIJK'), ['8'], 'ZORG'],
  ['behandeling eerst', pers('ONDUIDELIJK', 'JA'), ['9'], 'ZORG'],
  ['alles onduidelijk', pers('ONDUIDELIJK', 'ONDUIDELIJK'), ['10'], 'ONDUIDELIJK'],
  ['niets ingevuld is onduidelijk', { perspectief: null }, ['10'], 'ONDUIDELIJK'],
]);

/** Helder, besproken, kort: SBO binnen vier weken; ieder voorbeeld wijzigt één ding. */
const verv = (perspectief: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => ({
  voorliggend: 'ONDERWIJS', route: 'kernteam', termijnen: { cyclus: 1 }, otBespreking: null, perspectiefAdvies: null,
  perspectief: { aanbodplek: 'SBO', perspectiefHelder: true, besprokenInOT: true, wachttijdWeken: 2, wachtlijst: false, huidigAanbodAfdoende: true, ...perspectief },
  ...rest,
});
const eigen = { aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', wachttijdWeken: 0 };
const cyclus = (n: number) => ({ termijnen: { cyclus: n } });
const gk = { route: 'geen-kernteam' };

const ot = (datum: string) => ({ otBespreking: { datum, perspectiefBesproken: true }, termijnen: { cyclus: 2, t0: '2025-10-06' } });
const advies = (perspectiefAdvies: string | null) => ({ ...gk, perspectiefAdvies });

describeDecision('vervolg', [
  ['eigen school, aanbod staat er', verv(eigen), ['6'], 'OVERSTAP'],
  ['eigen school, nog niet in het OT', verv({ ...eigen, besprokenInOT: false }), ['5'], 'OT_BESPREKING'],
  ['eigen school, alsnog besproken', verv({ ...eigen, besprokenInOT: false }, ot('2025-10-20')), ['6'], 'OVERSTAP'],
  ['een OT van een eerdere periode telt niet', verv({ besprokenInOT: false }, ot('2025-10-05')), ['5'], 'OT_BESPREKING'],
  ['een OT op de eerste dag van de periode telt', verv({ besprokenInOT: false }, ot('2025-10-06')), ['6'], 'OVERSTAP'],
  ['eigen school over drie weken is een korte termijn', verv({ ...eigen, wachttijdWeken: 3, huidigAanbodAfdoende: false }, cyclus(3)), ['6'], 'OVERSTAP'],
  ['eigen school met een lange wachttijd', verv({ ...eigen, wachttijdWeken: 8, huidigAanbodAfdoende: false }), ['8'], 'BRUG'],
  ['eigen school, aanbod niet afdoende', verv({ ...eigen, huidigAanbodAfdoende: false }, cyclus(2)), ['1'], 'NIEUWE_CYCLUS'],
  ['eigen school, derde periode', verv({ ...eigen, huidigAanbodAfdoende: false }, cyclus(3)), ['2'], 'DOORZETTINGSMACHT'],
  ['niet helder, met kernteam', verv({ perspectiefHelder: false }, cyclus(3)), ['3'], 'BRUG'],
  ['eigen school maar niet helder, met kernteam', verv({ ...eigen, perspectiefHelder: false }, cyclus(3)), ['3'], 'BRUG'],
  ['een onbekende plek is nooit helder', verv({ aanbodplek: 'NOG_ONBEKEND' }), ['3'], 'BRUG'],
  ['onduidelijk wat voorliggend is, is nooit helder', verv({}, { voorliggend: 'ONDUIDELIJK' }), ['3'], 'BRUG'],
  ['niet helder, zonder kernteam: één keer de sectordirecteur', verv({ perspectiefHelder: false }, { ...advies(null), ...cyclus(3) }), ['4'], 'SECTORDIRECTEUR'],
  ['niet helder, zonder kernteam, aanbod niet afdoende', verv({ perspectiefHelder: false, huidigAanbodAfdoende: false }, gk), ['4b'], 'BRUG'],
  ['advies doorzettingsmacht', verv({ perspectiefHelder: false }, advies('OPSCHALEN_DOORZETTINGSMACHT')), ['4a'], 'DOORZETTINGSMACHT'],
  ['advies andere route', verv({ perspectiefHelder: false }, advies('ANDERE_ROUTE')), ['4c'], 'BRUG'],
  ['advies doorgaan', verv({ perspectiefHelder: false }, { ...advies('DOORGAAN'), ...cyclus(2) }), ['4d'], 'NIEUWE_CYCLUS'],
  ['advies doorgaan in de derde periode', verv({ perspectiefHelder: false }, { ...advies('MAATWERK_SWV'), ...cyclus(3) }), ['4e'], 'DOORZETTINGSMACHT'],
  ['niet besproken', verv({ besprokenInOT: false }), ['5'], 'OT_BESPREKING'],
  ['vier weken wachten is kort', verv({ wachttijdWeken: 4 }), ['6'], 'OVERSTAP'],
  ['vijf weken met wachtlijst', verv({ wachttijdWeken: 5, wachtlijst: true }), ['7'], 'BRUG'],
  ['vijf weken, aanbod niet afdoende', verv({ wachttijdWeken: 5, huidigAanbodAfdoende: false }), ['8'], 'BRUG'],
  ['vijf weken, aanbod afdoende', verv({ wachttijdWeken: 5 }), ['9'], 'TUSSENAANBOD'],
  ['een onbekende wachttijd telt als lang', verv({ wachttijdWeken: null }), ['9'], 'TUSSENAANBOD'],
  ['niets ingevuld', { route: 'kernteam', perspectief: null, termijnen: null, otBespreking: null, voorliggend: null }, ['3'], 'BRUG'],
]);

const KT = { route: 'kernteam', school: { schooltype: 'BAO' } };
const GK = (schooltype: string) => ({ route: 'geen-kernteam', school: { schooltype } });
const brug = (route: object, voorliggend: string, verkenning: Record<string, unknown> = {}, leerling = { groep: 5, didactischeLeeftijdMaanden: null as number | null }) => ({
  ...route, voorliggend, leerling,
  brugVerkenning: { individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: false, allesIngezet: true, eigenSchoolOAbeschikbaar: null, ...verkenning },
});
const sbo = { individueleBegeleidingSBO: 'JA' };
const kdc = { individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA' };
const vo = { voOrientatie: true };
const acht = (didactischeLeeftijdMaanden: number) => ({ groep: 8, didactischeLeeftijdMaanden });

describeDecision('brugplaats-type', [
  ['niets mogelijk geeft een lege lijst', brug(KT, 'ONDERWIJS'), [], []],
  ['SBO', brug(KT, 'ONDERWIJS', sbo), ['1'], ['sbo']],
  ['geen SBO zonder individuele begeleiding', brug(KT, 'ONDERWIJS', { individueleBegeleidingSBO: 'NVT' }), [], []],
  ['KDC bij zorg', brug(KT, 'ZORG', kdc), ['2'], ['kdc-asvz']],
  ['of er ruimte is zoekt de gebiedscoördinator uit', brug(KT, 'ZORG', { ...kdc, ruimteKDC: 'ONBEKEND' }), ['2'], ['kdc-asvz']],
  ['geen KDC zonder ruimte', brug(KT, 'ZORG', { ...kdc, ruimteKDC: 'NEE' }), [], []],
  ['onderwijs en zorg samen: SBO en KDC', brug(KT, 'ONDERWIJS_ZORG', { ...sbo, ...kdc }), ['1', '2'], ['sbo', 'kdc-asvz']],
  ['onduidelijk: eerst SBO, dan KDC', brug(KT, 'ONDUIDELIJK', { ...sbo, ...kdc }), ['1', '3'], ['sbo', 'kdc-asvz']],
  ['zonder kernteam: het andere SBO', brug(GK('SBO'), 'ONDERWIJS', sbo), ['4'], ['sbo']],
  ['zonder kernteam: KDC, ook zonder behandelvraag', brug(GK('SO'), 'ONDERWIJS', kdc), ['5'], ['kdc-asvz']],
  ['GOAL, 54 maanden', brug(KT, 'ONDERWIJS', vo, acht(54)), [], []],
  ['GOAL, 55 maanden', brug(KT, 'ONDERWIJS', vo, acht(55)), ['7'], ['goal']],
  ['GOAL, 70 maanden', brug(KT, 'ONDERWIJS', vo, acht(70)), ['7'], ['goal']],
  ['GOAL, 71 maanden', brug(KT, 'ONDERWIJS', vo, acht(71)), [], []],
  ['GOAL niet in groep 6', brug(KT, 'ONDERWIJS', vo, { groep: 6, didactischeLeeftijdMaanden: 60 }), [], []],
  ['GOAL niet zonder didactische leeftijd', brug(KT, 'ONDERWIJS', vo, { groep: 8, didactischeLeeftijdMaanden: null }), [], []],
  ['GOAL niet zolang niet alles op de eigen school is ingezet', brug(KT, 'ONDERWIJS', { ...vo, allesIngezet: false }, acht(60)), [], []],
  ['zonder kernteam: GOAL vanuit het SO, naast het KDC', brug(GK('SO'), 'ZORG', { ...vo, ...kdc }, acht(60)), ['5', '7'], ['kdc-asvz', 'goal']],
  ['zonder kernteam: eigen school', brug(GK('SO'), 'ONDERWIJS', { eigenSchoolOAbeschikbaar: 'JA' }), ['9'], ['eigen-school']],
  ['zonder kernteam: SBO en KDC vanuit de basisschool', brug(GK('BAO'), 'ONDUIDELIJK', { ...sbo, ...kdc }), ['10', '3'], ['sbo', 'kdc-asvz']],
]);
