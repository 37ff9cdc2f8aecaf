import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alsDag, dagenTussen, isoWeek, maandagVan, moment, momentTekst, plusDagen } from '../../../domein/kalender/datum.ts';
import {
  beginVanLesweken,
  eindeVanSchoolweken,
  naarSchooldag,
  plusKalenderdagen,
  plusSchooldagen,
  plusSchoolweken,
  plusWerkdagen,
  vorigeSchooldag,
  weekmomenten,
} from '../../../domein/kalender/rekenen.ts';
import { leesVakanties } from '../../../domein/kalender/schoolvakanties.ts';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';

const kalenders = makeKalenders();
const k = kalenders();

describe('de testvectoren van de brugplaats (regio Midden)', () => {
  it.each([
    ['2026-11-09', '2026-12-07T08:00:00+01:00', '2027-01-04T08:00:00+01:00', '2027-01-15T17:00:00+01:00', '11-13 11-20 11-27 12-04 12-11 12-18 01-08 01-15'],
    ['2026-11-30', '2027-01-11T08:00:00+01:00', '2027-01-25T08:00:00+01:00', '2027-02-05T17:00:00+01:00', '12-04 12-11 12-18 01-08 01-15 01-22 01-29 02-05'],
    ['2027-01-11', '2027-02-08T08:00:00+01:00', '2027-03-01T08:00:00+01:00', '2027-03-12T17:00:00+01:00', '01-15 01-22 01-29 02-05 02-12 02-19 03-05 03-12'],
    ['2027-02-15', '2027-03-22T08:00:00+01:00', '2027-04-05T08:00:00+02:00', '2027-04-16T17:00:00+02:00', '02-19 03-05 03-12 03-19 03-25 04-02 04-09 04-16'],
    ['2027-03-01', '2027-03-30T08:00:00+02:00', '2027-04-12T08:00:00+02:00', '2027-04-23T17:00:00+02:00', '03-05 03-12 03-19 03-25 04-02 04-09 04-16 04-23'],
    ['2027-06-21', '2027-08-30T08:00:00+02:00', '2027-09-13T08:00:00+02:00', '2027-09-24T17:00:00+02:00', '06-25 07-02 07-09 07-16 09-03 09-10 09-17 09-24'],
  ])('start %s', (start, vier, zes, einde, weken) => {
    expect(moment(plusSchoolweken(k, start, 4), '08:00')).toBe(vier);
    expect(moment(plusSchoolweken(k, start, 6), '08:00')).toBe(zes);
    expect(eindeVanSchoolweken(k, start, 8)).toBe(einde);
    expect(weekmomenten(k, start, 8).map((m) => m.slice(5, 10)).join(' ')).toBe(weken);
    expect(weekmomenten(k, start, 8).every((m) => m.slice(11, 16) === '09:00')).toBe(true);
  });
});

describe('schoolweken van de routes', () => {
  it('vier weken aangepast aanbod over de herfstvakantie heen (AS-05)', () => {
    expect(plusSchoolweken(k, '2025-10-06', 4)).toBe('2025-11-10');
  });
  it('acht weken brugplaats over de kerst heen (AS-05)', () => {
    expect(plusSchoolweken(k, '2025-11-17', 4)).toBe('2025-12-15');
    expect(plusSchoolweken(k, '2025-11-17', 6)).toBe('2026-01-12');
    expect(plusSchoolweken(k, '2025-11-17', 8)).toBe('2026-01-26');
  });
  it('een start in de vakantie telt vanaf de eerste schooldag', () => {
    expect(plusSchoolweken(k, '2025-10-22', 1)).toBe('2025-11-03');
  });
  it('weekmomenten van een start midden in de week: ook die week telt', () => {
    expect(weekmomenten(k, '2025-10-15', 2)).toEqual(['2025-10-17T09:00:00+02:00', '2025-10-31T09:00:00+01:00']);
  });
  it('lesweken terug slaan de vakantieweek over', () => {
    expect(beginVanLesweken(k, '2025-10-08', 4)).toBe('2025-09-15');
    expect(beginVanLesweken(k, '2025-11-07', 4)).toBe('2025-10-06');
    expect(beginVanLesweken(k, '2025-10-22', 4)).toBe('2025-09-22');
  });
});

describe('dagen', () => {
  it.each([
    ['2025-09-22', 2, '2025-09-24'],
    ['2025-10-20', 1, '2025-10-27'],
    ['2025-10-17', 1, '2025-10-27'],
    ['2025-12-19', 2, '2026-01-06'],
  ])('%s plus %i schooldagen is %s', (start, n, verwacht) => {
    expect(plusSchooldagen(k, start, n)).toBe(verwacht);
  });
  it('werkdagen tellen in de vakantie door, feestdagen niet', () => {
    expect(plusWerkdagen(k, '2025-10-17', 2)).toBe('2025-10-21');
    expect(plusWerkdagen(k, '2027-03-25', 2)).toBe('2027-03-30');
  });
  it('28 kalenderdagen houden hun tijdstip over de wintertijd heen (AS-04)', () => {
    expect(moment(plusKalenderdagen('2025-09-29', 28), '09:00')).toBe('2025-10-27T09:00:00+01:00');
    expect(moment(plusKalenderdagen('2026-03-02', 28), '09:00')).toBe('2026-03-30T09:00:00+02:00');
  });
  it('telt door over de jaarwisseling', () => {
    expect(plusKalenderdagen('2025-12-08', 28)).toBe('2026-01-05');
    expect(isoWeek('2025-12-29')).toBe('2026-W01');
    expect(dagenTussen('2025-10-20', '2025-10-27')).toBe(7);
  });
  it('een moment is voor mensen leesbaar', () => {
    expect(momentTekst('2025-09-24T17:00:00+02:00')).toBe('woensdag 24 september 2025 om 17:00');
  });
});

describe('eigenschappen', () => {
  const dag = fc.integer({ min: 0, max: 1900 }).map((n) => plusDagen('2024-09-02', n));
  const aantal = fc.integer({ min: 0, max: 12 });

  it('elke uitkomst in schooldagen of schoolweken is een schooldag', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 1, max: 12 }), (d, n) => {
        return k.isSchooldag(plusSchooldagen(k, d, n)) && k.isSchooldag(plusSchoolweken(k, d, n));
      }),
    );
  });
  it('n schooldagen verder liggen precies n schooldagen', () => {
    fc.assert(
      fc.property(dag, aantal, (d, n) => {
        const eind = plusSchooldagen(k, d, n);
        let geteld = 0;
        for (let x = plusDagen(d, 1); x <= eind; x = plusDagen(x, 1)) if (k.isSchooldag(x)) geteld += 1;
        expect(geteld).toBe(n);
      }),
    );
  });
  it('in twee stappen tellen geeft hetzelfde als in één', () => {
    fc.assert(
      fc.property(dag, aantal, aantal, (d, n, m) => {
        expect(plusSchooldagen(k, plusSchooldagen(k, d, n), m)).toBe(plusSchooldagen(k, d, n + m));
      }),
    );
  });
  it('een periode van n schoolweken omvat n weekmomenten', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 1, max: 10 }), (d, n) => {
        const start = naarSchooldag(k, d);
        const laatste = weekmomenten(k, start, n).at(-1) ?? '';
        expect(laatste.slice(0, 10) <= plusSchoolweken(k, start, n)).toBe(true);
        expect(vorigeSchooldag(k, naarSchooldag(k, plusDagen(start, 1)))).toBe(start);
      }),
    );
  });
  it('wie later begint of langer krijgt, is nooit eerder klaar', () => {
    const som = fc.constantFrom(plusSchooldagen, plusSchoolweken, plusWerkdagen);
    fc.assert(
      fc.property(som, dag, fc.integer({ min: 0, max: 60 }), aantal, fc.integer({ min: 0, max: 3 }), (plus, d, later, n, meer) => {
        const eind = plus(k, d, n);
        return eind <= plus(k, plusDagen(d, later), n) && eind <= plus(k, d, n + meer) && eind >= d;
      }),
    );
  });
  it('n schoolweken omvatten precies n weken met school, welke vakanties er ook tussen liggen', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 1, max: 10 }), (d, n) => {
        const start = naarSchooldag(k, d);
        const eind = plusSchoolweken(k, start, n);
        let weken = 0;
        for (let maandag = maandagVan(start); maandag < maandagVan(eind); maandag = plusDagen(maandag, 7)) if (k.isSchoolweek(maandag)) weken += 1;
        // Valt de uitkomst op een vrije dag, dan schuift zij naar de eerste schooldag erna; dat kan in de week erna zijn.
        const verschoven = alsDag(eind).weekday !== alsDag(start).weekday;
        expect(verschoven ? [n, n + 1] : [n]).toContain(weken);
      }),
    );
  });
  it('lesweken terug tellen omvat precies n lesweken, en valt nooit in een vakantie', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1900 }).map((n) => plusDagen('2024-09-02', n)), fc.integer({ min: 1, max: 15 }), (d, n) => {
        const begin = beginVanLesweken(k, d, n);
        let weken = 0;
        for (let x = begin; x <= d; x = plusDagen(x, 7)) if (k.isSchoolweek(x)) weken += 1;
        expect(weken).toBe(n);
        expect(k.isSchoolweek(begin)).toBe(true);
      }),
    );
  });
  it('een eigen vakantie of studiedag verschuift alleen de termijnen van die school', () => {
    const gegevens = leesVakanties();
    fc.assert(
      fc.property(dag, fc.integer({ min: 0, max: 14 }), dag, aantal, (van, lang, d, n) => {
        const eigen = makeKalenders({ ...gegevens, scholen: { '10AB': { vakanties: [{ naam: 'eigen', van, tot: plusDagen(van, lang) }], vrijeDagen: [{ naam: 'studiedag', datum: plusDagen(van, -7) }], tochSchool: [] } } });
        const mijn = plusSchooldagen(eigen('10AB'), d, n);
        expect(plusSchooldagen(eigen('11CD'), d, n)).toBe(plusSchooldagen(k, d, n));
        expect(mijn >= plusSchooldagen(k, d, n)).toBe(true);
        expect(n === 0 || (mijn < van || mijn > plusDagen(van, lang)) && mijn !== plusDagen(van, -7)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
