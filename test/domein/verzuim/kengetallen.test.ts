import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerzuimSoort } from '../../../registratie/schema.ts';
import { maandagVan, plusDagen } from '../../../domein/kalender/datum.ts';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';
import { berekenKengetallen, type KengetalInvoer } from '../../../domein/verzuim/kengetallen.ts';
import type { VerzuimRegel } from '../../../domein/verzuim/regels.ts';
import { beoordeelWeken } from '../../../domein/verzuim/weekoordeel.ts';

const kalender = makeKalenders()();
const reken = (peildatum: string, regels: VerzuimRegel[], meer: Partial<KengetalInvoer> = {}) =>
  berekenKengetallen({
    peildatum, regels, teLaat: [], kalender, leerplichtigOp: () => true, lesweken: 4, schooljaren: 1, langdurigGemeldTot: null, vorigeWeek: null,
    geraakt: regels.map((r) => r.datum).filter((d) => maandagVan(d) === maandagVan(peildatum)), ...meer,
  });
const regel = (datum: string, uren: number, dagdelen: number, soort: VerzuimSoort = 'VERMOEDELIJK_ONGEOORLOOFD', gemeldIn: string | null = null): VerzuimRegel => ({ datum, uren, dagdelen, soort, gemeldIn });
const dagen = (van: string, aantal: number, soort: VerzuimSoort = 'ZIEKTE'): VerzuimRegel[] =>
  Array.from({ length: aantal }, (_, n) => regel(plusDagen(van, n), 5, 2, soort));

const AS03 = [regel('2025-09-15', 5, 2), regel('2025-09-16', 5, 2), regel('2025-09-18', 5, 2), regel('2025-09-19', 0.75, 0)];

describe('uren ongeoorloofd in vier lesweken (r. 66, r. 160)', () => {
  it('AS-03: 15,75 uur en precies drie dagen thuis', () => {
    expect(reken('2025-09-19', AS03)).toMatchObject({ urenOngeoorloofd4wk: 15.75, dagenThuisWeek: 3, vensterVan: '2025-07-14' });
  });
  it('AS-03: een kwartier erbij maakt precies 16', () => {
    expect(reken('2025-09-22', [...AS03, regel('2025-09-22', 0.25, 0)]).urenOngeoorloofd4wk).toBe(16);
  });
  it('AS-03: gemelde uren tellen niet nog eens', () => {
    expect(reken('2025-09-23', AS03.map((r) => ({ ...r, gemeldIn: 'x' }))).urenOngeoorloofd4wk).toBe(0);
  });
  it('AS-03 variant W: 10 uur buiten het venster telt niet mee', () => {
    const regels = [regel('2025-09-09', 5, 2), regel('2025-09-10', 5, 2), regel('2025-10-07', 3, 1), regel('2025-10-08', 3, 1)];
    expect(reken('2025-10-08', regels).urenOngeoorloofd4wk).toBe(6);
  });
  it('een vakantieweek verlengt het venster: vier lesweken en geen 28 dagen', () => {
    expect(reken('2025-10-31', [regel('2025-10-06', 8, 2), regel('2025-10-27', 8, 2)]).urenOngeoorloofd4wk).toBe(16);
  });
  it.each<[VerzuimSoort, number]>([
    ['ONGEOORLOOFD', 5], ['VERMOEDELIJK_ONGEOORLOOFD', 5], ['LUXE', 5], ['ZIEKTE', 0], ['GEOORLOOFD_OVERIG', 0],
  ])('%s telt voor %d uur', (soort, uren) => {
    expect(reken('2025-09-19', [regel('2025-09-15', 5, 2, soort)]).urenOngeoorloofd4wk).toBe(uren);
  });
  it('AS-20: uren van vóór de vijfde verjaardag tellen niet', () => {
    const regels = [...dagen('2025-09-22', 5, 'ONGEOORLOOFD'), regel('2025-10-02', 5, 2, 'ONGEOORLOOFD')];
    const uitkomst = reken('2025-10-03', regels, { leerplichtigOp: (d) => d >= '2025-10-01' });
    expect(uitkomst).toMatchObject({ urenOngeoorloofd4wk: 5, dagenThuisWeek: 1 });
  });
  it('verzuim na de peildatum telt nog niet', () => {
    expect(reken('2025-09-16', AS03).urenOngeoorloofd4wk).toBe(10);
  });
});

describe('te laat (r. 67, r. 161)', () => {
  const teLaat = Array.from({ length: 9 }, (_, n) => ({ datum: plusDagen('2025-09-01', n < 5 ? n : n + 2), moment: n % 4 ? 'BEGIN_SCHOOLDAG' : 'TIJDENS_LES' }));
  it('AS-03: acht en dan de negende keer', () => {
    expect(reken('2025-10-02', [], { teLaat: teLaat.slice(0, 8) }).aantalTeLaat).toBe(8);
    expect(reken('2025-10-03', [], { teLaat }).aantalTeLaat).toBe(9);
  });
  it('telt vanaf 1 augustus en zonder wat al gemeld is', () => {
    const vorig = { datum: '2025-06-30', moment: 'TIJDENS_LES' };
    expect(reken('2025-10-03', [], { teLaat: [vorig, ...teLaat] }).aantalTeLaat).toBe(9);
    expect(reken('2025-10-03', [], { teLaat: teLaat.map((t) => ({ ...t, gemeldIn: 'x' })) }).aantalTeLaat).toBe(0);
  });
});

describe('dagen thuis (r. 51–52, r. 318–319)', () => {
  it('PRE-A: de peildatum ligt in een andere week', () => {
    expect(reken('2025-09-11', [regel('2025-09-02', 2.5, 1, 'ZIEKTE'), regel('2025-09-04', 2.5, 1, 'ZIEKTE')])).toMatchObject({ urenOngeoorloofd4wk: 0, dagenThuisWeek: 0, aard: 'ZIEKTE' });
  });
  it('AS-04: 15 uur en 3,5 dag ziek', () => {
    const regels = [...dagen('2025-09-15', 3, 'VERMOEDELIJK_ONGEOORLOOFD'), ...dagen('2025-09-22', 3), regel('2025-09-25', 2.5, 1, 'ZIEKTE')];
    expect(reken('2025-09-19', regels)).toMatchObject({ urenOngeoorloofd4wk: 15, dagenThuisWeek: 3 });
    expect(reken('2025-09-26', regels)).toMatchObject({ urenOngeoorloofd4wk: 15, dagenThuisWeek: 3.5, aard: 'GEMENGD' });
  });
  it.each([
    ['2027-05-20', '2027-05-18', 3, 'drie van vier schooldagen is drie'],
    ['2027-05-04', '2027-05-03', 2, 'twee van twee schooldagen is twee, geen vijf'],
  ])('een korte week (%s) wordt niet omgerekend naar vijf: %s', (datum, eerste, aantal) => {
    expect(reken(datum, dagen(eerste, aantal)).dagenThuisWeek).toBe(aantal);
  });
  it('in een korte week tellen de laatste schooldagen ervóór mee tot het er vijf zijn: wie blijft wegblijven haalt de grens', () => {
    const weken = [...dagen('2027-04-19', 5), ...dagen('2027-05-03', 2)];
    expect(reken('2027-05-04', weken)).toMatchObject({ dagenThuisWeek: 5, wekenAaneenMeerDan3Dagen: 2 });
    expect(reken('2027-05-20', [...dagen('2027-05-12', 3), ...dagen('2027-05-18', 3)]).dagenThuisWeek).toBe(4);
  });
  it('PRE-A van het issue: de vraag van dinsdag gaat over vier zieke dagen in de week ervoor', () => {
    const regels = dagen('2025-09-16', 4);
    expect(reken('2025-09-23', regels, { geraakt: regels.map((r) => r.datum) })).toMatchObject({ dagenThuisWeek: 4, thuisTot: '2025-09-19', weekBeoordeeld: true, nieuweReeks: true });
  });
  it('twee weken tegelijk: de zwaarste telt, ook als het de oudste is', () => {
    const regels = [...dagen('2025-09-15', 4), ...dagen('2025-09-22', 1)];
    expect(reken('2025-09-26', regels, { geraakt: regels.map((r) => r.datum) })).toMatchObject({ dagenThuisWeek: 4, thuisTot: '2025-09-19' });
  });
  it('een stand die over geen week gaat laat staan wat de vorige zei, en is geen nieuwe escalatie', () => {
    const vorigeWeek = { dagenThuisWeek: 4, thuisTot: '2025-09-19' };
    expect(reken('2025-09-23', dagen('2025-09-16', 4), { geraakt: [], vorigeWeek })).toMatchObject({ ...vorigeWeek, weekBeoordeeld: false, nieuweReeks: false });
  });
  it('een tweede week van dezelfde reeks begint geen nieuwe reeks; na een gewone week wel', () => {
    const week = (maandag: string, aantal: number) => dagen(maandag, aantal);
    expect(reken('2025-09-26', [...week('2025-09-15', 4), ...week('2025-09-22', 4)]).nieuweReeks).toBe(false);
    expect(reken('2025-10-03', [...week('2025-09-15', 4), ...week('2025-09-29', 4)]).nieuweReeks).toBe(true);
  });
  it('in een vakantieweek is niemand thuis van school', () => {
    expect(reken('2025-10-22', dagen('2025-10-20', 3)).dagenThuisWeek).toBe(0);
  });
});

describe('alleen dagen met school tellen', () => {
  it('regels in het weekend, in de vakantie en buiten de bekende schooljaren zijn geen verzuim', () => {
    const vrij = ['2025-09-20', '2025-09-21', '2025-10-20', '2025-10-21', '2025-10-22', '2025-10-23', '2019-05-06'].map((d) => regel(d, 8, 2));
    const teLaat = [...vrij, regel('2025-09-19', 0, 0)].map(({ datum }) => ({ datum, moment: 'TIJDENS_LES' }));
    expect(reken('2025-10-31', vrij, { teLaat, geraakt: vrij.map((r) => r.datum) })).toMatchObject({
      urenOngeoorloofd4wk: 0, dagenThuisWeek: 0, wekenAaneenMeerDan3Dagen: 0, aaneengeslotenOngeoorloofdDagen: 0, dagenAfwezig15wk: 0, pctVerzuim2wk: 0, aantalTeLaat: 1,
    });
  });
});

describe('weken aaneen meer dan drie dagen (r. 318–319)', () => {
  const weken = ['2025-09-29', '2025-10-06', '2025-10-13', '2025-10-27', '2025-11-03'].flatMap((m) => dagen(m, 4));
  it('AS-05: vijf weken, de herfstvakantie overgeslagen', () => {
    expect(reken('2025-10-31', weken).wekenAaneenMeerDan3Dagen).toBe(4);
    expect(reken('2025-11-07', weken).wekenAaneenMeerDan3Dagen).toBe(5);
  });
  it('een week die nog loopt breekt de reeks niet, een volle week met minder wel', () => {
    expect(reken('2025-11-11', weken).wekenAaneenMeerDan3Dagen).toBe(5);
    expect(reken('2025-11-14', weken).wekenAaneenMeerDan3Dagen).toBe(0);
  });
});

describe('aaneengesloten ongeoorloofd (r. 309)', () => {
  const vierWeken = ['2025-09-01', '2025-09-08', '2025-09-15', '2025-09-22'].flatMap((m) => dagen(m, 5, 'ONGEOORLOOFD'));
  it('telt kalenderdagen met het weekend', () => {
    expect(reken('2025-09-26', vierWeken).aaneengeslotenOngeoorloofdDagen).toBe(26);
    expect(reken('2025-09-28', vierWeken).aaneengeslotenOngeoorloofdDagen).toBe(28);
  });
  it('een dag met een halve dag les breekt de reeks', () => {
    expect(reken('2025-09-26', vierWeken.map((r) => (r.datum === '2025-09-17' ? { ...r, dagdelen: 1 } : r))).aaneengeslotenOngeoorloofdDagen).toBe(9);
  });
  it('een vakantie breekt niet en telt niet', () => {
    const regels = [...dagen('2025-10-13', 5, 'ONGEOORLOOFD'), ...dagen('2025-10-27', 5, 'ONGEOORLOOFD')];
    expect(reken('2025-10-31', regels).aaneengeslotenOngeoorloofdDagen).toBe(12);
  });
  it('errata F-14, DMN-04 r3: één reeks wordt één keer gemeld; een nieuwe reeks, na een dag op school, weer', () => {
    expect(reken('2025-09-26', vierWeken, { langdurigGemeldTot: '2025-09-19' })).toMatchObject({ aaneengeslotenOngeoorloofdDagen: 26, langdurigGemeld: true });
    const onderbroken = vierWeken.filter((r) => r.datum !== '2025-09-22');
    expect(reken('2025-09-26', onderbroken, { langdurigGemeldTot: '2025-09-19' })).toMatchObject({ aaneengeslotenOngeoorloofdDagen: 4, langdurigGemeld: false });
    expect(reken('2025-09-26', vierWeken)).toMatchObject({ langdurigGemeld: false });
  });
  it('is over vandaag nog niets bekend, dan blijft de reeks staan', () => {
    expect(reken('2025-09-29', vierWeken).aaneengeslotenOngeoorloofdDagen).toBe(28);
  });
});

describe('signalen (r. 400–407)', () => {
  it('een kwart van twee weken', () => {
    expect(reken('2025-09-19', [...dagen('2025-09-08', 2), regel('2025-09-17', 2.5, 1, 'ZIEKTE')]).pctVerzuim2wk).toBe(25);
  });
  it('tien dagen in vijftien weken', () => {
    expect(reken('2025-11-14', [...dagen('2025-09-01', 5), ...dagen('2025-11-03', 5)]).dagenAfwezig15wk).toBe(10);
  });
});

describe('eigenschappen', () => {
  const soorten: VerzuimSoort[] = ['ONGEOORLOOFD', 'VERMOEDELIJK_ONGEOORLOOFD', 'ZIEKTE', 'GEOORLOOFD_OVERIG', 'LUXE'];
  const willekeurig = fc.array(
    fc.record({
      datum: fc.integer({ min: 0, max: 120 }).map((n) => plusDagen('2025-09-01', n)),
      dagdelen: fc.integer({ min: 0, max: 2 }),
      uren: fc.integer({ min: 0, max: 32 }).map((n) => n / 4),
      soort: fc.constantFrom(...soorten),
    }),
    { maxLength: 40 },
  );
  const peil = fc.integer({ min: 0, max: 130 }).map((n) => plusDagen('2025-09-01', n));

  it('de volgorde van de regels en een herhaling maken niets uit', () => {
    fc.assert(
      fc.property(willekeurig, peil, (regels, peildatum) => {
        const uitkomst = reken(peildatum, regels);
        expect(reken(peildatum, [...regels].reverse())).toEqual(uitkomst);
        expect(reken(peildatum, [...regels, ...regels])).toEqual(uitkomst);
      }),
      { numRuns: 60 },
    );
  });
  it('in welke volgorde en in hoeveel standen de regels komen, verandert niet of een week escaleert', () => {
    fc.assert(
      fc.property(willekeurig, fc.array(fc.nat({ max: 3 }), { minLength: 40, maxLength: 40 }), (alle, verdeling) => {
        const regels = [...new Map(alle.map((r) => [r.datum, r])).values()];
        const peildatum = '2026-01-09';
        const zwaar = (bekend: VerzuimRegel[], nieuw: VerzuimRegel[]) =>
          beoordeelWeken(bekend.filter((r) => kalender.isSchooldag(r.datum)), nieuw.map((r) => r.datum), peildatum, kalender).filter((w) => w.dagenThuisWeek > 3).map((w) => w.thuisTot);
        const ineens = zwaar(regels, regels);
        const bekend: VerzuimRegel[] = [];
        const gezien = new Set<string>();
        for (const deel of [2, 0, 3, 1]) {
          const nieuw = regels.filter((_, n) => verdeling[n] === deel);
          bekend.push(...nieuw);
          for (const week of zwaar(bekend, nieuw)) gezien.add(week);
        }
        expect([...gezien].sort()).toEqual(ineens);
      }),
      { numRuns: 60 },
    );
  });
  it('meer verzuim geeft nooit minder uren of minder dagen thuis', () => {
    fc.assert(
      fc.property(willekeurig, peil, (regels, peildatum) => {
        const minder = reken(peildatum, regels.slice(1).filter((r) => r.datum !== regels[0]?.datum));
        const meer = reken(peildatum, regels);
        expect(meer.urenOngeoorloofd4wk).toBeGreaterThanOrEqual(minder.urenOngeoorloofd4wk);
        expect(meer.dagenThuisWeek).toBeGreaterThanOrEqual(minder.dagenThuisWeek);
        expect(meer.dagenThuisWeek).toBeLessThanOrEqual(5);
        expect(Number.isInteger(meer.dagenThuisWeek * 2)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('errata F-04: een dag die door de school komt (naar huis gestuurd, schorsing, r. 417)', () => {
  const week = dagen('2025-09-08', 5, 'DOOR_SCHOOL');
  it('telt als dag thuis, nooit als ongeoorloofd uur', () => {
    expect(reken('2025-09-12', week, { geraakt: ['2025-09-08'] })).toMatchObject({ dagenThuisWeek: 5, urenOngeoorloofd4wk: 0, urenTotaal4wk: 0, aaneengeslotenOngeoorloofdDagen: 0, vermoedelijkOngeoorloofd: false, aard: 'DOOR_SCHOOL', doorSchoolSinds: '2025-09-08' });
  });
  it('maakt het verzuim niet gemengd, en breekt een reeks ongeoorloofde dagen', () => {
    const met = [...dagen('2025-09-01', 5, 'ONGEOORLOOFD'), ...week];
    expect(reken('2025-09-12', met)).toMatchObject({ aard: 'ONGEOORLOOFD', vermoedelijkOngeoorloofd: true, aaneengeslotenOngeoorloofdDagen: 0, dagenAfwezig15wk: 10 });
  });
});

describe('errata GK-06d, DMN-04 r5: aangenomen ziekte is geoorloofd', () => {
  it('alleen ziekte is geen vermoedelijk ongeoorloofd verzuim; niets ingevuld wel, want dan is het niet bekend', () => {
    expect(reken('2025-09-12', dagen('2025-09-08', 5, 'ZIEKTE')).vermoedelijkOngeoorloofd).toBe(false);
    expect(reken('2025-09-12', [...dagen('2025-09-08', 4, 'ZIEKTE'), ...dagen('2025-09-12', 1, 'VERMOEDELIJK_ONGEOORLOOFD')]).vermoedelijkOngeoorloofd).toBe(true);
    expect(reken('2025-09-12', []).vermoedelijkOngeoorloofd).toBe(true);
  });
});
