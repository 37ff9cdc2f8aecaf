import { dag, isJa, nietInToekomst, nietVoor, type Regel } from './helpers.ts';
import { nietBereikt } from './niet-bereikt.ts';

/** F-01, KT-01a (routeboek r. 30–33). */
export const gesprekOuders: Regel = (invoer, nu) => {
  const gesprek = dag(invoer, 'gesprekDatum');
  const terug = dag(invoer, 'datumVolledigTerug');
  return [
    !isJa(invoer, 'oudersNietBereikt') && 'gesprekDatum' in invoer && gesprek === undefined
      ? 'Datum van het gesprek: vul in wanneer u de ouders sprak, of vul in dat zij niet bereikt zijn.'
      : null,
    nietInToekomst('Datum van het gesprek', gesprek, nu),
    nietVoor('Datum van het gesprek', gesprek, dag(invoer, 'datumSignaal', 'signaal.datumSignaal'), 'de datum van het signaal'),
    nietInToekomst('Volledig terug sinds', terug, nu),
    isJa(invoer, 'verzuimGestopt') && 'datumVolledigTerug' in invoer && terug === undefined
      ? 'Volledig terug sinds: vul in vanaf welke dag de leerling weer volledig op school is.'
      : null,
    ...nietBereikt(invoer, nu, 'Schriftelijk uitgenodigd op'),
  ];
};
