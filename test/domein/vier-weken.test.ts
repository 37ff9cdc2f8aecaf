import { expect, test } from 'vitest';
import { leesVierWeken } from '../../domein/casus/vier-weken.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';

const casus = { vierWekenSinds: '2025-09-29', routeOpnieuwSinds: '2025-10-13', cyclus: 2, escalatieDatum: '2025-09-01', brin: '10AB' };
const lees = (nu: string, anders = {}) => leesVierWeken(fakeEngine(), new Date(nu), { ...casus, ...anders });

test('na een terugval houden vier weken die nog lopen hun begin; daarna telt de volgende periode verder', async () => {
  expect(await lees('2025-10-14T09:00:00+02:00')).toEqual({ sinds: '2025-09-29', cyclus: 2, loopt: true, escalatieDatum: '2025-09-01' });
  expect(await lees('2025-10-28T09:00:00+01:00')).toMatchObject({ loopt: false, cyclus: 2 });
});

test('zonder terugval is er niets dat doortelt', async () => {
  expect(await lees('2025-10-14T09:00:00+02:00', { routeOpnieuwSinds: null })).toBeNull();
  expect(await lees('2025-10-14T09:00:00+02:00', { vierWekenSinds: null })).toBeNull();
});
