import { describe, expect, test } from 'vitest';
import { adresVan, leesStand, uitFormulier } from '../../../beheer/kaart/adres.ts';

const stand = (vraag: Record<string, unknown>) => leesStand(vraag).stand;

describe('het adres van een kaart', () => {
  test('wat erin staat komt er weer uit', () => {
    const vraag = { beeld: 'duur', dagen: 'kalenderdagen', schooljaar: '2025-2026', bestuur: 'Stichting De Brug', via: 'casus,kernteam', blad: 'SP_KT_05', sorteer: '-mediaan' };
    expect(leesStand(Object.fromEntries(new URL(`http://x${adresVan('kernteam', stand(vraag))}`).searchParams))).toEqual(leesStand(vraag));
  });
  test('wat gewoon is staat er niet in', () => expect(adresVan('kernteam', stand({}))).toBe('/kaart/kernteam'));
  test.each([['beeld', 'heet'], ['dagen', 'weken'], ['via', '../geheim'], ['via', 'a,b,c,d,e,f,g,h,i'], ['blad', 'a b'], ['sorteer', '"'], ['schooljaar', ['2024-2025', '2025-2026']]])('een verkeerd veld (%s) wordt met naam geweigerd', (veld, waarde) => {
    expect(leesStand({ [veld]: waarde }).fouten.map((f) => [f.veld, /verwacht|meer dan één keer/.test(f.melding)])).toEqual([[veld, true]]);
  });
});

describe('het filterformulier', () => {
  test.each([
    [{ periode: '2025-2026', kenmerk: 'school:10AB' }, { schooljaar: '2025-2026', school: '10AB' }],
    [{ periode: 'maanden', kenmerk: '', van: '2025-09', tot: '2025-12' }, { van: '2025-09', tot: '2025-12' }],
    [{ periode: '2024-2025', kenmerk: '', van: '2025-09' }, { schooljaar: '2024-2025' }],
    [{ periode: '', kenmerk: 'bestuur:Stichting: De Brug', route: 'kernteam' }, { bestuur: 'Stichting: De Brug', route: 'kernteam' }],
    [{ periode: '', kenmerk: '', school: '10AB' }, {}],
  ])('%j wordt %j', (vraag, filter) => expect(uitFormulier(vraag, stand(vraag).filter)).toEqual(filter));
  test('een adres zonder formulier blijft zoals het is', () => expect(uitFormulier({ schooljaar: '2025-2026' }, { schooljaar: '2025-2026' })).toBeUndefined());
});
