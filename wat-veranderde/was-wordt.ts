import { datumTekst } from '../domein/kalender/datum.ts';

/** Een waarde zoals zij in een zin past: zonder = en aanhalingstekens, en van een lange alleen het begin. */
export function kort(waarde: string | undefined): string {
  if (waarde === undefined || waarde.trim() === '') return 'leeg';
  const tekst = waarde.replace(/\s+/g, ' ').trim();
  return tekst.length > 90 ? `${tekst.slice(0, 89)}…` : tekst;
}

/** `was → wordt`; bij lange waarden `was …, wordt …`, dat leest beter. */
export function wasWordt(was: string | undefined, wordt: string | undefined): string {
  const [a, b] = [kort(was), kort(wordt)];
  return a.length + b.length > 60 ? `was ${a}, wordt ${b}` : `${a} → ${b}`;
}

/** @returns wat er bij kwam en wat er wegging */
export function verschil<T>(oud: readonly T[], nieuw: readonly T[]): { readonly erbij: T[]; readonly weg: T[] } {
  return { erbij: nieuw.filter((deel) => !oud.includes(deel)), weg: oud.filter((deel) => !nieuw.includes(deel)) };
}

/** Staat wat in beide voorkomt in een andere volgorde? */
export function andereVolgorde(oud: readonly string[], nieuw: readonly string[]): boolean {
  const samen = (lijst: readonly string[], ander: readonly string[]): string => lijst.filter((id) => ander.includes(id)).join('\n');
  return samen(oud, nieuw) !== samen(nieuw, oud);
}

/** Een dag als "17 oktober 2026"; iets anders blijft zoals het is. */
export const dag = (iso: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? datumTekst(iso) : iso);
