import { DateTime } from 'luxon';
import { momentText, ZONE } from './moment.ts';
import type { LoggedRollOut } from './roll-out-log.ts';

/** Een keuze die niet kan; de boodschap is voor de proceseigenaar. */
export class ChoiceError extends Error {
  override readonly name = 'Keuzefout';
}

/** "uitrol 11 (van 12 november 2026 om 09:14)" */
export const named = ({ nummer, op }: Pick<LoggedRollOut, 'nummer' | 'op'>): string => `uitrol ${nummer} (van ${momentText(op)})`;

/** De uitrollen voor op het scherm, de nieuwste eerst. */
export function listText(rollOuts: readonly LoggedRollOut[], current: number | undefined): string[] {
  if (rollOuts.length === 0) return ['Er is nog niets uitgerold.'];
  return [...rollOuts].reverse().flatMap((entry) => [
    `${entry.nummer}  ${momentText(entry.op)}  door ${entry.wie} met ${entry.hoe}${entry.terugNaar === undefined ? '' : `, terug naar uitrol ${entry.terugNaar}`}${entry.nummer === current ? '  (dit draait nu)' : ''}`,
    ...(entry.wat.length === 0 ? ['    eerste uitrol'] : entry.wat.map((regel) => `    - ${regel}`)),
  ]);
}

/**
 * Naar welke uitrol teruggegaan wordt.
 * @param choice een nummer (`11`), een dag (`12-11-2026` of `2026-11-12`: wat er aan het eind van die dag draaide), of niets voor de vorige
 * @param current het nummer van wat nu draait
 * @throws ChoiceError als er niets te kiezen is of de keuze niet bestaat
 */
export function chooseEarlier(rollOuts: readonly LoggedRollOut[], current: number | undefined, choice?: string): LoggedRollOut {
  const chosen = choice === undefined ? previous(rollOuts, current) : /^\d+$/.test(choice) ? byNumber(rollOuts, Number(choice)) : onDay(rollOuts, choice);
  if (chosen.nummer === current) throw new ChoiceError(`Dat is ${named(chosen)}, en die draait nu al. npm run uitrollen -- --lijst noemt de andere.`);
  return chosen;
}

/** Wie al terug is en nog eens terug wil, wil verder terug, en niet naar waar hij vandaan kwam. */
function previous(rollOuts: readonly LoggedRollOut[], current: number | undefined): LoggedRollOut {
  let from = rollOuts.find(({ nummer }) => nummer === current);
  for (let naar = from?.terugNaar; naar !== undefined && from; naar = from?.terugNaar) from = rollOuts.find(({ nummer }) => nummer === naar) ?? { ...from, nummer: naar, terugNaar: undefined };
  const found = rollOuts.findLast(({ nummer }) => from !== undefined && nummer < from.nummer);
  if (!found) throw new ChoiceError('Er is geen eerdere uitrol om naar terug te gaan: dit is de eerste die bewaard is.');
  return found;
}

function byNumber(rollOuts: readonly LoggedRollOut[], nummer: number): LoggedRollOut {
  const found = rollOuts.find((entry) => entry.nummer === nummer);
  if (!found) throw new ChoiceError(`Uitrol ${nummer} is er niet (meer). Te kiezen zijn: ${rollOuts.map((entry) => entry.nummer).join(', ') || 'geen'}. npm run uitrollen -- --lijst zegt wat er per uitrol veranderde.`);
  return found;
}

function onDay(rollOuts: readonly LoggedRollOut[], text: string): LoggedRollOut {
  const day = ['d-M-yyyy', 'yyyy-MM-dd'].map((format) => DateTime.fromFormat(text, format, { zone: ZONE })).find(({ isValid }) => isValid);
  if (!day) throw new ChoiceError(`"${text}" is geen nummer en geen datum. Kies een nummer uit npm run uitrollen -- --lijst, of een dag als 12-11-2026.`);
  const found = rollOuts.findLast(({ op }) => DateTime.fromISO(op) <= day.endOf('day'));
  if (!found) throw new ChoiceError(`Op ${day.setLocale('nl').toFormat('d LLLL yyyy')} is er nog geen uitrol bewaard. De eerste is ${rollOuts[0] ? named(rollOuts[0]) : 'er nog niet'}.`);
  return found;
}
