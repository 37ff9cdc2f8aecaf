import { describe, expect, it } from 'vitest';
import { LIJST, MAG_LEEG } from '../../nakijken/tabellen/soorten-tabellen.ts';
import { combinaties, leesTabellen, past, type Waarde } from './tabel.ts';

const tabellen = await leesTabellen();

it('een reden geldt alleen voor een tabel die er is, en alleen als zij echt leeg kan zijn', () => {
  // Gaten, overlap, regels waar niemand komt en waarden die een kolom niet kent vindt het nakijken (nakijken/tabellen), voor elke uitrol.
  for (const id of Object.keys(MAG_LEEG)) {
    const tabel = tabellen.find((t) => t.id === id);
    expect(tabel, id).toBeDefined();
    expect(LIJST.includes(id) || [...combinaties(tabel!)].some((c) => c.regels.length === 0), id).toBe(true);
  }
});

describe('brugplaats-type', () => {
  const tabel = tabellen.find((t) => t.id === 'brugplaats-type')!;
  const bij = (waarden: Record<string, Waarde>): string[] => {
    const invoer = tabel.kolommen.map((k) => waarden[k.inputExpression.text] ?? null);
    return tabel.regels.filter((r) => r.inputEntry.every((cel, i) => past(cel.text, invoer[i]!))).map((r) => JSON.parse(r.outputEntry[0]!.text!) as string);
  };
  const begeleiding = { 'brugVerkenning.individueleBegeleidingSBO': 'JA', 'brugVerkenning.individueleBegeleidingASVZ': 'JA' };
  const gevallen = ['kernteam', 'geen-kernteam', null].flatMap((route) => ['BAO', 'SBO', 'SO', null].flatMap((type) => ['ONDERWIJS', 'ZORG', 'ONDERWIJS_ZORG', 'ONDUIDELIJK', null].flatMap((voorliggend) => ['JA', 'ONBEKEND', null].map((ruimte) => [route, type, voorliggend, ruimte] as const))));

  it.each(gevallen)('route %s, school %s, voorliggend %s, ruimte KDC %s: met begeleiding is er altijd een plek', (route, type, voorliggend, ruimte) => {
    expect(bij({ route, 'school.schooltype': type, voorliggend, 'brugVerkenning.ruimteKDC': ruimte, ...begeleiding })).not.toEqual([]);
  });

  it('onduidelijk op een basisschool geeft het SBO en het KDC, in die volgorde', () => {
    for (const route of ['kernteam', 'geen-kernteam']) expect(bij({ route, 'school.schooltype': 'BAO', voorliggend: 'ONDUIDELIJK', ...begeleiding })).toEqual(['sbo', 'kdc-asvz']);
  });

  const kolom = (naam: string): number => tabel.kolommen.findIndex((k) => k.inputExpression.text === naam);
  const alle = [...combinaties(tabel)].map((c) => ({ ...c, soorten: c.regels.map((r) => JSON.parse(tabel.regels.find((x) => x.id === r)!.outputEntry[0]!.text!) as string) }));

  it('errata CA-15: de eigen school is er met een assistent en zonder kernteam, bij elk schooltype, en anders nooit', () => {
    const hoort = (c: (typeof alle)[number]): boolean => c.invoer[kolom('route')] !== 'kernteam' && c.invoer[kolom('route')] !== 'NOG-NIET-BEDACHT' && c.invoer[kolom('brugVerkenning.eigenSchoolOAbeschikbaar')] === 'JA';
    expect(alle.filter((c) => c.soorten.includes('eigen-school') !== hoort(c)).slice(0, 5)).toEqual([]);
    expect(alle.filter(hoort).length).toBeGreaterThan(0);
  });

  it('errata DMN-15 r5: SBO en SO krijgen het KDC zonder behandelvraag, en GOAL is er alleen bij oriëntatie op het VO', () => {
    const type = kolom('school.schooltype');
    const kdc = (c: (typeof alle)[number]): boolean => c.soorten.includes('kdc-asvz');
    const speciaal = alle.filter((c) => (c.invoer[type] === 'SBO' || c.invoer[type] === 'SO') && c.invoer[kolom('brugVerkenning.individueleBegeleidingASVZ')] === 'JA' && c.invoer[kolom('brugVerkenning.ruimteKDC')] !== 'NEE');
    expect(speciaal.filter((c) => !kdc(c)).slice(0, 5)).toEqual([]);
    expect(alle.filter((c) => c.soorten.includes('goal') && c.invoer[kolom('brugVerkenning.voOrientatie')] !== true)).toEqual([]);
  });

  it('een andere plek valt nooit weg omdat de school een assistent heeft', () => {
    const oa = kolom('brugVerkenning.eigenSchoolOAbeschikbaar');
    const zonder = new Map(alle.filter((c) => c.invoer[oa] !== 'JA').map((c) => [c.invoer.filter((_, i) => i !== oa).join('|'), c.soorten]));
    expect(alle.filter((c) => c.invoer[oa] === 'JA' && c.soorten.filter((s) => s !== 'eigen-school').join() !== zonder.get(c.invoer.filter((_, i) => i !== oa).join('|'))?.join())).toEqual([]);
  });
});

describe('vervolg', () => {
  const tabel = tabellen.find((t) => t.id === 'vervolg')!;
  const kolom = (deel: string): number => tabel.kolommen.findIndex((k) => k.inputExpression.text.includes(deel));
  const alle = [...combinaties(tabel)].map((c) => ({ ...c, vervolg: JSON.parse(tabel.regels.find((r) => r.id === c.regels[0])!.outputEntry[0]!.text!) as string }));
  const [helder, afdoende, route, advies, wachttijd] = [kolom('perspectiefHelder'), kolom('huidigAanbodAfdoende'), kolom('route'), kolom('perspectiefAdvies'), kolom('wachttijdWeken')] as const;
  // 'geen-kernteam' en leeg zijn voor deze tabel dezelfde soort.
  const onduidelijk = alle.filter((c) => c.invoer[helder] !== true && (c.invoer[route] === 'geen-kernteam' || c.invoer[route] === null));

  it('errata DMN-14 r4: onduidelijk en het aanbod schiet tekort is bij elke combinatie een overbrugging', () => {
    expect([...new Set(onduidelijk.filter((c) => c.invoer[afdoende] === false).map((c) => c.vervolg))]).toEqual(['BRUG']);
  });

  it('errata DMN-14 r4: de sectordirecteur wordt alleen gevraagd zolang er geen advies is, en met kernteam nooit', () => {
    expect(alle.filter((c) => c.vervolg === 'SECTORDIRECTEUR' && (c.invoer[advies] !== null || c.invoer[route] === 'kernteam'))).toEqual([]);
    expect(onduidelijk.some((c) => c.vervolg === 'SECTORDIRECTEUR')).toBe(true);
  });

  it('errata DMN-14 r4: een onbekende wachttijd past bij precies de regels van meer dan vier weken', () => {
    const cellen = tabel.regels.map((r) => r.inputEntry[wachttijd]!.text);
    expect(cellen.map((cel) => past(cel, null))).toEqual(cellen.map((cel) => past(cel, 5)));
    expect(cellen.map((cel) => past(cel, 4))).not.toEqual(cellen.map((cel) => past(cel, 5)));
  });
});

describe('aot-categorie', () => {
  const tabel = tabellen.find((t) => t.id === 'aot-categorie')!;
  const kolom = (naam: string): number => tabel.kolommen.findIndex((k) => k.inputExpression.text === naam);
  const uitkomst = (regel: string, n: number): string => tabel.regels.find((r) => r.id === regel)!.outputEntry[n]!.text!;
  const alle = [...combinaties(tabel)].map((c) => ({ ...c, categorie: uitkomst(c.regels[0]!, 0), aanvraag: uitkomst(c.regels[0]!, 1) === 'true' }));

  it('errata CA-03, DMN-10a, AS-14: een overbrugging is bij geen enkele combinatie categorie A', () => {
    expect(alle.filter((c) => c.invoer[kolom('aotInvoer.isOverbrugging')] === true && c.categorie === '"A"')).toEqual([]);
  });

  it('categorie A is er alleen voor het SO, en zonder de stukken komt er een aanvraag', () => {
    const a = alle.filter((c) => c.categorie === '"A"');
    expect(a.filter((c) => c.invoer[kolom('school.schooltype')] !== 'SO')).toEqual([]);
    const compleet = (c: (typeof alle)[number]): boolean => c.invoer[kolom('aotInvoer.cvbNoodzaakAangetoond')] === true && c.invoer[kolom('aotInvoer.behandelingInOpp')] === true;
    expect(a.filter((c) => c.aanvraag === compleet(c))).toEqual([]);
  });

  it('wat geen A, B, C of geen grond is, wordt altijd aangevraagd', () => {
    expect(alle.filter((c) => c.categorie === '"D"' && !c.aanvraag)).toEqual([]);
  });
});

describe('meldplicht-duo', () => {
  const tabel = tabellen.find((t) => t.id === 'meldplicht-duo')!;
  const kolom = (naam: string): number => tabel.kolommen.findIndex((k) => k.inputExpression.text === naam);
  const alle = [...combinaties(tabel)].map((c) => ({ ...c, gronden: c.regels.map((r) => JSON.parse(tabel.regels.find((x) => x.id === r)!.outputEntry[0]!.text!) as string) }));

  it('errata GK-06d, DMN-04 r5: bij alleen geoorloofd verzuim is de escalatie nooit een grond', () => {
    expect(alle.filter((c) => c.invoer[kolom('verzuim.vermoedelijkOngeoorloofd')] === false && c.gronden.includes('ESCALATIE_THUIS'))).toEqual([]);
  });

  it('errata F-14, DMN-04 r3: een reeks die al gemeld is geeft nooit langdurig verzuim', () => {
    expect(alle.filter((c) => c.invoer[kolom('verzuim.langdurigGemeld')] === true && c.gronden.includes('LANGDURIG_RELATIEF'))).toEqual([]);
  });

  it('een leerling die niet leerplichtig is geeft bij geen enkele combinatie een grond', () => {
    expect(alle.filter((c) => c.invoer[kolom('leerlingStatus.leerplichtig')] === false && c.gronden.length > 0)).toEqual([]);
  });
});

describe('ouders-medewerking', () => {
  const tabel = tabellen.find((t) => t.id === 'ouders-medewerking')!;
  const kolom = (naam: string): number => tabel.kolommen.findIndex((k) => k.inputExpression.text === naam);
  const actie = (invoer: readonly Waarde[], regels: readonly string[]) => ({ invoer, actie: JSON.parse(tabel.regels.find((r) => r.id === regels[0])!.outputEntry[0]!.text!) as string });
  const alle = [...combinaties(tabel)].map((c) => actie(c.invoer, c.regels));

  it('errata DMN-22, F-29: dat ouders niet bij de jeugdarts kwamen, komt niet uit deze tabel; dat zegt alleen de jeugdarts', () => {
    expect(JSON.stringify(tabel.regels.map((r) => r.inputEntry))).not.toContain('JGZ');
    expect([...new Set(alle.map((a) => a.actie))].sort()).toEqual(['HERHAAL_UITNODIGING', 'LEERPLICHT', 'REGISTREER']);
  });

  it('een leerling die niet leerplichtig is gaat nooit naar leerplicht', () => {
    expect(alle.filter((a) => a.invoer[kolom('leerlingStatus.leerplichtig')] === false && a.actie === 'LEERPLICHT')).toEqual([]);
  });

  it('wie nog geen tweede poging deed nodigt eerst opnieuw uit', () => {
    expect(alle.filter((a) => a.invoer[kolom('oudersSituatie.signaalType')] === 'GEEN_REACTIE_GESPREK' && Number(a.invoer[kolom('oudersSituatie.aantalPogingen')] ?? 0) < 2 && a.actie !== 'HERHAAL_UITNODIGING')).toEqual([]);
  });
});
