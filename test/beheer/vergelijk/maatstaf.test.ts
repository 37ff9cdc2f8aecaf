import { describe, expect, test } from 'vitest';
import { maatstafVoor } from '../../../beheer/vergelijk/maatstaf.ts';

const bij = (filter: Record<string, string>) => maatstafVoor(filter, '2026-03-16');

describe('waar een heatmap eerst mee vergeleken wordt', () => {
  test('een bestuur of school: met alle kinderen van dat schooljaar', () => expect(bij({ schooljaar: '2024-2025', bestuur: 'Wijs' })).toEqual({ a: { schooljaar: '2024-2025' }, b: { schooljaar: '2024-2025', bestuur: 'Wijs' } }));
  test('een route zonder jaar: met beide routes van dit schooljaar', () => expect(bij({ route: 'kernteam' })).toEqual({ a: { schooljaar: '2025-2026' }, b: { route: 'kernteam' } }));
  test('een schooljaar: met het vorige', () => expect(bij({ schooljaar: '2025-2026' })).toEqual({ a: { schooljaar: '2024-2025' }, b: { schooljaar: '2025-2026' } }));
  test('maanden: met dezelfde een jaar eerder', () => expect(bij({ van: '2025-09', tot: '2026-01' })).toEqual({ a: { van: '2024-09', tot: '2025-01' }, b: { van: '2025-09', tot: '2026-01' } }));
  test('alles: vorig schooljaar met dit', () => expect(bij({})).toEqual({ a: { schooljaar: '2024-2025' }, b: { schooljaar: '2025-2026' } }));
});
