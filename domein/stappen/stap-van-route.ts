import { routeVan } from '../routes/index.ts';

/**
 * Kiest de stap die bij de route van de casus hoort: een gedeelde fase dient van elke route een stap ("KT-08a GK-07a").
 * @param stappen de eigenschap `stap` van het element
 * @param route proces-id van de route; onbekend zolang er geen casus is
 * @returns de stap van de route, anders de eerste die bij geen route hoort ("CA-02-1"), anders de eerste
 */
export function stapVanRoute(stappen: readonly string[], route: string | null | undefined): string | undefined {
  return opVolgorde(stappen, route)[0];
}

/** Alle stappen van het element, die van deze route voorop: zo vindt een zoeker in een tabel de best passende rij. */
export function opVolgorde(stappen: readonly string[], route: string | null | undefined): readonly string[] {
  const prefix = route ? routeVan(route)?.stapPrefix : undefined;
  const eigen = prefix === undefined ? [] : stappen.filter((stap) => stap.startsWith(`${prefix}-`));
  return [...eigen, ...stappen.filter((stap) => !eigen.includes(stap))];
}

/** De stappen in een eigenschap of variabele: "KT-01c GK-01c". */
export const opStap = (tekst: string | null | undefined): readonly string[] => (tekst ?? '').split(/\s+/).filter(Boolean);
