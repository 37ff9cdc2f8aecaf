import type { Gebruikers } from '../../domein/gebruikers.ts';

/** Elke gebruiker bestaat, behalve `onbekend`. */
export const IEDEREEN: Gebruikers = { bestaat: async (naam) => naam !== 'onbekend', uitleg: 'Vraag de beheerder.' };
