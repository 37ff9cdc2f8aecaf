import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTemplates, type Template } from '../../../koppelingen/mail/templates.ts';

/** Elke brief in elke stand waarin hij verstuurd kan worden: er mag geen zin in staan die dan onwaar is. */
const sjablonen = readTemplates();
// De maandmail gaat over geen casus en heeft dus geen stand (test/workers/maandmail-versturen).
const alle = [...sjablonen.values()].flat().filter(({ melding }) => melding !== 'N-93');
const vast = { casusnummer: '2025-0147', schoolNaam: 'OBS De Wilgenbrug', contactNaam: 'J. Jansen', contactEmail: 'ib@wilgenbrug.example', takenlijst: 'https://taken.example' };

const ja_nee = [true, false];
const van = (naam: string, waarden: readonly unknown[]) => waarden.map((w) => ({ [naam]: w }));
const maal = (...lijsten: Record<string, unknown>[][]): Record<string, unknown>[] => lijsten.reduce((a, b) => a.flatMap((x) => b.map((y) => ({ ...x, ...y }))), [{}]);

/** Wat de modellen per brief kunnen meegeven; zonder regel hier gaat de brief alleen zonder gegevens door de toets. */
const GEGEVENS: Record<string, Record<string, unknown>[]> = {
  'N-01': van('nietBereikt', ja_nee),
  'N-05': [{ regie: true }, { handhavingsvraag: true }, { handhavingsvraag: false }],
  'N-07': van('nietBereikt', ja_nee),
  'N-08': [{ gronden: ['ZESTIEN_UUR_4WK'], periodeVan: '2025-09-01', periodeTot: '2025-09-26', urenOngeoorloofd: 17.5, aantalTeLaat: 0 }],
  'N-09': [{ gronden: ['ESCALATIE_THUIS'], periodeVan: '2025-09-01', periodeTot: '2025-09-26' }],
  'N-10': [{ dagenThuisWeek: 4 }, ...maal([{ dagenThuisWeek: 3.5, gesprekDatum: '2025-09-29' }], van('nietBereikt', ja_nee))],
  'N-11': van('vraagCode', ['BELEMMERING', 'EXTRA_MAATWERK', 'PERSPECTIEF']),
  'N-16': maal([{ categorie: 'D' }], van('aanvraag', ja_nee), van('melding', ja_nee)),
  'N-17': van('besluit', ['INGEWILLIGD', 'INGESTEMD', 'GEWEIGERD']),
  'N-18': maal(van('nietBereikt', ja_nee), van('voorliggend', ['ONDERWIJS', 'ZORG', 'ONDERWIJS_ZORG', 'ONDUIDELIJK']), van('vervolg', ['OVERSTAP', 'BRUG', 'TUSSENAANBOD', 'NIEUWE_CYCLUS', 'DOORZETTINGSMACHT'])),
  'N-19': maal(van('bestemmingType', ['EIGEN_SCHOOL', 'BAO', 'SBO', 'JEUGDHULP']), van('ingeschrevenOp', [null, '2025-11-03']), [{ bestemmingSchool: 'De Sprong', geplandeStart: '2025-11-10', overdrachtDatum: '2025-11-05' }]),
  'N-20': [{ startDatum: '2025-11-10', eindDatum: null, locatie: 'De Kameleon' }],
  'N-24': maal(van('reden', ['VERZUIM_GESTOPT', 'PASSEND_AANBOD_GEREALISEERD', 'UITGESCHREVEN_VERHUISD', 'ONTHEFFING_VRIJSTELLING', 'DOORZETTINGSBESLUIT_UITGEVOERD']), van('resultaat', [null, 'WEER_OP_SCHOOL'])),
  'N-25': van('aanleiding', ['CYCLI_OP', 'GEEN_PLEK', 'IMPASSE', null]),
  'N-27': [{ bestemming: 'SO De Zandplaat', ingangsdatum: '2026-04-20' }],
  'N-31': [{ uren: 11.5, ramingMax: 10 }],
  'N-35': maal(van('bekostiging', ['SWV', 'SCHOOLBESTUUR', 'GEMEENTE']), [{ vanDatum: '2025-12-08', totDatum: '2026-01-05' }]),
  'N-55': [{ rijen: '- Verzuim per dag, rij 1 (20 september 2025): dit is een zaterdag. Haal de rij weg of kies een schooldag.' }],
  'N-61': [{ thuisSinds: '2025-09-01', weken: '8 weken', drieMaandenOp: '2025-12-01' }],
  'N-62': [{ thuisSinds: '2025-09-01', drieMaandenOp: '2025-12-01' }],
  'N-63': maal([{ thuisSinds: '2025-09-01', weken: '12 weken', drieMaandenOp: '2025-12-01' }], van('voorbij', ja_nee)),
  'N-67': [...van('aanleiding', ['AFSPRAKEN_NIET_NAGEKOMEN']), { aanleiding: 'GEEN_REACTIE_GESPREK', aantalPogingen: 2 }],
  'N-66': [{ totDatum: '2026-01-26' }],
  'N-64': [{ uitgeschrevenOp: '2025-10-14' }],
  'N-57': maal(van('voorbij', [true, null]), [{ einddatum: '2026-07-31' }]),
  'N-58': [{ einddatum: '2026-07-31' }],
  'N-60': van('gebrek', ['VERKLARING_ONTBREEKT', 'ARTS_IS_BEHANDELAAR', 'VERKLARING_TE_OUD', 'VOORSCHRIFTEN']),
  'N-76': [{}, { vorigeSchool: 'CBS Het Kompas', ingeschrevenOp: '2025-10-06' }],
  'N-77': [{}, { vorigeSchool: 'CBS Het Kompas', ingeschrevenOp: '2025-10-06' }],
  'N-78': maal(van('geescaleerd', ja_nee), van('gesproken', ja_nee)),
  'N-81': maal(van('advies', ['DOORGAAN', 'MAATWERK_SWV', 'OZA', 'ANDERE_ROUTE', 'OPSCHALEN_DOORZETTINGSMACHT']), van('vraagCode', ['BELEMMERING', 'EXTRA_MAATWERK', 'PERSPECTIEF'])),
  'N-84': maal(van('schoolbezoek', ja_nee), van('uitgeschreven', ja_nee), [{ ingangsdatum: '2025-09-22', einddatum: '2026-07-31' }]),
  'N-85': van('afgewezen', ja_nee),
  'N-90': maal([{ otOp: '2025-09-12', rollen: ['jeugdarts'] }], van('otVorm', ['BREED', 'SMAL'])),
  'N-92': van('proces', ['aanpassing-onderwijstijd', 'onderwijstijd-bewaken', 'vrijstelling-bewaken', 'duo-verzuimmelding', 'av1']),
  'N-94': van('antwoordVan', ['jeugdarts', 'leerplicht', 'melding']),
  'N-95': maal(van('voor', ['jeugdarts', 'bren', 'jeugdteam', 'alles']), [{ datum: '2025-09-19' }]),
  'N-96': [{ rollen: ['jeugdteam'], datum: '2025-09-19' }],
  'N-54': van('tot', [null, '2026-01-09']),
};
/** Deze gaan alleen naar leerplicht, en bij een kind dat niet leerplichtig is dus naar niemand (test/workers/melding-versturen). */
const ALLEEN_LEERPLICHT = ['N-05', 'N-08', 'N-09', 'N-30', 'N-34', 'N-67'];
/** Leerplicht antwoordt alleen over een kind dat leerplichtig is. */
const VAN_LEERPLICHT: readonly unknown[] = ['leerplicht', 'melding'];
/** Wat alleen waar is als de school de ouders heeft gesproken; elke stap kan gedaan zijn zonder dat zij bereikt zijn (errata F-08b, F-14, F-21). */
const MET_OUDERS_GESPROKEN = /(met (u|de ouders)( samen)?|u hebben) (gesproken|gekeken|besproken)|gesprek met de ouders was|voor het meedenken/i;
/** Stappen die alleen de route met kernteam heeft. */
const ALLEEN_KERNTEAM = ['N-02', 'N-03', 'N-04'];

const naam = (s: Template): string => `${s.melding}${s.voorOuders ? ' voor ouders' : ''}`;
const maak = (s: Template, gegevens: Record<string, unknown> = {}, stand: { leerplichtig?: boolean; metKernteam?: boolean; geoorloofd?: boolean } = {}) => {
  const { onderwerp, tekst } = s.maak({ ...vast, leerplichtig: true, metKernteam: true, geoorloofd: false, ...stand }, gegevens);
  return { onderwerp, tekst };
};
const brief = (melding: string, gegevens: Record<string, unknown> = {}, stand: { leerplichtig?: boolean; metKernteam?: boolean; geoorloofd?: boolean } = {}, ouders = false): string =>
  maak(sjablonen.get(melding)!.find((s) => s.voorOuders === ouders)!, gegevens, stand).tekst;

describe.each(alle.map((s) => [naam(s), s] as const))('%s', (_naam, sjabloon) => {
  const standen = maal(van('leerplichtig', ja_nee), van('metKernteam', ja_nee), van('geoorloofd', ja_nee)).flatMap((stand) => (GEGEVENS[sjabloon.melding] ?? [{}]).map((gegevens) => [stand as { leerplichtig: boolean; metKernteam: boolean }, gegevens] as const));

  test.each(standen)('is waar bij %j en %j', (stand, gegevens) => {
    const { onderwerp, tekst } = maak(sjabloon, gegevens, stand);
    expect(`${onderwerp}${tekst}`).not.toMatch(/\{\{|undefined|null|\[object|niet opgegeven|nog onbekende datum/);
    expect(tekst).not.toMatch(/ {2,}|\n\n\n/);
    if (!stand.leerplichtig && !ALLEEN_LEERPLICHT.includes(sjabloon.melding) && !VAN_LEERPLICHT.includes(gegevens.antwoordVan)) expect(tekst).not.toMatch(/leerplicht(ambtenaar)?\b(?!ig)|dreigend thuis/i);
    if (gegevens.nietBereikt !== false) expect(`${onderwerp}${tekst}`).not.toMatch(MET_OUDERS_GESPROKEN);
    if (!stand.metKernteam && !ALLEEN_KERNTEAM.includes(sjabloon.melding)) expect(tekst).not.toMatch(/regisseur|kernteam/i);
  });

  test('gaat zonder kernteam naar niemand die er dan niet is', () => {
    if (!ALLEEN_KERNTEAM.includes(sjabloon.melding)) expect(sjabloon.aan('geen-kernteam').filter((rol) => /^regisseur-|^kernteam/.test(rol))).toEqual([]);
  });
});

describe('aan ouders', () => {
  test('N-07: met ouders die niet zijn bereikt is niet gesproken', () => {
    expect(brief('N-07', { nietBereikt: false }, {}, true)).toContain('Wij hebben met u gesproken over uw kind.');
    expect(brief('N-07', { nietBereikt: true }, {}, true)).not.toContain('hebben met u gesproken');
    expect(brief('N-07', { nietBereikt: true }, {}, true)).toContain('nog niet gelukt u te bereiken');
    expect(maak(sjablonen.get('N-07')![0]!, { nietBereikt: true }).onderwerp).toBe('Wij willen graag met u spreken, casus 2025-0147');
  });

  test('errata GK-06d, DMN-04 r5: bij aangenomen ziekte hoort de ouder dat er niets naar leerplicht gaat, en het SWV dat DUO niets krijgt', () => {
    const ziek = brief('N-07', { nietBereikt: false }, { geoorloofd: true }, true);
    expect(ziek).toContain('een geldige reden om er niet te zijn');
    expect(ziek).not.toContain('De school moet dit verzuim melden');
    expect(ziek).toContain('Het samenwerkingsverband krijgt wel bericht.');
    expect(brief('N-10', { dagenThuisWeek: 4 }, { geoorloofd: true })).toContain('er gaat geen melding naar DUO');
  });

  test('N-07: bij een kind van vier is er geen melding bij leerplicht, wel bij het samenwerkingsverband', () => {
    expect(brief('N-07', { nietBereikt: false }, { leerplichtig: true }, true)).toContain('naar de leerplichtambtenaar');
    const vier = brief('N-07', { nietBereikt: false }, { leerplichtig: false }, true);
    expect(vier).not.toMatch(/DUO|leerplicht/);
    expect(vier).toContain('Het samenwerkingsverband krijgt bericht.');
  });

  test('N-09: wat de jeugdarts zei staat er zonder te zeggen dat ouders niet reageerden, en wat niet klopt past de school aan (r. 486–488)', () => {
    const tekst = brief('N-09', { gronden: ['GEEN_GEHOOR_JEUGDARTS'], periodeVan: '2025-09-01', periodeTot: '2025-09-26' }, {}, true);
    expect(tekst).toContain('De reden is: ook na een tweede oproep geen bezoek aan de jeugdarts.');
    expect(tekst).not.toMatch(/geen reactie|schuld|moet u/);
    expect(tekst).toContain('de school past haar aan');
  });

  test('N-10 en N-34: de contactpersoon kijkt mee en hoeft niets; leerplicht hoort het advies voordat hij beslist (r. 59–61, 152–154, 512–514)', () => {
    const zonderKernteam = brief('N-10', { dagenThuisWeek: 4, gesprekDatum: '2025-09-29', nietBereikt: false }, { metKernteam: false });
    expect(zonderKernteam).toContain('De IB-er volgt hoe het gaat en geeft dat aan u door.');
    expect(zonderKernteam).toContain('U hoeft nu niets te doen.');
    expect(brief('N-34')).toContain('Vraag naar het advies van het samenwerkingsverband voordat u beslist.');
  });

  test('N-18: zonder duidelijkheid staat er niets voorop, en met wie niet is bereikt is niet gekeken', () => {
    expect(brief('N-18', { voorliggend: 'ONDUIDELIJK' }, {}, true)).toContain('nog niet duidelijk of onderwijs of zorg voorop moet staan');
    expect(brief('N-18', { voorliggend: 'ZORG', nietBereikt: true }, {}, true)).not.toContain('is met u gekeken');
  });

  test('N-35 en N-54: de ouders weten tot wanneer hulp en tijdelijk aanbod lopen, en horen het als dat aanbod eindigt', () => {
    expect(brief('N-35', { vanDatum: '2025-12-08', totDatum: '2026-01-05' }, {}, true)).toContain('De laatste dag is 5 januari 2026.');
    expect(brief('N-54', { tot: '2026-01-09' }, {}, true)).toContain('Dit aanbod loopt tot 9 januari 2026.');
    expect(brief('N-54', { tot: null }, {}, true)).toMatch(/past niet meer.*blijft zorgen voor onderwijs/s);
  });

  test('N-24: van een kind dat weg is let de school niet meer op hoe het gaat', () => {
    expect(brief('N-24', { reden: 'VERZUIM_GESTOPT' }, {}, true)).toContain('De school blijft letten op');
    for (const reden of ['UITGESCHREVEN_VERHUISD', 'ONTHEFFING_VRIJSTELLING']) {
      expect(brief('N-24', { reden }, {}, true)).not.toMatch(/blijft letten|Gaat het weer minder goed/);
    }
  });
});

describe('aan professionals', () => {
  test('N-01: zijn de ouders niet bereikt, dan is er niet met hen gesproken', () => {
    expect(brief('N-01', { nietBereikt: false })).toContain('heeft met de ouders gesproken');
    expect(brief('N-01', { nietBereikt: true })).toContain('De ouders zijn nog niet bereikt; de school heeft hun geschreven.');
  });

  test('N-05: een vraag om mee te denken noemt geen regisseurs, en handhaving alleen als die gevraagd is', () => {
    expect(brief('N-05', { handhavingsvraag: false })).toContain('vraagt de school u om mee te denken.');
    expect(brief('N-05', { handhavingsvraag: false })).not.toMatch(/handhaving|regisseur/);
    expect(brief('N-05', { handhavingsvraag: true })).toContain('handhaving');
    expect(brief('N-05', { regie: true })).not.toContain('mee te denken');
  });

  test('N-10: zonder gesprek staat er geen gesprek en geen begin van de vier weken', () => {
    const voorGesprek = brief('N-10', { dagenThuisWeek: 4 }, { metKernteam: false });
    expect(voorGesprek).not.toMatch(/was op|is begonnen/);
    expect(brief('N-10', { dagenThuisWeek: 4, gesprekDatum: '2025-09-29', nietBereikt: true })).not.toContain('gesprek met de ouders was');
  });

  test('N-16: een kind wacht niet op papier', () => {
    expect(brief('N-16', { aanvraag: true })).toContain('De leerling wacht hier niet op');
  });

  test('N-17: alleen na een weigering is er iets te bepalen', () => {
    expect(brief('N-17', { besluit: 'GEWEIGERD' })).toContain('bepaal in de taak');
    expect(brief('N-17', { besluit: 'INGEWILLIGD' })).not.toContain('bezwaar');
  });

  test('N-19: op de eigen school is er geen inschrijving, bij jeugdhulp blijft zij', () => {
    expect(brief('N-19', { bestemmingType: 'EIGEN_SCHOOL' })).not.toMatch(/ingeschreven|nieuwe plek|dossier/i);
    expect(brief('N-19', { bestemmingType: 'JEUGDHULP' })).toContain('blijft bij uw school ingeschreven');
    expect(brief('N-19', { bestemmingType: 'SBO', ingeschrevenOp: '2025-11-03' })).not.toContain('Bevestig in het systeem');
  });

  test('N-35: betaalt het schoolbestuur, dan moet het wel iets doen', () => {
    expect(brief('N-35', { bekostiging: 'SCHOOLBESTUUR' })).toContain('regel de betaling');
    expect(brief('N-35', { bekostiging: 'SWV' })).toContain('Schoolbestuur: u hoeft niets te doen');
  });
});

describe('errata §1.6 letters: een tekst per reden', () => {
  test('N-34 en N-67: een vrijstelling zegt niets over ouders die niet meewerken, en omgekeerd; wie niet reageert heeft geen afspraken geschonden', () => {
    expect(brief('N-34', { aanleiding: 'VRIJSTELLING' })).not.toMatch(/ouders/i);
    const stil = brief('N-67', { aanleiding: 'GEEN_REACTIE_GESPREK', aantalPogingen: 2 });
    expect(stil).toContain('na 2 pogingen');
    expect(stil).not.toMatch(/vrijstelling|nagekomen/);
    expect(brief('N-67', { aanleiding: 'AFSPRAKEN_NIET_NAGEKOMEN' })).not.toMatch(/reageren niet/);
  });

  test('"geplaatst" staat niet in een brief na een terugtrekking, en "gemeld" niet na een weigering', () => {
    for (const ouders of [true, false]) expect(brief('N-24', { reden: 'VERZUIM_GESTOPT' }, {}, ouders)).not.toMatch(/geplaatst|De plek waar uw kind nu is/);
    expect(brief('N-17', { besluit: 'GEWEIGERD' })).not.toMatch(/gemeld|Houd u aan de uren/);
    expect(brief('N-17', { besluit: 'INGEWILLIGD' })).not.toMatch(/bezwaar/);
  });
});

describe('errata §1.6 letters: wie een brief krijgt', () => {
  test('N-08 gaat zonder kernteam ook naar de contactpersoon (r. 148), met kernteam alleen naar leerplicht', () => {
    const n08 = sjablonen.get('N-08')![0]!;
    expect(n08.aan('geen-kernteam')).toEqual(['leerplichtambtenaar', 'contactpersoon-swv']);
    expect(n08.aan('kernteam')).toEqual(['leerplichtambtenaar']);
  });

  test('N-10 hoort bij het escalatiegesprek; een nieuwe vierwekenperiode stuurt haar niet nog eens', () => {
    const map = new URL('../../../bpmn/', import.meta.url);
    const met = readdirSync(map).filter((b) => b.endsWith('.bpmn') && /key="meldingen" value="[^"]*N-10["|,]/.test(readFileSync(new URL(b, map), 'utf8')));
    for (const fase of ['vier-weken', 'perspectief-bepalen', 'maatwerk-herwegen', 'plan-van-aanpak']) expect(met, fase).not.toContain(`${fase}.bpmn`);
    expect(met).toContain('escalatie-bespreken.bpmn');
  });
});
