import { dag, nietInToekomst, nietInVerleden, nietVoor, type Regel } from './helpers.ts';

/** EV-01: een gesprek dat nog komt. */
export const evaluatiePlannen: Regel = (invoer, nu) => [nietInVerleden('Datum van het gesprek', dag(invoer, 'gesprekGeplandOp'), nu)];

/** EV-02: een verslag is er pas als het gesprek is gehouden. */
export const evaluatieVerslag: Regel = (invoer, nu) => [
  nietInToekomst('Gehouden op', dag(invoer, 'gehoudenOp'), nu),
  nietVoor('Gehouden op', dag(invoer, 'gehoudenOp'), dag(invoer, 'datumSignaal', 'signaal.datumSignaal'), 'de datum van het signaal'),
];
