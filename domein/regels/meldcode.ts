import { dag, isJa, nietInToekomst, nietInVerleden, type Regel } from './helpers.ts';

/** Bij acuut gevaar houdt niets de melding op: dan wordt er verder niets nagekeken (routeboek r. 1117–1123). */
const tenzijAcuut = (regel: Regel): Regel => (invoer, nu) => (isJa(invoer, 'acuutGevaar') ? [] : regel(invoer, nu));

/** F-67, MC-01 (routeboek r. 1106). */
export const meldcodeSignalen = tenzijAcuut((invoer, nu) => [nietInToekomst('Wanneer is dit gezien of gehoord', dag(invoer, 'datum'), nu)]);

/** F-68, MC-02 (routeboek r. 1107). */
export const meldcodeConsultatie = tenzijAcuut((invoer, nu) => [nietInToekomst('Datum van het overleg', dag(invoer, 'datum'), nu)]);

/** F-69, MC-03 (routeboek r. 1108). */
export const meldcodeGesprek = tenzijAcuut((invoer, nu) => [nietInToekomst('Datum van het gesprek', dag(invoer, 'datum'), nu)]);

/** F-70, MC-04 (routeboek r. 1112–1123): of de vragen zijn beantwoord, eist het formulier. */
export const meldcodeWeging: Regel = () => [];

/** F-71, MC-05 (routeboek r. 1110). */
export const meldcodeMelding: Regel = (invoer, nu) => [nietInToekomst('Gemeld op', dag(invoer, 'meldingOp'), nu)];

/** F-72, MC-06 (routeboek r. 1119–1123): zonder dag van de evaluatie kwam de weging niet terug. */
export const meldcodeHulp = tenzijAcuut((invoer, nu) => [
  dag(invoer, 'evaluatieOp') === undefined ? 'Evaluatie op: vul de dag in waarop u opnieuw weegt.' : null,
  nietInVerleden('Evaluatie op', dag(invoer, 'evaluatieOp'), nu),
]);

/** MC-07: de hulp loopt (routeboek r. 1117–1123). */
export const meldcodeVolgen: Regel = () => [];
