import { createHash } from 'node:crypto';
import { Store, type SessionData } from 'express-session';
import type { Klok } from '../../domein/klok.ts';
import { bewaarSessie, leesSessie, verlengSessie, wisSessie } from '../../registratie/beheer-sessies.ts';
import type { Register } from '../../registratie/register.ts';

/** Hoe lang een aanmelding geldt, in milliseconden. */
export interface SessionDuration {
  /** Zo lang mag iemand niets doen. */
  readonly stilMs: number;
  /** Daarna is het hoe dan ook over. */
  readonly hoogstensMs: number;
}

/** Wie nog bezig is zich aan te melden heeft hier een kwartier voor. */
const BEZIG_MS = 15 * 60_000;
const afdruk = (sid: string): string => createHash('sha256').update(sid).digest('hex');
type Klaar<T = void> = (fout?: unknown, waarde?: T) => void;

/**
 * De sessies van express-session in het register, zodat zij een herstart overleven en op beide databanken gelijk werken. De tijd komt
 * van de klok die binnenkomt, want het einde van een sessie is hier geregeld en niet in de cookie. Een sessie verandert alleen bij
 * het aanmelden: een pagina die nog onderweg is kan een afgemelde sessie dus niet terugzetten.
 */
export class SessionStore extends Store {
  readonly #register: Register;
  readonly #klok: Klok;
  readonly #duur: SessionDuration;

  constructor({ register, klok, duur }: { register: Register; klok: Klok; duur: SessionDuration }) {
    super();
    this.#register = register;
    this.#klok = klok;
    this.#duur = duur;
  }

  #einde(sessie: SessionData): Date {
    const nu = this.#klok.nu().getTime();
    return new Date(sessie.wie ? Math.min(nu + this.#duur.stilMs, (sessie.begonnen ?? nu) + this.#duur.hoogstensMs) : nu + BEZIG_MS);
  }

  override get(sid: string, klaar: Klaar<SessionData | null>): void {
    leesSessie(this.#register.db, afdruk(sid), this.#klok.nu()).then((gegevens) => klaar(null, (gegevens as SessionData | undefined) ?? null), klaar);
  }

  override set(sid: string, sessie: SessionData, klaar: Klaar = () => undefined): void {
    bewaarSessie(this.#register.db, { sessie: afdruk(sid), accountId: sessie.wie?.accountId ?? null, gegevens: sessie, verlooptOp: this.#einde(sessie) }).then(() => klaar(), klaar);
  }

  override touch(sid: string, sessie: SessionData, klaar: Klaar = () => undefined): void {
    verlengSessie(this.#register.db, afdruk(sid), this.#einde(sessie)).then(() => klaar(), klaar);
  }

  override destroy(sid: string, klaar: Klaar = () => undefined): void {
    wisSessie(this.#register.db, afdruk(sid)).then(() => klaar(), klaar);
  }
}
