import { maakRest } from '../rest.ts';
import type { EngineAdres } from '../connection.ts';
import { maakLezen86 } from './reads-8.6.ts';
import { maakLezen89 } from './reads-8.9.ts';
import type { Lezen } from './reads.ts';

/** De leeskant die bij de versie van de engine hoort. 8.6 leest bij de webapps en heeft daar een eigen aanmelding voor. */
export function kiesLezen(keuze: { versie: '8.6' | '8.9'; adres: EngineAdres; webAdres: string; aanmelding: { gebruiker: string; wachtwoord: string } }): Lezen {
  return keuze.versie === '8.6' ? maakLezen86(keuze.webAdres, keuze.aanmelding) : maakLezen89(maakRest(keuze.adres));
}
