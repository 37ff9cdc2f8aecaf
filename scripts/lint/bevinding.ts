/** Eén opmerking van een lint, wat hem ook maakt. Iedere opmerking is een fout: een waarschuwing die blijft staan leest niemand meer. */
export interface Bevinding {
  readonly bestand: string;
  readonly plaats: string;
  readonly tekst: string;
  readonly regel: string;
}

/** @returns de opmerking op één regel, zoals `npm run lint` en een rode test haar tonen */
export function alsRegel({ bestand, plaats, tekst, regel }: Bevinding): string {
  return `${bestand}  ${plaats}  ${tekst}  (${regel})`;
}
