import { createHash } from 'node:crypto';
import { SCHOOL_ROLES, type Role, type Principal } from './roles.ts';

/** Hoe wat de aanmelddienst zegt een rol wordt. */
export interface ClaimMapping {
  /** Waar de groepen of rollen staan, bijvoorbeeld `groups` of `realm_access.roles`. */
  readonly rolClaim: string;
  /** Per rol de waarden die haar geven. `{brin}` staat voor een BRIN: `ib-er-{brin}` past op `ib-er-10AB` en noemt de school. */
  readonly rollen: readonly { readonly rol: Role; readonly waarde: string }[];
  /** Waar het BRIN staat van wie een rol van één school heeft, als het niet in de waarde zelf zit. */
  readonly schoolClaim: string;
}

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string; readonly iss: string };
const BRIN = /^\d{2}[A-Z]{2}$/;

function opPad(claims: Claims, pad: string): unknown {
  // Een naam kan zelf een punt bevatten (https://example.org/rollen): de hele naam gaat voor.
  if (Object.hasOwn(claims, pad)) return claims[pad];
  return pad.split('.').reduce<unknown>((deel, sleutel) => (typeof deel === 'object' && deel !== null ? (deel as Record<string, unknown>)[sleutel] : undefined), claims);
}

const teksten = (waarde: unknown): string[] => (Array.isArray(waarde) ? waarde : [waarde]).filter((deel): deel is string => typeof deel === 'string');
const letterlijk = (tekst: string): string => tekst.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Wie de aanmelddienst noemt, met de rollen die hier gelden. Een rol van één school telt alleen als er precies één school bij te
 * vinden is. Het account heet hier naar een afdruk van de dienst en haar kenmerk: in een log staat dus geen naam.
 */
export function principalFromClaims(claims: Claims, { rolClaim, rollen, schoolClaim }: ClaimMapping): Principal {
  const waarden = teksten(opPad(claims, rolClaim));
  const scholen = new Set(teksten(opPad(claims, schoolClaim)).map((school) => school.toUpperCase()).filter((school) => BRIN.test(school)));
  const gevonden = new Set<Role>();
  for (const { rol, waarde } of rollen) {
    const patroon = new RegExp(`^${letterlijk(waarde).replace('\\{brin\\}', '(\\d{2}[A-Za-z]{2})')}$`);
    for (const gegeven of waarden) {
      const treffer = patroon.exec(gegeven);
      if (!treffer) continue;
      gevonden.add(rol);
      if (treffer[1] !== undefined) scholen.add(treffer[1].toUpperCase());
    }
  }
  const school = scholen.size === 1 ? [...scholen][0] as string : null;
  const geldig = [...gevonden].filter((rol) => school !== null || !SCHOOL_ROLES.includes(rol));
  return {
    accountId: `oidc-${createHash('sha256').update(`${claims.iss} ${claims.sub}`).digest('hex').slice(0, 16)}`,
    naam: teksten([claims['name'], claims['preferred_username'], claims['email']])[0]?.slice(0, 80) ?? 'aangemeld',
    rollen: geldig, schoolBrin: geldig.some((rol) => SCHOOL_ROLES.includes(rol)) ? school : null,
  };
}
