import type { Reeks } from './beelden.ts';
import type { Merk, Pijlmerk } from './hitte.ts';

/** Wat de pagina aan het script geeft om te tekenen. Alleen getallen die ook in de tabel staan. */
export interface Tekengegevens {
  readonly proces: string;
  /** Waar de BPMN te halen is. */
  readonly model: string;
  readonly beeld: Reeks;
  /** Het deelproces dat als eerste open moet; leeg is het proces zelf. */
  readonly blad: string;
  /** Als de hele tekening er niet leesbaar in past is de eerste hiervan die op het blad staat in beeld; zonder is dat de warmste plek. */
  readonly eerst?: readonly string[];
  readonly merken: readonly Merk[];
  readonly pijlen: readonly Pijlmerk[];
  /** Waar een klik op een aangeroepen proces heen gaat. */
  readonly naar: Readonly<Record<string, string>>;
  /** De klassen van de legenda, van licht naar donker. */
  readonly klassen: readonly string[];
}
