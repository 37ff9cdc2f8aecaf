import { describe, expect, it } from 'vitest';
import { duurTekst, klokTekst, termijnTekst, thuisTekst } from '../../domein/thuis/klok-tekst.ts';
import { bepaalPrioriteit } from '../../domein/taken/prioriteit.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';

const klok = { thuisSinds: '2025-09-01', dagenThuis: 44, nergensIngeschreven: false, vrijgesteldTot: null, volgendeTermijn: { naam: '8 weken thuis', op: '2025-10-27', dagen: 12 } };

describe('de klok van het kind in één regel (errata §3)', () => {
  it.each([[0, '0 dagen'], [1, '1 dag'], [7, '1 week'], [8, '1 week en 1 dag'], [44, '6 weken en 2 dagen']])('%i dagen', (dagen, tekst) => expect(duurTekst(dagen)).toBe(tekst));

  it('noemt sinds wanneer, hoe lang, en de volgende termijn van het kind', () => {
    expect(klokTekst(klok, null)).toBe('Thuis sinds 1 september 2025: 6 weken en 2 dagen. Over 12 dagen: 8 weken thuis (27 oktober 2025).');
  });
  it('staat in de kop van een formulier in twee korte regels', () => {
    expect(thuisTekst(klok, null)).toBe('Thuis sinds 1 september 2025: 6 weken en 2 dagen.');
    expect(termijnTekst(klok.volgendeTermijn)).toBe('8 weken thuis, over 12 dagen (27 oktober 2025)');
    expect(thuisTekst({ ...klok, vrijgesteldTot: '2026-07-31', thuisSinds: null, dagenThuis: null }, null)).toBe('Vrijgesteld tot en met 31 juli 2026: telt zolang niet als thuiszitter.');
    expect([thuisTekst({ ...klok, thuisSinds: null }, null), termijnTekst(null)]).toEqual([null, null]);
  });
  it('zegt vandaag en morgen zoals mensen dat zeggen', () => {
    const met = (dagen: number) => klokTekst({ ...klok, volgendeTermijn: { ...klok.volgendeTermijn, dagen } }, null);
    expect([met(0), met(1)]).toEqual([expect.stringContaining(' Vandaag: 8 weken'), expect.stringContaining(' Morgen: 8 weken')]);
  });
  it('na drie maanden zegt zij dat, en een kind zonder school staat vooraan', () => {
    expect(klokTekst({ ...klok, dagenThuis: 95, nergensIngeschreven: true, volgendeTermijn: null }, '3 maanden')).toBe('Staat op geen enkele school ingeschreven. Thuis sinds 1 september 2025: 13 weken en 4 dagen, langer dan 3 maanden.');
  });
  it('is het kind niet thuis, dan staat er alleen het einde van de vier weken, of niets', () => {
    const terug = { ...klok, thuisSinds: null, dagenThuis: null };
    expect(klokTekst({ ...terug, volgendeTermijn: { naam: 'het einde van de vier weken', op: '2025-10-27', dagen: 3 } }, null)).toBe('Over 3 dagen: het einde van de vier weken (27 oktober 2025).');
    expect(klokTekst({ ...terug, volgendeTermijn: null }, null)).toBeNull();
  });
});

it('een prioriteit buiten 0 tot 100 is een fout van de tabel en noemt haar', async () => {
  const engine = { ...fakeEngine(), beslis: () => Promise.resolve(140) };
  await expect(bepaalPrioriteit(engine, 'gesprek-ouders', null)).rejects.toMatchObject({ message: expect.stringContaining('bpmn/taakprioriteit.dmn') as string });
});
