import { dag, nietNa, nietVoor, type Regel } from './helpers.ts';

/** F-12, KT-08a: het aangepaste aanbod begint binnen de vier weken (routeboek r. 57–63). */
export const onderwijsaanbod4wk: Regel = (invoer) => {
  const start = dag(invoer, 'startDatum');
  return [
    nietVoor('Start aangepast aanbod', start, dag(invoer, 't0', 'termijnen.t0'), 'het begin van de vier weken'),
    nietNa('Start aangepast aanbod', start, dag(invoer, 'eindeVierweken', 'termijnen.eindeVierweken'), 'het einde van de vier weken'),
  ];
};
