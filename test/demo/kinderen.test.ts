import { describe, expect, test } from 'vitest';
import { beginVan, makeKinderen } from '../../scripts/demo/kinderen.ts';
import { dagVan } from '../../domein/kalender/datum.ts';
import { isSchooldag } from '../../scripts/demo/schooltijd.ts';
import { keurStartVerzuimroute } from '../../domein/aanmelding/start-verzuimroute.ts';

/** Vandaag op verschillende plekken in het schooljaar, ook in een vakantie en in een weekend. */
const VANDAAG = ['2026-11-25T14:00:00+01:00', '2026-08-05T10:00:00+02:00', '2026-02-22T20:00:00+01:00', '2027-09-06T08:00:00+02:00', '2027-01-04T07:00:00+01:00'].map((t) => new Date(t));

test('dezelfde dag geeft altijd dezelfde kinderen', () => {
  const plat = () => JSON.stringify(makeKinderen(VANDAAG[0] as Date).map((kind) => [kind.kenmerk, kind.aangemeldOp, kind.aanmelding]));
  expect(plat()).toEqual(plat());
});

describe.each(VANDAAG)('op %s', (vandaag) => {
  const kinderen = makeKinderen(vandaag);

  test('zijn er honderd kinderen, over twee routes en van meer dan één school, bestuur en gemeente', () => {
    expect(kinderen.length).toBeGreaterThanOrEqual(100);
    expect(kinderen.filter(({ aanmelding }) => aanmelding['schoolHeeftKernteam'] === 'nee').length).toBeGreaterThanOrEqual(30);
    const verschillend = (veld: string): number => new Set(kinderen.map((kind) => kind.aanmelding[veld])).size;
    expect(verschillend('leerlingLeerlingId')).toBe(kinderen.length);
    expect(verschillend('schoolBrin')).toBeGreaterThanOrEqual(8);
    expect(verschillend('schoolbestuurNaam')).toBeGreaterThanOrEqual(4);
    expect(verschillend('leerlingWoongemeente')).toBeGreaterThanOrEqual(6);
    expect(verschillend('leerlingRoepnaam')).toBeGreaterThanOrEqual(40);
  });

  test('is elk kind aangemeld op een schooldag in het afgelopen jaar', () => {
    for (const kind of kinderen) {
      const dag = dagVan(kind.aangemeldOp);
      expect(isSchooldag(dag), kind.kenmerk).toBe(true);
      expect(kind.aangemeldOp.getTime(), kind.kenmerk).toBeLessThan(vandaag.getTime());
      expect(dag >= beginVan(vandaag), kind.kenmerk).toBe(true);
    }
  });

  test('keurt het startformulier elke aanmelding goed: geen datum ligt later', () => {
    for (const kind of kinderen) expect(keurStartVerzuimroute({ ...kind.aanmelding }, dagVan(kind.aangemeldOp)), kind.kenmerk).toMatchObject({ goed: true });
  });

  test('vertrekt van een lopend kind de IB-er, en komt er een ander', () => {
    const wissels = kinderen.filter((kind) => 'open' in kind.scenario.verwacht).flatMap((kind) => kind.scenario.signalen ?? []).filter(({ soort }) => soort === 'ander-contactpersoon');
    expect(wissels).toHaveLength(1);
  });

  test('is er een kind dat terugvalt terwijl zijn casus sluit', () => {
    expect(kinderen.filter((kind) => kind.scenario.verzuim.terugvalNa !== undefined)).toHaveLength(1);
  });

  test('staan er twintig tot dertig casussen open en de rest afgerond', () => {
    const open = kinderen.filter((kind) => 'open' in kind.scenario.verwacht).length;
    expect(open).toBeGreaterThanOrEqual(20);
    expect(open).toBeLessThanOrEqual(30);
    expect(kinderen.length - open).toBeGreaterThanOrEqual(70);
  });
});
