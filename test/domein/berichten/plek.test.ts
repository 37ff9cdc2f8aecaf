import { describe, expect, test } from 'vitest';
import { berichtenOp, type Plek } from '../../../domein/berichten/opvangers.ts';
import { bezwaarTegen } from '../../../domein/berichten/plek.ts';
import type { Bericht } from '../../../domein/berichten/soorten.ts';
import { ROUTES } from '../../../domein/routes/index.ts';

/**
 * Vanuit elk moment (issue 11): wat er met een signaal gebeurt op elke plek van een lopende casus. `gevangen` is: meteen, of bewaard en
 * elke tien minuten opnieuw aangeboden tot de casus het oppakt; `geweigerd` is: de melder krijgt een zin die zegt wat hij kan doen.
 */
const TABEL: readonly (readonly [Bericht, Record<Plek, 'gevangen' | 'geweigerd'>])[] = [
  ['verzuimstand', { route: 'gevangen', sluiten: 'gevangen' }],
  ['andere-school', { route: 'gevangen', sluiten: 'gevangen' }],
  ['woongemeente-gewijzigd', { route: 'gevangen', sluiten: 'gevangen' }],
  ['toestemming-ingetrokken', { route: 'gevangen', sluiten: 'gevangen' }],
  ['vermoeden-onveiligheid', { route: 'gevangen', sluiten: 'gevangen' }],
  ['verzuim-gestopt', { route: 'gevangen', sluiten: 'geweigerd' }],
  ['leerling-uitgeschreven', { route: 'gevangen', sluiten: 'geweigerd' }],
  ['nergens-ingeschreven', { route: 'gevangen', sluiten: 'geweigerd' }],
  ['ontheffing-verleend', { route: 'gevangen', sluiten: 'geweigerd' }],
  ['ouders-werken-niet-mee', { route: 'gevangen', sluiten: 'geweigerd' }],
  ['vrijstelling-overwogen', { route: 'gevangen', sluiten: 'geweigerd' }],
  ['route-wisselt', { route: 'gevangen', sluiten: 'geweigerd' }],
];
const PLEKKEN: readonly Plek[] = ['route', 'sluiten'];
const casus = (route: string, plek: Plek) => ({ casusId: 'c', casusnummer: '2025-0001', route, status: 'open' as const, sluitVanaf: plek === 'sluiten' ? '2025-10-01' : null, eindDatum: null });

describe.each(ROUTES.map(({ proces }) => proces))('route %s', (route) => {
  test.each(TABEL.flatMap(([bericht, per]) => PLEKKEN.map((plek) => [bericht, plek, per[plek]] as const)))('%s, plek %s: %s', async (bericht, plek, verwacht) => {
    expect((await berichtenOp(plek, route)).has(bericht)).toBe(verwacht === 'gevangen');
    const bezwaar = await bezwaarTegen(casus(route, plek), bericht);
    if (verwacht === 'gevangen') expect(bezwaar).toBeUndefined();
    else expect(bezwaar).toEqual({ veld: 'Wat wilt u doorgeven', zin: expect.stringMatching(/wordt gesloten; .*geef dan het verzuim door\.$/) });
  });
});

test('een gesloten casus weigert elk signaal met een zin die zegt hoe het kind weer een casus krijgt', async () => {
  for (const [bericht] of TABEL) {
    const bezwaar = await bezwaarTegen({ ...casus('kernteam', 'route'), status: 'afgesloten', eindDatum: '2025-10-01' }, bericht);
    expect(bezwaar?.zin, bericht).toMatch(bericht === 'vermoeden-onveiligheid' ? /Veilig Thuis/ : /gesloten op 1 oktober 2025.*opnieuw aan/);
  }
});
