import { createHmac, randomBytes, scrypt, scryptSync, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const rekenUit = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Hoeveel werk een afdruk kost (N van scrypt). Een afdruk die er iets anders voor nam, zegt dat zelf. */
const KOSTEN = 16_384;

/** Maakt een zout en een scrypt-afdruk van een wachtwoord. @param kosten een macht van twee; alleen een test neemt er minder, die meldt zich honderden keren aan */
export function digest(password: string, zout = randomBytes(16), kosten = KOSTEN): string {
  return [zout.toString('hex'), scryptSync(password, zout, 32, { N: kosten }).toString('hex'), ...(kosten === KOSTEN ? [] : [kosten])].join(':');
}

/** Hoort dit wachtwoord bij de bewaarde afdruk? Rekent naast het gewone werk, zodat een aanmelding niets ophoudt; vergelijkt in vaste tijd. */
export async function matches(password: string, bewaard: string): Promise<boolean> {
  const [zout, hash, kosten = KOSTEN] = bewaard.split(':');
  if (!zout || !hash) return false;
  const gegeven = await rekenUit(password, Buffer.from(zout, 'hex'), 32, { N: Number(kosten) });
  const verwacht = Buffer.from(hash, 'hex');
  return verwacht.length === gegeven.length && timingSafeEqual(gegeven, verwacht);
}

export interface Access {
  controleer(password: string): Promise<boolean>;
  /** Het sleutelbestand waarmee `npm run casus` zich meldt. */
  readonly key: string;
  /** Ondertekent de cookie van wie zich aanmeldt. Blijft over een herstart heen; met een ander wachtwoord van beheer is iedereen afgemeld. */
  readonly sessiegeheim: string;
  /** Alleen gevuld bij de eerste start: dit wachtwoord wordt één keer getoond en nergens bewaard. */
  readonly newPassword?: string;
}

/**
 * Het vaste account `beheer` en de geheimen van deze opstelling. Zonder ingesteld wachtwoord wordt er bij de eerste start een gemaakt;
 * alleen de afdruk blijft staan, in de gegevensmap en leesbaar voor de eigenaar alleen.
 */
export function openAccess(dir: string, ingesteld?: string): Access {
  mkdirSync(dir, { recursive: true });
  const hashBestand = join(dir, 'beheer-wachtwoord');
  const key = geheim(join(dir, 'beheer-sleutel'));
  const ondertekenaar = geheim(join(dir, 'beheer-sessiegeheim'));
  const sessiegeheim = (bij: string): string => createHmac('sha256', ondertekenaar).update(bij).digest('hex');
  if (ingesteld !== undefined) {
    const vast = digest(ingesteld);
    return { controleer: (w) => matches(w, vast), key, sessiegeheim: sessiegeheim(ingesteld) };
  }
  let newPassword: string | undefined;
  if (!existsSync(hashBestand)) {
    newPassword = randomBytes(12).toString('base64url');
    writeFileSync(hashBestand, digest(newPassword), { mode: 0o600 });
  }
  const bewaard = readFileSync(hashBestand, 'utf8').trim();
  return { controleer: (w) => matches(w, bewaard), key, sessiegeheim: sessiegeheim(bewaard), ...(newPassword === undefined ? {} : { newPassword }) };
}

/** Leest een geheim, of maakt het: 256 bits, alleen leesbaar voor de eigenaar. */
function geheim(bestand: string): string {
  if (!existsSync(bestand)) writeFileSync(bestand, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(bestand, 'utf8').trim();
}
