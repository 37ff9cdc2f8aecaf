import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alsDag, plusDagen } from '../../../domein/kalender/datum.ts';
import { feestdagenIn } from '../../../domein/kalender/feestdagen.ts';
import { leesVakanties, vakantieBestand } from '../../../domein/kalender/schoolvakanties.ts';
import { makeKalenders, makeSchoolkalender, schooljaarVan } from '../../../domein/kalender/schoolkalender.ts';

const gegevens = leesVakanties();
const kalender = makeSchoolkalender(gegevens);

describe('schooldagen', () => {
  it.each([
    ['2025-10-17', true, 'vrijdag voor de herfstvakantie'],
    ['2025-10-20', false, 'herfstvakantie'],
    ['2025-10-25', false, 'zaterdag'],
    ['2027-03-26', false, 'Goede Vrijdag'],
    ['2027-03-29', false, 'Tweede Paasdag'],
    ['2027-05-05', false, 'Bevrijdingsdag'],
    ['2027-05-06', false, 'Hemelvaartsdag'],
    ['2027-05-07', false, 'vrijdag na Hemelvaart'],
    ['2027-05-17', false, 'Tweede Pinksterdag'],
    ['2026-08-28', false, 'laatste week van de zomervakantie van het vorige schooljaar'],
    ['2026-08-31', true, 'eerste schooldag'],
  ])('%s → %s (%s)', (datum, verwacht) => {
    expect(kalender.isSchooldag(datum)).toBe(verwacht);
  });

  it('een losse vrije dag kost geen schoolweek, een vakantieweek wel', () => {
    expect(kalender.isSchoolweek('2027-05-17')).toBe(true);
    expect(kalender.schooldagenInWeek('2027-05-17')).toHaveLength(4);
    expect(kalender.isSchoolweek('2025-10-22')).toBe(false);
  });

  it('een werkdag trekt zich niets aan van schoolvakanties', () => {
    expect(kalender.isWerkdag('2025-10-20')).toBe(true);
    expect(kalender.isWerkdag('2027-03-29')).toBe(false);
  });

  it('elke school kan afwijken van de regio', () => {
    const eigen = makeKalenders({
      ...gegevens,
      scholen: {
        '10AB': {
          vakanties: [{ naam: 'tweede week mei', van: '2026-05-04', tot: '2026-05-08' }],
          vrijeDagen: [{ naam: 'studiedag', datum: '2025-09-10' }],
          tochSchool: ['2025-10-20'],
        },
      },
    });
    expect(eigen('10AB').isSchooldag('2025-09-10')).toBe(false);
    expect(eigen('10AB').isSchooldag('2025-10-20')).toBe(true);
    expect(eigen('10AB').isSchoolweek('2026-05-06')).toBe(false);
    expect(eigen('11CD').isSchooldag('2025-09-10')).toBe(true);
  });
});

describe('een schooljaar dat ontbreekt', () => {
  it('stopt met een melding die het schooljaar en de plek noemt', () => {
    expect(() => kalender.isSchooldag('2030-10-02')).toThrow(
      /KALENDER_ONTBREEKT.*schooljaar 2030-2031.*bpmn\/schoolvakanties\.json bij "schooljaren" het schooljaar "2030-2031".*herfst-, kerst-, voorjaars-, mei- en zomervakantie/,
    );
  });
  it('augustus heeft ook de zomervakantie van het vorige schooljaar nodig', () => {
    expect(() => kalender.isSchooldag('2024-08-12')).toThrow(/2023-2024/);
    expect(kalender.isSchooldag('2024-09-02')).toBe(true);
  });
  it('een verkeerd gespelde sleutel wordt geweigerd', () => {
    expect(() => vakantieBestand.parse({ ...gegevens, schooljaren: { '2025-2026': { vakantie: [] } } })).toThrow();
  });
});

describe('de schooljaren die bekend zijn', () => {
  const VIJF = ['herfstvakantie', 'kerstvakantie', 'voorjaarsvakantie', 'meivakantie', 'zomervakantie'];
  it('lopen van dit schooljaar tot en met drie schooljaren verder, elk met vijf vakanties van zaterdag tot en met zondag', () => {
    for (const jaar of ['2026-2027', '2027-2028', '2028-2029', '2029-2030']) {
      const vakanties = gegevens.schooljaren[jaar]?.vakanties ?? [];
      expect(vakanties.map((v) => v.naam), jaar).toEqual(VIJF);
      for (const { van, tot } of vakanties) expect([alsDag(van).weekday, alsDag(tot).weekday], `${van} ${tot}`).toEqual([6, 7]);
      expect(vakanties.map((v) => v.van), jaar).toEqual(vakanties.map((v) => v.van).sort());
    }
  });
  it.each([['2028-10-23', false], ['2029-02-19', false], ['2029-07-06', true], ['2029-07-09', false], ['2029-08-20', true], ['2029-10-22', false], ['2030-02-25', false], ['2030-07-12', true], ['2030-07-15', false]])('%s, regio Midden: school %s', (dag, school) => {
    expect(kalender.isSchooldag(dag)).toBe(school);
  });
});

describe('feestdagen', () => {
  it.each([
    [2024, '2024-04-01', '2024-05-09'],
    [2025, '2025-04-21', '2025-05-29'],
    [2026, '2026-04-06', '2026-05-14'],
    [2027, '2027-03-29', '2027-05-06'],
    [2028, '2028-04-17', '2028-05-25'],
  ])('%i: Tweede Paasdag %s, Hemelvaart %s', (jaar, paas, hemelvaart) => {
    expect(feestdagenIn(jaar)['tweede-paasdag']).toBe(paas);
    expect(feestdagenIn(jaar).hemelvaartsdag).toBe(hemelvaart);
  });
  it('Koningsdag wijkt voor de zondag', () => {
    expect(feestdagenIn(2025).koningsdag).toBe('2025-04-26');
    expect(feestdagenIn(2026).koningsdag).toBe('2026-04-27');
  });
});

describe('eigenschappen', () => {
  const dag = fc.integer({ min: 0, max: 1400 }).map((n) => plusDagen('2024-09-01', n));
  it('een schooldag valt in een schoolweek en nooit in het weekend', () => {
    fc.assert(
      fc.property(dag, (d) => {
        if (!kalender.isSchooldag(d)) return true;
        return kalender.isSchoolweek(d) && kalender.schooldagenInWeek(d).includes(d);
      }),
    );
  });
  it('het schooljaar wisselt op 1 augustus', () => {
    expect(schooljaarVan('2026-07-31')).toBe('2025-2026');
    expect(schooljaarVan('2026-08-01')).toBe('2026-2027');
  });
});
