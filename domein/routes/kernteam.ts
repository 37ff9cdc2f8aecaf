import type { Route } from './route.ts';

/** De school heeft een kernteam; de regisseur van het SWV schrijft de notitie (routeboek r. 28–120). */
export const kernteam = {
  proces: 'kernteam',
  stapPrefix: 'KT',
  afsluiter: { rol: 'regisseur-swv', persoon: 'regisseurSwv' },
  regie: ['regisseur-swv', 'regisseur-schoolbestuur', 'voorgestelde-regisseur-schoolbestuur'],
  eigenProces: { nr: 9, naam: 'Verzuim melden', proces: 'duo-verzuimmelding' },
} as const satisfies Route;
