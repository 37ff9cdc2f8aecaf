/** Een stuk SVG als tekst. Alleen met klassen en attributen: het beveiligingsbeleid staat geen stijl in de pagina toe, en zo volgt een grafiek licht, donker en papier. */
export type Svg = string;

type Waarde = string | number | undefined;

const veilig = (tekst: string): string => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const rond = (waarde: Waarde): string => veilig(typeof waarde === 'number' ? String(Math.round(waarde * 10) / 10) : (waarde ?? ''));

/** Eén element met zijn attributen; de kinderen zijn al SVG. */
export const el = (naam: string, attributen: Readonly<Record<string, Waarde>> = {}, kinderen: readonly Svg[] = []): Svg =>
  `<${naam}${Object.entries(attributen).map(([sleutel, waarde]) => (waarde === undefined ? '' : ` ${sleutel}="${rond(waarde)}"`)).join('')}>${kinderen.join('')}</${naam}>`;

export const tekst = (inhoud: string, attributen: Readonly<Record<string, Waarde>>): Svg => el('text', attributen, [veilig(inhoud)]);

export interface Formaat {
  readonly breed: number;
  readonly hoog: number;
}

/** Een tekening met een naam en een omschrijving voor wie haar niet ziet. @param id uniek op de pagina */
export function tekening(id: string, { breed, hoog }: Formaat, { titel, omschrijving, klasse }: { titel: string; omschrijving: string; klasse: string }, kinderen: readonly Svg[]): Svg {
  return el('svg', { class: `grafiek ${klasse}`, viewBox: `0 0 ${breed} ${hoog}`, role: 'img', 'aria-labelledby': `${id}-titel ${id}-tekst` }, [
    el('title', { id: `${id}-titel` }, [veilig(titel)]), el('desc', { id: `${id}-tekst` }, [veilig(omschrijving)]), ...kinderen,
  ]);
}

/** Dezelfde grafiek twee keer: op een smal scherm een smallere, want een verkleinde is niet te lezen. Het stijlblad toont er één. */
export const breedEnSmal = (maak: (variant: 'breed' | 'smal') => Svg): Svg => `${maak('breed')}${maak('smal')}`;
