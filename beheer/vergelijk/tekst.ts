const GETAL = new Intl.NumberFormat('nl-NL', { signDisplay: 'exceptZero' });
/** Kort voor procentpunt: van 20% naar 32% is +12 pp. */
export const PROCENTPUNT = 'pp';

/**
 * Een verschil met zijn teken: "+3", "−2", "0", en van een aandeel "+12 pp". Het minteken is het lange, dat met een streepje niet te
 * verwarren is.
 */
export const verschilTekst = (verschil: number, aandeel: boolean): string =>
  (aandeel ? `${GETAL.format(Math.sign(verschil) * Math.round(100 * Math.abs(verschil)))} ${PROCENTPUNT}` : GETAL.format(verschil)).replace(/^-/, '−');
