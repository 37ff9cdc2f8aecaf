import type { Opname, Taakopname } from '../../proef/opname.ts';

/** Een taak die op maandag 7 september 2026 opengaat en woensdag klaar moet zijn; een test noemt alleen wat anders is. */
export const taak = (anders: Partial<Taakopname> = {}): Taakopname => ({
  proces: 'kernteam', element: 'KT_05', stap: 'KT-05', naam: 'Regisseur aanwijzen', rollen: ['schoolbestuur'], op: '2026-09-07T09:00:00.000Z', uiterlijk: '2026-09-10T15:00:00.000Z', ...anders,
});

/** Een kind dat één taak krijgt, waarna een mail uitgaat. */
export const opname = (anders: Partial<Opname> = {}): Opname => ({
  naam: 'hersteld', taken: [taak()], mails: [{ melding: 'N-12', aanRol: 'ouder', op: '2026-09-08T09:00:00.000Z', tekst: 'Casus 2026-0001\nUw kind is thuis.' }],
  pad: [{ proces: 'kernteam', element: 'KT_05', soort: 'USER_TASK', naam: 'Regisseur aanwijzen' }, { proces: 'kernteam', element: 'mail', soort: 'SERVICE_TASK', naam: 'Ouders inlichten' }], afloop: 'loopt nog', ...anders,
});
