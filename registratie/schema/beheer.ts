import type { Json, Moment } from './columns.ts';

/** Eén aanmelding bij beheer. */
export interface BeheerSessieTable {
  /** Afdruk van het kenmerk in de cookie. */
  sessie: string;
  /** Leeg zolang iemand nog bezig is zich aan te melden. */
  accountId: string | null;
  gegevens: Json<unknown>;
  verlooptOp: Moment;
}

/** Een account dat de toepassing zelf bewaart. */
export interface BeheerAccountTable {
  accountId: string;
  naam: string;
  rol: string;
  schoolBrin: string | null;
  /** Zout en scrypt-afdruk van het wachtwoord. */
  afdruk: string;
  gemaaktOp: Moment;
}
