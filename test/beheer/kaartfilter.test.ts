import { describe, expect, it } from 'vitest';
import { kaartadres, leesKaartfilter } from '../../beheer/kaartfilter.ts';

const VANDAAG = '2026-02-20';
const lees = (adres: string) => leesKaartfilter(Object.fromEntries(new URLSearchParams(adres)), VANDAAG);

describe('het filter van een kaart', () => {
  it.each([
    ['', {}],
    ['schooljaar=2024-2025', { schooljaar: '2024-2025' }],
    ['van=2025-09&tot=2025-12', { van: '2025-09', tot: '2025-12' }],
    ['van=2025-09', { van: '2025-09' }],
    ['tot=2025-12', { tot: '2025-12' }],
    ['gemeente=&school=&van=&versie=', {}],
    ['school=10AB&schooljaar=2024-2025&route=kernteam', { schooljaar: '2024-2025', school: '10AB', route: 'kernteam' }],
    ['versie=3&schooljaar=2024-2025', { schooljaar: '2024-2025', versie: 3 }],
  ])('"%s" wordt %o', (adres, filter) => expect(lees(adres)).toEqual({ filter }));

  it('hele dagen aan de rand van een maand worden maanden, ook in een schrikkeljaar', () => {
    expect(lees('van=2024-02-01&tot=2024-02-29').filter).toEqual({ van: '2024-02', tot: '2024-02' });
    expect(lees('van=2025-12-01&tot=2025-12-31').filter).toEqual({ van: '2025-12', tot: '2025-12' });
  });
  it('een tijdvak dat precies een schooljaar is, is dat schooljaar', () => {
    expect(lees('van=2024-08&tot=2025-07').filter).toEqual({ schooljaar: '2024-2025' });
    expect(lees('van=2024-08-01&tot=2025-07-31&bestuur=De+Brug').filter).toEqual({ schooljaar: '2024-2025', bestuur: 'De Brug' });
    expect(lees('van=2024-08&tot=2026-07').filter).toEqual({ van: '2024-08', tot: '2026-07' });
  });
  it.each(['gemeente=Gorinchem', 'bestuur=De+Brug', 'school=10AB', 'groep=4', 'reden=lopend', 'versie=2', 'route=kernteam', 'groep=4&route=kernteam'])('"%s" zonder tijd gaat over het lopende schooljaar, en dat staat erbij', (adres) => {
    expect(lees(adres).filter).toMatchObject({ schooljaar: '2025-2026' });
  });

  it.each([
    ['groep=9', 'groep', /groep van 1 tot en met 8 verwacht/],
    ['schooljaar=2025', 'schooljaar', /schooljaar als 2025-2026 verwacht/],
    ['schooljaar=2025-2027', 'schooljaar', /schooljaar als 2025-2026 verwacht/],
    ['van=gisteren', 'van', /maand als 2025-09 verwacht/],
    ['van=2025-13', 'van', /hele maanden/],
    ['van=2025-10-02', 'van', /eerste dag/],
    ['tot=2025-10-30', 'tot', /laatste dag/],
    ['tot=2025-02-29', 'tot', /laatste dag/],
    ['van=2025-10&tot=2025-09', 'tot', /ligt vóór de eerste maand/],
    ['route=kern', 'route', /kernteam of geen-kernteam/],
    ['shool=10AB', '', /onbekend filter: shool/],
    ['schooljaar=2025-2026&van=2025-10', 'schooljaar', /niet allebei/],
    ['school=1', 'school', /brinnummer als 10AB verwacht/],
    ['versie=0', 'versie', /versienummer verwacht/],
    ['versie=1e3', 'versie', /versienummer verwacht/],
    [`gemeente=${'x'.repeat(121)}`, 'gemeente', /120 tekens/],
    ['bestuur=De+Brug&groep=4', 'groep', /geen tweede kenmerk naast bestuur, om herleiden tot een kind te voorkomen: kies er één/],
    ['school=10AB&versie=2&schooljaar=2024-2025', 'versie', /om herleiden tot een kind te voorkomen/],
    ['school=10AB&van=2025-09', 'van', /geen tijdvak van maanden samen met school, om herleiden tot een kind te voorkomen: kies een heel schooljaar/],
    ['route=kernteam&tot=2025-12', 'tot', /samen met route, om herleiden/],
  ])('"%s" wordt geweigerd en noemt het veld', (adres, veld, zin) => {
    const { fouten } = lees(adres);
    expect(fouten?.[0]).toEqual({ veld, melding: expect.stringMatching(zin) as string });
  });
  it('twee keer hetzelfde veld is geen filter, en zegt dat in het Nederlands', () => {
    for (const veld of ['gemeente', 'school', 'groep', 'schooljaar', 'van', 'route']) expect(leesKaartfilter({ [veld]: ['a', 'b'] }, VANDAAG).fouten?.[0]?.melding).toMatch(new RegExp(`^Bij ${veld} .*verwacht`));
    expect(leesKaartfilter(undefined, VANDAAG).fouten).toEqual([{ veld: '', melding: 'wordt een filter verwacht.' }]);
  });

  it('gaat heen en terug door een adres, altijd op dezelfde volgorde', () => {
    for (const adres of ['', 'schooljaar=2024-2025&bestuur=De+Brug&route=kernteam', 'van=2025-09&tot=2025-12']) expect(kaartadres(lees(adres).filter!)).toBe(adres);
    expect(kaartadres(lees('route=kernteam&groep=4&schooljaar=2024-2025').filter!)).toBe('schooljaar=2024-2025&groep=4&route=kernteam');
  });
});
