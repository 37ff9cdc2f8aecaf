import { describe, expect, it } from 'vitest';
import { leesTabellen, past, type Tabel, type Waarde } from './tabel.ts';

/** Wat de errata van beslistabellen eist, over elke combinatie van hun invoer; elke titel noemt haar rij. */
const tabellen = await leesTabellen();
const zoek = (id: string): Tabel => tabellen.find((t) => t.id === id)!;
const uitkomst = (tabel: Tabel, regel: string, n = 0): unknown => JSON.parse(tabel.regels.find((r) => r.id === regel)!.outputEntry[n]!.text!);
type Invoer = Record<string, Waarde>;

/** Elke combinatie van deze waarden (een kolom heet naar haar laatste deel; wat niet genoemd is blijft leeg), met de regels die passen. */
function product(tabel: Tabel, waarden: Record<string, readonly Waarde[]>): { van: Invoer; regels: string[] }[] {
  const namen = tabel.kolommen.map((k) => Object.keys(waarden).find((naam) => k.inputExpression.text.endsWith(naam)) ?? '');
  if (Object.keys(waarden).some((naam) => !namen.includes(naam))) throw new Error(`de tabel ${tabel.id} heeft niet elke kolom`);
  const keuzes = tabel.kolommen.map((_, i) => (waarden[namen[i]!] ?? [null]).map((waarde) => ({ waarde, past: tabel.regels.map((r) => past(r.inputEntry[i]?.text, waarde)) })));
  let alle: { van: Invoer; past: boolean[] }[] = [{ van: {}, past: tabel.regels.map(() => true) }];
  for (const [i, keuze] of keuzes.entries()) alle = alle.flatMap(({ van, past: tot }) => keuze.map((k) => ({ van: namen[i] ? { ...van, [namen[i]]: k.waarde } : van, past: tot.map((ja, r) => ja && k.past[r]!) })));
  return alle.map(({ van, past: ja }) => ({ van, regels: tabel.regels.filter((_, r) => ja[r]).map((r) => r.id) }));
}

describe('errata DMN-15 r5, part 2 R-D1, D-D2: welke brugplaatsen er zijn', () => {
  const tabel = zoek('brugplaats-type');
  const ja = ['JA', 'NEE', null] as const;
  const alle = product(tabel, {
    route: ['kernteam', 'geen-kernteam'], schooltype: ['BAO', 'SBO', 'SO', null], voorliggend: ['ONDERWIJS', 'ZORG', 'ONDERWIJS_ZORG', 'ONDUIDELIJK', null],
    individueleBegeleidingSBO: ja, individueleBegeleidingASVZ: ja, ruimteKDC: [...ja, 'ONBEKEND'], voOrientatie: [true, false], groep: [6, 8],
    didactischeLeeftijdMaanden: [54, 60], allesIngezet: [true, false], eigenSchoolOAbeschikbaar: ['JA', null],
  }).map(({ van, regels }) => ({ van, opties: regels.map((r) => uitkomst(tabel, r) as string) }));
  const sleutel = (van: Invoer): string => JSON.stringify(Object.entries(van).sort());
  const bij = new Map(alle.map(({ van, opties }) => [sleutel(van), opties]));
  const opties = (van: Invoer): string[] => bij.get(sleutel(van))!;

  it('SO en SBO hebben voor KDC-ASVZ geen behandelvraag nodig: met begeleiding en zolang niemand zegt dat er geen ruimte is, staat het er altijd', () => {
    const zonder = alle.filter(({ van, opties: lijst }) => ['SO', 'SBO'].includes(String(van['schooltype'])) && van['individueleBegeleidingASVZ'] === 'JA' && van['ruimteKDC'] !== 'NEE' && !lijst.includes('kdc-asvz'));
    expect(zonder).toEqual([]);
  });

  it('oriëntatie op het VO voegt alleen GOAL toe en neemt nooit iets weg', () => {
    const met = alle.filter(({ van }) => van['voOrientatie'] === true);
    expect(met.length).toBeGreaterThan(0);
    expect(met.filter(({ van, opties: lijst }) => lijst.filter((o) => o !== 'goal').join() !== opties({ ...van, voOrientatie: false }).join())).toEqual([]);
  });

  it('onduidelijk op een basisschool geeft SBO en KDC, en ruimte die nog onbekend is telt als ruimte: dat zoekt de gebiedscoördinator uit', () => {
    const bao = alle.filter(({ van }) => van['schooltype'] === 'BAO' && van['voorliggend'] === 'ONDUIDELIJK' && van['individueleBegeleidingSBO'] === 'JA' && van['individueleBegeleidingASVZ'] === 'JA' && van['ruimteKDC'] !== 'NEE');
    expect(bao.length).toBeGreaterThan(0);
    expect(bao.filter(({ opties: lijst }) => !lijst.includes('sbo') || !lijst.includes('kdc-asvz'))).toEqual([]);
    expect(alle.filter(({ van, opties: lijst }) => ['ONBEKEND', null].includes(van['ruimteKDC'] as string | null) && lijst.join() !== opties({ ...van, ruimteKDC: 'JA' }).join())).toEqual([]);
  });

  it('geen enkele mogelijkheid is er alleen als een mens zei waarom: elke combinatie is nagegaan', () => {
    const leeg = alle.filter(({ opties: lijst }) => lijst.length === 0);
    expect(leeg.length).toBeGreaterThan(0);
    const onverklaard = leeg.filter(({ van }) => {
      const geenSbo = van['individueleBegeleidingSBO'] !== 'JA' || van['voorliggend'] === 'ZORG' || van['schooltype'] === 'SO';
      const geenKdc = van['individueleBegeleidingASVZ'] !== 'JA' || van['ruimteKDC'] === 'NEE' || (van['voorliggend'] === 'ONDERWIJS' && !['SBO', 'SO'].includes(String(van['schooltype'])));
      return !(geenSbo && geenKdc);
    });
    expect(onverklaard.slice(0, 5)).toEqual([]);
  });

  it('errata brug.uitgesloten, DMN-15c: GOAL komt pas op tafel als alles op de eigen school is ingezet', () => {
    expect(alle.filter(({ van, opties: lijst }) => lijst.includes('goal') && van['allesIngezet'] !== true)).toEqual([]);
    expect(alle.some(({ opties: lijst }) => lijst.includes('goal'))).toBe(true);
  });
});

describe('errata brug.uitgesloten: een uitsluiting heeft een reden en een einde', () => {
  const tabel = zoek('brug-uitsluiting');
  const bij = new Map(product(tabel, { reden: ['VOL', 'OUDERS_NOG_NIET', 'STUK_ONTBREEKT', 'PAST_NIET', null] }).map(({ van, regels }) => [van['reden'], uitkomst(tabel, regels[0]!)]));

  it('vol is tijdelijk, wat te herstellen is sluit niet uit, en niets sluit langer uit dan deze zoektocht', () => {
    expect(Object.fromEntries([...bij].map(([reden, uit]) => [String(reden), uit]))).toEqual({ VOL: 'TOT_DATUM', OUDERS_NOG_NIET: 'NIET', STUK_ONTBREEKT: 'NIET', PAST_NIET: 'DEZE_ZOEKTOCHT', null: 'DEZE_ZOEKTOCHT' });
  });
});

describe('errata DMN-21: de tabel adviseert bij een impasse', () => {
  const tabel = zoek('doorzettingsmacht');
  const janee = [true, false, null] as const;
  const alle = product(tabel, { routesDoorlopen: janee, impasse: janee, gezamenlijkeAanpak: janee }).map(({ van, regels }) => ({ van, advies: uitkomst(tabel, regels[0]!) }));

  it('eerst de routes, dan een gezamenlijke aanpak, dan pas de bestuurder (r. 951–964)', () => {
    for (const { van, advies } of alle) {
      const verwacht = van['routesDoorlopen'] === false || van['impasse'] === false ? 'ROUTE_VERVOLGEN' : van['gezamenlijkeAanpak'] === true ? 'GEZAMENLIJKE_AANPAK' : van['gezamenlijkeAanpak'] === false ? 'DB_BESLUIT' : 'SECTORDIRECTEUR_ONDERZOEK';
      expect({ van, advies }).toEqual({ van, advies: verwacht });
    }
  });
});

describe('errata D-03 r6, GK-06d: naar DUO gaat alleen wat vermoedelijk ongeoorloofd is', () => {
  const tabel = zoek('meldplicht-duo');
  const gronden = (waarden: Record<string, readonly Waarde[]>) => product(tabel, { leerplichtig: [true], ...waarden }).flatMap(({ regels }) => regels.map((r) => uitkomst(tabel, r)));

  it('geoorloofde uren, een brugplaats en naar huis gestuurd zijn geven geen grond, ook niet na een escalatie: dat is voor het SWV', () => {
    expect(gronden({ urenOngeoorloofd4wk: [0], aantalTeLaat: [0], aaneengeslotenOngeoorloofdDagen: [0], jgzGeenGehoor: [false, null], escalatiegesprekGevoerd: [true, false], luxeVerzuim: [false, null], langdurigGemeld: [true, false, null], vermoedelijkOngeoorloofd: [false] })).toEqual([]);
  });

  it('is er wel iets vermoedelijk ongeoorloofd, of is het niet bekend, dan is de escalatie een grond', () => {
    expect(new Set(gronden({ escalatiegesprekGevoerd: [true], vermoedelijkOngeoorloofd: [true, null] }))).toEqual(new Set(['ESCALATIE_THUIS']));
  });
});

describe('errata DMN-12 r6: een dalende lijn zonder goed partnerschap is geen reden om hulp te weigeren', () => {
  const tabel = zoek('extra-maatwerk');
  const alle = product(tabel, { lijn: ['OPGAAND', 'STABIEL', 'DALEND', null], partnerschap: ['VOLDOENDE', 'ONVOLDOENDE', null], maatwerkOndervangt: ['JA', 'NEE', 'TWIJFEL', null] })
    .map(({ van, regels }) => ({ van, besluit: uitkomst(tabel, regels[0]!), ot: uitkomst(tabel, regels[0]!, 1) }));

  it('dalend, onvoldoende partnerschap en maatwerk dat helpt geeft ja, met een bespreking in het OT', () => {
    const rij = alle.filter(({ van }) => van['lijn'] === 'DALEND' && van['partnerschap'] === 'ONVOLDOENDE' && van['maatwerkOndervangt'] === 'JA');
    expect(rij.map(({ besluit, ot }) => [besluit, ot])).toEqual([['JA', true]]);
  });

  it('waar maatwerk helpt maakt slechter partnerschap het antwoord nooit nee', () => {
    for (const { van, besluit } of alle.filter(({ van: v }) => v['maatwerkOndervangt'] === 'JA' && v['partnerschap'] !== 'VOLDOENDE')) expect({ van, besluit }).toMatchObject({ besluit: 'JA' });
  });
});

describe('wat een gedeelde fase niet mag vervagen (errata §1)', () => {
  it('"Eerst uitzoeken" (r. 104–105) staat alleen in de route met kernteam: daar geeft een onduidelijk perspectief altijd een brugplaats, zonder kernteam nooit als het aanbod afdoende is zonder advies', () => {
    const tabel = zoek('vervolg');
    const bij = (route: string, anders: Record<string, readonly Waarde[]> = {}) =>
      new Set(product(tabel, { 'then true else false': [false, null], route: [route], aanbodplek: [null], huidigAanbodAfdoende: [true, null], cyclus: [1, 2, 3, null], perspectiefAdvies: [null], ...anders }).map(({ regels }) => uitkomst(tabel, regels[0]!)));
    expect(bij('kernteam', { huidigAanbodAfdoende: [true, false, null], perspectiefAdvies: [null, 'ANDERE_ROUTE', 'OPSCHALEN_DOORZETTINGSMACHT'] })).toEqual(new Set(['BRUG']));
    expect(bij('geen-kernteam')).toEqual(new Set(['SECTORDIRECTEUR']));
  });

  it('de zes tot tien uur bestaan alleen met kernteam', () => {
    const tabel = zoek('urenraming');
    const uren = Object.fromEntries(product(tabel, { route: ['kernteam', 'geen-kernteam'] }).map(({ van, regels }) => [String(van['route']), [uitkomst(tabel, regels[0]!), uitkomst(tabel, regels[0]!, 1)]]));
    expect(uren).toMatchObject({ kernteam: [6, 10], 'geen-kernteam': [null, null] });
  });

  it('welke plekken er zijn hangt van het soort school af: het SO heeft geen SBO, het SBO alleen het andere', () => {
    const tabel = zoek('brugplaats-type');
    const sbo = product(tabel, { schooltype: ['BAO', 'SBO', 'SO'], route: ['kernteam', 'geen-kernteam'], voorliggend: ['ONDERWIJS', 'ONDUIDELIJK'], individueleBegeleidingSBO: ['JA'] })
      .filter(({ regels }) => regels.some((r) => uitkomst(tabel, r) === 'sbo')).map(({ van }) => van['schooltype']);
    expect(new Set(sbo)).not.toContain('SO');
    expect(new Set(sbo)).toContain('SBO');
  });
});
