/** Waarover een verschil gaat; in deze volgorde staat het in het verslag. */
export const SOORTEN = { afloop: 'Hoe het afloopt', taak: 'Taken', rol: 'Wie een taak krijgt', termijn: 'Termijnen', mail: 'Mails', weg: 'De weg door de modellen', schuift: 'Wat later of eerder begint' } as const;
export type Soort = keyof typeof SOORTEN;

/** Iets wat voor een kind anders wordt. */
export interface Verschil {
  readonly soort: Soort;
  /** De zin zonder datums: hetzelfde verschil bij een ander kind heeft dezelfde zin. */
  readonly zin: string;
  /** De datums of aantallen bij dit kind: `nu uiterlijk 8 september, straks 10 september`. */
  readonly voorbeeld?: string | undefined;
  /** Waar het op de tekening staat. */
  readonly plek?: { readonly proces: string; readonly element: string; readonly stand: 'erbij' | 'weg' | 'anders' } | undefined;
}
