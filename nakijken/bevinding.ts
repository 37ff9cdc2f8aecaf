/** Eén opmerking, wat haar ook maakt. Iedere opmerking is een fout: een waarschuwing die blijft staan leest niemand meer. */
export interface Bevinding {
  /** Het pad vanaf de map van Routeboek: `bpmn/kernteam.bpmn`. */
  readonly bestand: string;
  /** Het onderdeel, de regel van een tabel, het veld of de regel tekst. */
  readonly plaats: string;
  /** Wat er niet klopt en wat er wordt verwacht, in gewone woorden. */
  readonly tekst: string;
  /** De regel die dit zegt; onder die naam staat de uitleg in `lint/`. */
  readonly regel: string;
}

/** @returns de opmerking op één regel, zoals `npm run lint`, `npm run uitrollen` en `npm start` haar tonen */
export function alsRegel({ bestand, plaats, tekst, regel }: Bevinding): string {
  return `${bestand}  ${plaats}  ${tekst}  (${regel})`;
}

/** Elke opmerking één keer, de bestanden bij elkaar: twee regels of twee versies van Camunda zeggen soms hetzelfde. */
export function eenmalig(bevindingen: readonly Bevinding[]): Bevinding[] {
  const gezien = new Map<string, Bevinding>();
  for (const b of bevindingen) {
    const sleutel = [b.bestand, b.plaats, b.tekst].join('\n');
    if (!gezien.has(sleutel)) gezien.set(sleutel, b);
  }
  return [...gezien.values()].sort((a, b) => a.bestand.localeCompare(b.bestand, 'nl'));
}
