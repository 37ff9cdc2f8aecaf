import type { Connection } from './register.ts';

/**
 * Zoekt een lopende casus bij haar id of, als er geen id is, bij haar nummer.
 * @returns het id, of niets als de casus er niet is of al is afgesloten
 */
export async function zoekLopendeCasusId(db: Connection, zoek: { casusId?: string | null | undefined; casusnummer?: string | null | undefined }): Promise<string | undefined> {
  const lopend = db.selectFrom('casus').select('casusId').where('status', '=', 'open');
  const gevonden = zoek.casusId ? lopend.where('casusId', '=', zoek.casusId) : lopend.where('casusnummer', '=', zoek.casusnummer?.trim() ?? '');
  return (await gevonden.executeTakeFirst())?.casusId;
}

/** De school van een casus, lopend of gesloten. */
export async function leesBrinBijNummer(db: Connection, casusnummer: string): Promise<string | undefined> {
  return (await db.selectFrom('casus').select('brin').where('casusnummer', '=', casusnummer).executeTakeFirst())?.brin;
}
