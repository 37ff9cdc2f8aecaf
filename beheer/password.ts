import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Maakt een zout en een scrypt-afdruk van een wachtwoord. */
function afdruk(wachtwoord: string, zout = randomBytes(16)): string {
  return `${zout.toString('hex')}:${scryptSync(wachtwoord, zout, 32).toString('hex')}`;
}

/** Hoort dit wachtwoord bij de bewaarde afdruk? Vergelijkt in vaste tijd. */
export function klopt(wachtwoord: string, bewaard: string): boolean {
  const [zout, hash] = bewaard.split(':');
  if (!zout || !hash) return false;
  return timingSafeEqual(scryptSync(wachtwoord, Buffer.from(zout, 'hex'), 32), Buffer.from(hash, 'hex'));
}

export interface Toegang {
  controleer(wachtwoord: string): boolean;
  /** Het sleutelbestand waarmee `npm run casus` zich meldt. */
  readonly sleutel: string;
  /** Alleen gevuld bij de eerste start: dit wachtwoord wordt één keer getoond en nergens bewaard. */
  readonly nieuwWachtwoord?: string;
}

/**
 * De toegang tot beheer: één gebruiker `beheer`. Zonder ingesteld wachtwoord wordt er bij de eerste start een gemaakt;
 * alleen de afdruk blijft staan, in de gegevensmap en leesbaar voor de eigenaar alleen.
 */
export function openToegang(map: string, ingesteld?: string): Toegang {
  mkdirSync(map, { recursive: true });
  const hashBestand = join(map, 'beheer-wachtwoord');
  const sleutelBestand = join(map, 'beheer-sleutel');
  if (!existsSync(sleutelBestand)) writeFileSync(sleutelBestand, randomBytes(32).toString('hex'), { mode: 0o600 });
  const sleutel = readFileSync(sleutelBestand, 'utf8').trim();
  if (ingesteld !== undefined) {
    const vast = afdruk(ingesteld);
    return { controleer: (w) => klopt(w, vast), sleutel };
  }
  let nieuwWachtwoord: string | undefined;
  if (!existsSync(hashBestand)) {
    nieuwWachtwoord = randomBytes(12).toString('base64url');
    writeFileSync(hashBestand, afdruk(nieuwWachtwoord), { mode: 0o600 });
  }
  const bewaard = readFileSync(hashBestand, 'utf8').trim();
  return { controleer: (w) => klopt(w, bewaard), sleutel, ...(nieuwWachtwoord === undefined ? {} : { nieuwWachtwoord }) };
}
