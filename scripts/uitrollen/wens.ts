import { parseArgs } from 'node:util';
import { ChoiceError } from '../../engine/earlier-roll-outs.ts';
import type { Wish } from '../../what-to-roll-out.ts';

export const GEBRUIK = [
  'npm run uitrollen                         kijkt alles na en rolt uit wat er nu in uw bestanden staat',
  'npm run uitrollen -- --lijst              noemt de eerdere uitrollen: wanneer, door wie, en wat er veranderde',
  'npm run uitrollen -- --terug              gaat terug naar de uitrol ervoor',
  'npm run uitrollen -- --terug 11           gaat terug naar uitrol 11',
  'npm run uitrollen -- --terug 12-11-2026   gaat terug naar wat er aan het eind van die dag draaide',
  'npm run uitrollen -- --toch               rolt uw bestanden uit, ook als u daar net van terugging',
];

/**
 * Wat er op de opdrachtregel gevraagd wordt.
 * @throws ChoiceError met wat er wel kan
 */
export function leesWens(args: readonly string[]): Wish | { readonly kind: 'list' } {
  const { lijst, terug, toch, keuzes } = ontleed(args);
  if ([lijst, terug, toch].filter(Boolean).length > 1) throw onduidelijk('Kies één van --lijst, --terug en --toch.');
  if (!terug && keuzes.length > 0) throw onduidelijk(`Bij "${keuzes.join(' ')}" is niet duidelijk wat er moet gebeuren; bedoelt u npm run uitrollen -- --terug ${keuzes[0]}?`);
  if (keuzes.length > 1) throw onduidelijk(`--terug krijgt één nummer of één dag, en geen ${keuzes.length} (${keuzes.join(' ')}).`);
  if (lijst) return { kind: 'list' };
  return terug ? { kind: 'back', choice: keuzes[0] } : { kind: 'files', again: toch };
}

function ontleed(args: readonly string[]): { lijst: boolean; terug: boolean; toch: boolean; keuzes: string[] } {
  const { values, positionals, tokens } = parseArgs({ args: [...args], allowPositionals: true, strict: false, tokens: true, options: { lijst: { type: 'boolean' }, terug: { type: 'boolean' }, toch: { type: 'boolean' } } });
  const onbekend = tokens.find((token) => token.kind === 'option' && !['lijst', 'terug', 'toch'].includes(token.name));
  if (onbekend?.kind === 'option') throw onduidelijk(`De optie ${onbekend.rawName} bestaat niet.`);
  // `--terug=11` is hetzelfde als `--terug 11`.
  const direct = tokens.flatMap((token) => (token.kind === 'option' && typeof token.value === 'string' ? [token.value] : []));
  return { lijst: Boolean(values['lijst']), terug: Boolean(values['terug']), toch: Boolean(values['toch']), keuzes: [...direct, ...positionals] };
}

const onduidelijk = (zin: string): ChoiceError => new ChoiceError([zin, 'U kunt kiezen uit:', ...GEBRUIK.map((regel) => `  ${regel}`)].join('\n'));
