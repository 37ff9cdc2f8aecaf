import { expect, test } from 'vitest';
import { groepOp } from '../../../domein/casus/groep.ts';

const opgegeven = { groep: 6, groepSchooljaar: '2024-2025', didactischeLeeftijdMaanden: 34 };

test.each([
  ['tot en met 31 juli', '2025-07-31', { groep: 6, didactischeLeeftijdMaanden: 34 }],
  ['vanaf 1 augustus', '2025-08-01', { groep: 7, didactischeLeeftijdMaanden: 44 }],
  ['twee jaar later', '2026-09-01', { groep: 8, didactischeLeeftijdMaanden: 54 }],
  ['na de basisschool blijft het de hoogste groep', '2029-09-01', { groep: 8, didactischeLeeftijdMaanden: 84 }],
  ['een klok die teruggaat maakt niemand jonger', '2023-09-01', { groep: 6, didactischeLeeftijdMaanden: 34 }],
])('groep en didactische leeftijd gaan met het schooljaar mee: %s', (_wanneer, dag, verwacht) => {
  expect(groepOp(opgegeven, dag)).toEqual(verwacht);
});

test('zonder schooljaar of zonder didactische leeftijd blijft staan wat is opgegeven', () => {
  expect(groepOp({ groep: 3, groepSchooljaar: null, didactischeLeeftijdMaanden: null }, '2026-09-01')).toEqual({ groep: 3, didactischeLeeftijdMaanden: null });
});
