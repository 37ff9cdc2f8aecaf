import { describe, expect, test } from 'vitest';
import { leesVergelijkstand, uitFormulieren, vergelijkadres } from '../../../beheer/vergelijk/adres.ts';
import { leesVraag } from '../../../beheer/vergelijk/lees.ts';

const velden = (adres: string): Record<string, string> => Object.fromEntries(new URL(adres, 'http://x').searchParams);
const fouten = (vraag: Record<string, unknown>): string[] => leesVraag(vraag, '2026-03-16').fouten.map((f) => `${f.veld} | ${f.melding}`);

describe('het adres van een vergelijking', () => {
  test.each([
    '/vergelijk?proces=kernteam&a.schooljaar=2024-2025&b.schooljaar=2025-2026',
    '/vergelijk?proces=leerling-bespreken&beeld=paden&a.schooljaar=2024-2025&b.schooljaar=2025-2026&sorteer=-deelVerschil',
    '/vergelijk?proces=leerling-bespreken&beeld=termijn&dagen=kalenderdagen&a.van=2025-09&a.tot=2025-12&b.schooljaar=2025-2026&b.bestuur=Stichting+De+Brug&via=casus%2Ckernteam&blad=SP_KT_05&sorteer=-aandeelA',
  ])('komt terug zoals het was: wie het deelt, deelt de vergelijking (%s)', (adres) => {
    const { stand, fouten: mis } = leesVergelijkstand(velden(adres));
    expect([mis, vergelijkadres(stand)]).toEqual([[], adres]);
  });

  test('zonder filters is het vorig schooljaar met dit', () => {
    const { stand, filters } = leesVraag({}, '2026-03-16');
    expect(filters).toEqual({ a: { schooljaar: '2024-2025' }, b: { schooljaar: '2025-2026' } });
    expect(vergelijkadres(stand)).toBe('/vergelijk?proces=kernteam&a.schooljaar=2024-2025&b.schooljaar=2025-2026');
  });

  test('het formulier van de ene kant laat de andere staan', () => {
    const vraag = { proces: 'kernteam', 'b.schooljaar': '2025-2026', 'a.periode': 'maanden', 'a.van': '2024-09', 'a.tot': '2024-12', 'a.kenmerk': '', 'a.route': '' };
    const { stand } = leesVergelijkstand(vraag);
    expect(uitFormulieren(vraag, stand)).toEqual({ a: { van: '2024-09', tot: '2024-12' } });
    expect(vergelijkadres(stand, uitFormulieren(vraag, stand)!)).toBe('/vergelijk?proces=kernteam&a.van=2024-09&a.tot=2024-12&b.schooljaar=2025-2026');
  });
});

describe('wat niet klopt wordt geweigerd, met het veld en de kant erbij', () => {
  test.each([
    [{ 'a.groep': '9' }, 'a.groep | A: Bij groep wordt een groep van 1 tot en met 8 verwacht.'],
    [{ 'b.shool': '10AB' }, 'b | B: onbekend filter: shool.'],
    [{ 'b.bestuur': 'x', 'b.school': '10AB' }, 'b.school | B: Bij school kan geen tweede kenmerk'],
    [{ 'a.van': '2025-09', 'a.school': '10AB' }, 'a.van | A: Bij van kan geen tijdvak van maanden samen met school'],
    [{ 'a.groep': ['1', '2'] }, 'a.groep | A: groep staat er meer dan één keer'],
    [{ 'a.beeld': 'duur' }, 'a.beeld | A: onbekend filter: beeld.'],
    [{ schooljaar: '2025-2026' }, 'schooljaar | schooljaar hoort bij een van de twee kanten: schrijf a.schooljaar of b.schooljaar.'],
    [{ beeld: 'heet' }, 'beeld | Bij beeld wordt duur, termijn, klaar, nu, paden verwacht.'],
    [{ dagen: 'weken' }, 'dagen | Bij dagen wordt schooldagen of kalenderdagen verwacht.'],
    [{ proces: '../x' }, 'proces | Bij proces wordt de naam van een proces verwacht, zoals kernteam.'],
    [{ proces: ['a', 'b'] }, 'proces | Bij proces wordt de naam van een proces verwacht, zoals kernteam.'],
  ])('%j', (vraag, zin) => {
    expect(fouten(vraag)).toEqual([expect.stringContaining(zin)]);
    expect(leesVraag(vraag, '2026-03-16').filters).toBeUndefined();
  });
});
