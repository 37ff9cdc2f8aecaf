const LIJST = new Intl.ListFormat('nl', { type: 'conjunction' });

/** Wat er staat, elk één keer: `a, b en c`; van een lange rij de eerste drie en hoeveel er nog zijn. */
export function opsomming(delen: readonly string[]): string {
  const een = [...new Set(delen)];
  return LIJST.format(een.length > 4 ? [...een.slice(0, 3), `nog ${een.length - 3}`] : een);
}
