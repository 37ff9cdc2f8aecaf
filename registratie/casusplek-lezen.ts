import type { Connection } from './register.ts';
import type { CasusStatus, Datum } from './schema.ts';

export interface Casusplek {
  casusId: string;
  casusnummer: string;
  route: string;
  status: CasusStatus;
  /** Gevuld zolang de casus wordt gesloten. */
  sluitVanaf: Datum | null;
  eindDatum: Datum | null;
}

/** Waar een casus is, bij haar id of anders bij haar nummer; ook als zij gesloten is. */
export function leesCasusplek(db: Connection, zoek: { casusId?: string | null | undefined; casusnummer?: string | null | undefined }): Promise<Casusplek | undefined> {
  const casus = db.selectFrom('casus').select(['casusId', 'casusnummer', 'route', 'status', 'sluitVanaf', 'eindDatum']);
  return (zoek.casusId ? casus.where('casusId', '=', zoek.casusId) : casus.where('casusnummer', '=', zoek.casusnummer?.trim() ?? '')).executeTakeFirst();
}
