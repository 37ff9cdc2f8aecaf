import type { Route } from './route.ts';

/** De school heeft geen kernteam; de contactpersoon van het SWV schrijft de notitie (routeboek r. 122–216). */
export const geenKernteam = {
  proces: 'geen-kernteam',
  stapPrefix: 'GK',
  afsluiter: { rol: 'contactpersoon-swv', persoon: 'contactpersoonSwv' },
  regie: ['contactpersoon-swv'],
  eigenProces: { nr: 8, naam: 'Verzuim melden', proces: 'duo-verzuimmelding' },
} as const satisfies Route;
