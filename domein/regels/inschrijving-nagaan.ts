import { dag, nietInToekomst, waarde, type Regel } from './helpers.ts';

/** F-30: waar het kind naar school gaat (routeboek r. 315–316, 618–619). Sluiten kan alleen op een inschrijving die vaststaat. */
export const inschrijvingNagaan: Regel = (invoer, nu) => {
  const elders = invoer['uitkomst'] === 'ANDERE_SCHOOL';
  return [
    nietInToekomst('Gesproken op', dag(invoer, 'datum'), nu),
    elders && waarde(invoer, 'nieuweSchool') === undefined ? 'Naam van de school: vul in waar de leerling is ingeschreven.' : null,
    (elders || invoer['uitkomst'] === 'EIGEN_SCHOOL') && dag(invoer, 'ingeschrevenOp') === undefined ? 'Ingeschreven op: vul de datum van de inschrijving in.' : null,
    nietInToekomst('Ingeschreven op', dag(invoer, 'ingeschrevenOp'), nu),
  ];
};
