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
]);

/** Helder, besproken, kort: SBO binnen vier weken; ieder voorbeeld wijzigt één ding. */
const verv = (perspectief: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => ({
  voorliggend: 'ONDERWIJS', route: 'kernteam', termijnen: { cyclus: 1 }, otBespreking: null,
  perspectief: { aanbodplek: 'SBO', perspectiefHelder: true, besprokenInOT: true, wachttijdWeken: 2, wachtlijst: false, huidigAanbodAfdoende: true, ...perspectief },
  ...rest,
});
const eigen = { aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', wachttijdWeken: 0 };
const cyclus = (n: number) => ({ termijnen: { cyclus: n } });
const gk = { route: 'geen-kernteam' };

describeDecision('vervolg', [
  ['eigen school, aanbod staat er', verv(eigen), ['0a'], 'OVERSTAP'],
  ['eigen school, nog niet in het OT', verv({ ...eigen, besprokenInOT: false }), ['0b'], 'OT_BESPREKING'],
  ['eigen school, alsnog besproken', verv({ ...eigen, besprokenInOT: false }, { otBespreking: { perspectiefBesproken: true } }), ['0a'], 'OVERSTAP'],
  ['eigen school, aanbod niet afdoende', verv({ ...eigen, huidigAanbodAfdoende: false }, cyclus(2)), ['1'], 'NIEUWE_CYCLUS'],
  ['eigen school, derde periode', verv({ ...eigen, huidigAanbodAfdoende: false }, cyclus(3)), ['2'], 'DOORZETTINGSMACHT'],
  ['niet helder, met kernteam', verv({ perspectiefHelder: false }, cyclus(3)), ['3'], 'BRUG'],
  ['niet helder, zonder kernteam, tweede periode', verv({ perspectiefHelder: false }, { ...gk, ...cyclus(2) }), ['4'], 'SECTORDIRECTEUR'],
  ['niet helder, zonder kernteam, derde periode', verv({ perspectiefHelder: false }, { ...gk, ...cyclus(3) }), ['4a'], 'DOORZETTINGSMACHT'],
  ['niet besproken', verv({ besprokenInOT: false }), ['5'], 'OT_BESPREKING'],
  ['vier weken wachten is kort', verv({ wachttijdWeken: 4 }), ['6'], 'OVERSTAP'],
  ['vijf weken met wachtlijst', verv({ wachttijdWeken: 5, wachtlijst: true }), ['7'], 'BRUG'],
  ['vijf weken, aanbod niet afdoende', verv({ wachttijdWeken: 5, huidigAanbodAfdoende: false }), ['8'], 'BRUG'],
  ['vijf weken, aanbod afdoende', verv({ wachttijdWeken: 5 }), ['9'], 'TUSSENAANBOD'],
]);

const KT = { route: 'kernteam', school: { schooltype: 'BAO' } };
const GK = (schooltype: string) => ({ route: 'geen-kernteam', school: { schooltype } });
const brug = (route: object, voorliggend: string, verkenning: Record<string, unknown> = {}, leerling = { groep: 5, didactischeLeeftijdMaanden: null as number | null }) => ({
  ...route, voorliggend, leerling,
  brugVerkenning: { individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: false, eigenSchoolOAbeschikbaar: null, ...verkenning },
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
  ['geen KDC zonder ruimte', brug(KT, 'ZORG', { ...kdc, ruimteKDC: 'ONBEKEND' }), [], []],
  ['onduidelijk: eerst SBO, dan KDC', brug(KT, 'ONDUIDELIJK', { ...sbo, ...kdc }), ['1', '3'], ['sbo', 'kdc-asvz']],
  ['zonder kernteam: het andere SBO', brug(GK('SBO'), 'ONDERWIJS', sbo), ['4'], ['sbo']],
  ['zonder kernteam: KDC', brug(GK('SO'), 'ONDERWIJS', kdc), ['5'], ['kdc-asvz']],
  ['zonder kernteam: GOAL vanuit het SBO', brug(GK('SBO'), 'ONDERWIJS', vo, acht(60)), ['6'], ['goal']],
  ['GOAL, 54 maanden', brug(KT, 'ONDERWIJS', vo, acht(54)), [], []],
  ['GOAL, 55 maanden', brug(KT, 'ONDERWIJS', vo, acht(55)), ['7'], ['goal']],
  ['GOAL, 70 maanden', brug(KT, 'ONDERWIJS', vo, acht(70)), ['7'], ['goal']],
  ['GOAL, 71 maanden', brug(KT, 'ONDERWIJS', vo, acht(71)), [], []],
  ['GOAL niet in groep 6', brug(KT, 'ONDERWIJS', vo, { groep: 6, didactischeLeeftijdMaanden: 60 }), [], []],
  ['GOAL niet zonder didactische leeftijd', brug(KT, 'ONDERWIJS', vo, { groep: 8, didactischeLeeftijdMaanden: null }), [], []],
  ['zonder kernteam: GOAL vanuit het SO', brug(GK('SO'), 'ZORG', vo, acht(60)), ['8'], ['goal']],
  ['zonder kernteam: eigen school', brug(GK('SO'), 'ONDERWIJS', { eigenSchoolOAbeschikbaar: 'JA' }), ['9'], ['eigen-school']],
  ['zonder kernteam: SBO vanuit de basisschool', brug(GK('BAO'), 'ONDUIDELIJK', sbo), ['10'], ['sbo']],
]);
