import { dag, nietNa, nietVoor, type Regel } from './helpers.ts';

/** F-12, KT-08a: het aangepaste aanbod begint binnen de vier weken (routeboek r. 57–63). */
export const onderwijsaanbod4wk: Regel = (invoer, { vandaag }) => {
  const start = dag(invoer, 'startDatum');
  const einde = dag(invoer, 'eindeVierweken', 'termijnen.eindeVierweken');
  return [
    nietVoor('Het aanbod begint op', start, dag(invoer, 't0', 'termijnen.t0'), 'het begin van de vier weken'),
    // Wie pas na de vier weken aan deze taak toekomt, vult gewoon de dag in waarop het aanbod begon.
    einde !== undefined && vandaag > einde ? null : nietNa('Het aanbod begint op', start, einde, 'het einde van de vier weken'),
  ];
};
