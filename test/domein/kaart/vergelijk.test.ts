import { describe, expect, test } from 'vitest';
import { verschil } from '../../../domein/kaart/vergelijk.ts';

describe('een verschil', () => {
  test('is B min A', () => expect([verschil(12, 15), verschil(15, 12), verschil(0, 7)]).toEqual([3, -3, 7]));
  test('is er alleen als allebei er staat', () => expect([verschil(null, 15), verschil(12, null), verschil(null, null)]).toEqual([null, null, null]));
  test('van twee aandelen heeft niet meer cijfers dan zij', () => expect(verschil(0.1, 0.286)).toBe(0.186));
});
