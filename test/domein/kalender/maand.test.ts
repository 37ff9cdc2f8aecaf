import { expect, test } from 'vitest';
import { begonnenMaanden, inSchooljaar, maandenVan, meetdagVan, volgendeMaand, vorigeMaand } from '../../../domein/kalender/maand.ts';

test('een maand verder of terug gaat over het jaar heen', () => expect([volgendeMaand('2025-12'), vorigeMaand('2025-01')]).toEqual(['2026-01', '2024-12']));

test('een schooljaar loopt van 1 augustus tot en met 31 juli', () => {
  expect(maandenVan('2025-2026')).toEqual({ van: '2025-08', tot: '2026-07' });
  expect(['2025-07-31', '2025-08-01', '2026-07-31', '2026-08-01'].map((dag) => inSchooljaar(dag, '2025-2026'))).toEqual([false, true, true, false]);
});

test('alleen begonnen maanden, en de lopende gemeten tot en met vandaag', () => {
  expect(begonnenMaanden('2025-2026', '2025-10-01')).toEqual(['2025-08', '2025-09', '2025-10']);
  expect(begonnenMaanden('2024-2025', '2025-10-01')).toHaveLength(12);
  expect(begonnenMaanden('2026-2027', '2025-10-01')).toEqual([]);
  expect([meetdagVan('2025-09', '2025-10-01'), meetdagVan('2025-10', '2025-10-01')]).toEqual(['2025-09-30', '2025-10-01']);
});
