import type { Connection } from './register.ts';

/** Wat nodig is om te zien of een open taak nog bij de juiste mensen staat. */
export interface Taakpersonen {
  casusId: string;
  groepen: Record<string, string> | null;
  /** De vaste personen van nu. */
  nu: { rol: string; userId: string | null }[];
  /** Wie een rol eerder had. */
  eerder: { rol: string; userId: string | null }[];
}

/** De mensen en groepen van een casus, ook van vroeger. Niets als de casus er niet is. */
export async function leesTaakpersonen(db: Connection, casusId: string): Promise<Taakpersonen | undefined> {
  const casus = await db.selectFrom('casus').select(['casusId', 'groepen']).where('casusId', '=', casusId).executeTakeFirst();
  if (!casus) return undefined;
  const contacten = await db.selectFrom('contact').select(['rol', 'userId', 'tot']).where('casusId', '=', casusId).execute();
  return { ...casus, nu: contacten.filter((c) => c.tot === null), eerder: contacten.filter((c) => c.tot !== null) };
}
