import { expect, test } from 'vitest';
import { GEBRUIK, leesWens } from '../../scripts/uitrollen/wens.ts';

test.each([
  [[], { kind: 'files', again: false }],
  [['--toch'], { kind: 'files', again: true }],
  [['--lijst'], { kind: 'list' }],
  [['--terug'], { kind: 'back', choice: undefined }],
  [['--terug', '11'], { kind: 'back', choice: '11' }],
  [['--terug=12-11-2026'], { kind: 'back', choice: '12-11-2026' }],
])('%j', (args, wens) => {
  expect(leesWens(args)).toEqual(wens);
});

test.each([
  [['--terugg'], 'De optie --terugg bestaat niet.'],
  [['11'], 'Bij "11" is niet duidelijk wat er moet gebeuren; bedoelt u npm run uitrollen -- --terug 11?'],
  [['--terug', '11', '12'], '--terug krijgt één nummer of één dag, en geen 2 (11 12).'],
  [['--terug', '--lijst'], 'Kies één van --lijst, --terug en --toch.'],
])('%j krijgt een gewone zin en wat er wel kan', (args, zin) => {
  expect(() => leesWens(args)).toThrow([zin, 'U kunt kiezen uit:', ...GEBRUIK.map((regel) => `  ${regel}`)].join('\n'));
});
