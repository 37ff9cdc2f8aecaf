/** Kleiner is te herleiden tot een kind (errata §3). */
export const DREMPEL = 5;

/** Een aantal zoals het naar buiten mag. `<5`: te klein om te noemen; null: weggelaten omdat het klein is of omdat een klein getal er anders uit volgt. */
export type Aantal = number | '<5' | null;

/** Nul zegt niets over een kind; een tot en met vier wel. */
export const teKlein = (n: number): boolean => n > 0 && n < DREMPEL;
/** Te klein, of zo groot dat wat overblijft te klein is: uit 20 van de 22 volgt dat het er bij twee anders ging. */
export const verraadtDeel = (n: number, geheel: number): boolean => teKlein(n) || teKlein(geheel - n);
export const aantal = (n: number): Aantal => (teKlein(n) ? '<5' : n);

/**
 * Afgerond op vijven. Zo staat alles wat getallen van verschillende elementen met elkaar verbindt (pijlen, de inhoud van een
 * deelproces, wat werd afgebroken): met precieze getallen daarvan was de tekening een rekensom waaruit een klein getal volgt.
 */
export const afgerond = (n: number): number => DREMPEL * Math.round(n / DREMPEL);
