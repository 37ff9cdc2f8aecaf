import { dag, getal, nietInVerleden, type Regel } from './helpers.ts';

/** F-06, KT-04 (routeboek r. 41–43). */
export const logboekStart: Regel = (invoer, nu) => {
  const min = getal(invoer, 'urenRamingMin');
  const max = getal(invoer, 'urenRamingMax');
  return [
    min !== undefined && max !== undefined && max < min
      ? 'Raming: maximaal aantal uren: het hoogste aantal is kleiner dan het laagste. Vul een gelijk of hoger aantal in.'
      : null,
    nietInVerleden('Datum van die actie', dag(invoer, 'volgendeActieDatum'), nu),
  ];
};
