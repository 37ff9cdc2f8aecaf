import { createHash } from 'node:crypto';
import type { Gebeurtenis } from './kiezen.ts';

/** Twee signalen zijn hetzelfde als alles wat erin staat hetzelfde is; de toelichting telt mee, maar staat niet in het kenmerk. */
export function signaalsleutel(casusId: string, { signaalType, inhoud, toelichting }: Gebeurtenis): string {
  return `signaal:${createHash('sha256').update(JSON.stringify(opVolgorde([casusId, signaalType, inhoud, toelichting ?? null]))).digest('hex')}`;
}

const opVolgorde = (waarde: unknown): unknown => {
  if (Array.isArray(waarde)) return waarde.map(opVolgorde);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).sort(([a], [b]) => (a < b ? -1 : 1)).map(([naam, deel]) => [naam, opVolgorde(deel)]));
};
