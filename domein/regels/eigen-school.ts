import { dag, getal, nietInVerleden, nietVoor, volgorde, waarde, type Regel } from './helpers.ts';

/** F-64, OS-01: het aanbod mag al begonnen zijn, maar heeft een einde dat nog komt en minstens één dagdeel (routeboek r. 204–206). */
export const eigenSchoolAanbod: Regel = (invoer, nu) => [
  volgorde('Duurt tot en met', dag(invoer, 'startDatum'), dag(invoer, 'eindDatum')),
  nietInVerleden('Duurt tot en met', dag(invoer, 'eindDatum'), nu),
  getal(invoer, 'dagdelen') === 0 ? 'Dagdelen per week: vul minstens 1 dagdeel in.' : null,
];

/** OS-06: wie het aanbod laat doorlopen, noemt een nieuwe laatste dag die nog komt (routeboek r. 210–216). */
export const eigenSchoolUitkomst: Regel = (invoer, nu) => [
  nietVoor('Duurt tot en met', dag(invoer, 'eindDatum'), dag(invoer, 'startDatum'), 'het begin van het aanbod'),
  waarde(invoer, 'resultaat') === 'LOOPT_DOOR' ? nietInVerleden('Duurt tot en met', dag(invoer, 'eindDatum'), nu) : null,
];
