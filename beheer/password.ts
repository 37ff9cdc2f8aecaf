import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const rekenUit = promisify<string, Buffer, number, Buffer>(scrypt);

/** Maakt een zout en een scrypt-afdruk van een wachtwoord. */
function digest(password: string, zout = randomBytes(16)): string {
  return `${zout.toString('hex')}:${scryptSync(password, zout, 32).toString('hex')}`;
}

/** Hoort dit wachtwoord bij de bewaarde afdruk? Rekent naast het gewone werk, zodat een aanmelding niets ophoudt; vergelijkt in vaste tijd. */
export async function matches(password: string, bewaard: string): Promise<boolean> {
  const [zout, hash] = bewaard.split(':');
  if (!zout || !hash) return false;
  const gegeven = await rekenUit(password, Buffer.from(zout, 'hex'), 32);
  const verwacht = Buffer.from(hash, 'hex');
  return verwacht.length === gegeven.length && timingSafeEqual(gegeven, verwacht);
}

/** Een account van beheer: één gebruiker met een wachtwoord. */
export interface Account {
  controleer(password: string): Promise<boolean>;
  /** Alleen gevuld bij de eerste start: dit wachtwoord wordt één keer getoond en nergens bewaard. */
  readonly newPassword?: string;
}

export interface Access extends Account {
  /** Het sleutelbestand waarmee `npm run casus` zich meldt. */
  readonly key: string;
}

/**
 * Opent een account. Zonder ingesteld wachtwoord wordt er bij de eerste start een gemaakt; alleen de afdruk blijft staan, in de
 * gegevensmap en leesbaar voor de eigenaar alleen.
 * @param naam van de gebruiker; het bestand heet ernaar
 */
export function openAccount(dir: string, naam: string, ingesteld?: string): Account {
  mkdirSync(dir, { recursive: true });
  if (ingesteld !== undefined) {
    const vast = digest(ingesteld);
    return { controleer: (w) => matches(w, vast) };
  }
  const hashBestand = join(dir, `${naam}-wachtwoord`);
  let newPassword: string | undefined;
  if (!existsSync(hashBestand)) {
    newPassword = randomBytes(12).toString('base64url');
    writeFileSync(hashBestand, digest(newPassword), { mode: 0o600 });
  }
  const bewaard = readFileSync(hashBestand, 'utf8').trim();
  return { controleer: (w) => matches(w, bewaard), ...(newPassword === undefined ? {} : { newPassword }) };
}

/** De toegang tot beheer: de gebruiker `beheer`, en een sleutel voor programma's. */
export function openAccess(dir: string, ingesteld?: string): Access {
  const account = openAccount(dir, 'beheer', ingesteld);
  const sleutelBestand = join(dir, 'beheer-sleutel');
  if (!existsSync(sleutelBestand)) writeFileSync(sleutelBestand, randomBytes(32).toString('hex'), { mode: 0o600 });
  return { ...account, key: readFileSync(sleutelBestand, 'utf8').trim() };
}
