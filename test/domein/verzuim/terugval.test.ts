import { describe, expect, test } from 'vitest';
import { escalatieLoopt } from '../../../domein/verzuim/terugval.ts';

const casus = (anders: Partial<Parameters<typeof escalatieLoopt>[0]> = {}) => ({ vierWekenSinds: null, routeOpnieuwSinds: null, sluitVanaf: null, ...anders });
const thuis = (datum: string, dagdelen = 2) => [{ datum, dagdelen }];

describe('loopt er al een aanpak voor deze escalatie?', () => {
  test('in de route: zodra de vier weken begonnen zijn, tot de casus door een terugval opnieuw begint', () => {
    expect(escalatieLoopt(casus(), thuis('2025-09-23'), false)).toBe(false);
    expect(escalatieLoopt(casus({ vierWekenSinds: '2025-09-29' }), thuis('2025-10-07'), false)).toBe(true);
    expect(escalatieLoopt(casus({ vierWekenSinds: '2025-09-29', routeOpnieuwSinds: '2025-11-03' }), thuis('2025-11-04'), false)).toBe(false);
  });

  test('tijdens het sluiten telt alleen verzuim van na de terugkeer, ook als de vier weken al geweest zijn', () => {
    const sluit = casus({ vierWekenSinds: '2025-09-29', sluitVanaf: '2025-11-03' });
    expect(escalatieLoopt(sluit, thuis('2025-10-31'), false)).toBe(true);
    expect(escalatieLoopt(sluit, thuis('2025-11-03', 0), false)).toBe(true);
    expect(escalatieLoopt(sluit, thuis('2025-11-03'), false)).toBe(false);
    expect(escalatieLoopt(sluit, thuis('2025-11-03'), true), 'met een vrijstelling hoeft het kind niet te komen').toBe(true);
  });
});
