import { volgendeMaand, type Maand } from '../kalender/maand.ts';
import { DREMPEL } from './onderdruk.ts';

/** Wat er in een maand bij hoort. Een maand die ontbreekt is leeg. */
export interface Maandtelling {
  readonly maand: Maand;
  /** Aantallen kinderen die in een tijdvak elk nul of minstens vijf moeten zijn. */
  readonly delen: readonly number[];
  /** Hoe vaak er iets was. Is dat meer dan nul, dan moet het eerste deel minstens vijf zijn. */
  readonly bezoeken?: number;
}

/** Waar een tijdvak mag beginnen en eindigen. */
export interface Tijdgrenzen {
  readonly eerste: Maand;
  readonly laatste: Maand;
  /** De maanden waarmee een blok begint, behalve de eerste. */
  readonly grenzen: ReadonlySet<Maand>;
}

interface Blok { readonly begin: Maand; readonly delen: readonly number[]; readonly bezoeken: number }

/**
 * Verdeelt de tijd in blokken met elk nul of minstens vijf kinderen: eerst schooljaren, daarbinnen maanden. Wie alleen
 * tijdvakken toont die uit hele blokken bestaan, geeft met geen enkel verschil tussen twee tijdvakken minder dan vijf prijs, want
 * elk verschil bestaat ook weer uit hele blokken. Samen minder dan vijf: dan is er één blok.
 * @param maanden de tellingen; buiten `eerste` tot en met `laatste` telt niets mee
 * @param mag beperkt waar een blok mag beginnen, bijvoorbeeld tot de grenzen van een getal waar dit een deel van is
 */
export function tijdgrenzen(maanden: readonly Maandtelling[], eerste: Maand, laatste: Maand, mag: (maand: Maand) => boolean = () => true): Tijdgrenzen {
  const telling = new Map(maanden.map((m) => [m.maand, m]));
  const breedte = Math.max(1, ...maanden.map((m) => m.delen.length));
  const alle: Blok[] = [];
  for (let maand = eerste; maand <= laatste; maand = volgendeMaand(maand)) {
    const { delen = [], bezoeken = 0 } = telling.get(maand) ?? {};
    const blok = { begin: maand, delen: Array.from({ length: breedte }, (_, i) => delen[i] ?? 0), bezoeken };
    if (alle.length === 0 || mag(maand)) alle.push(blok);
    else alle.push(samen(alle.pop()!, blok));
  }
  const jaren = smelt(bundel(alle, (blok) => blok.begin.endsWith('-08')).map((jaar) => jaar.reduce(samen)));
  const beginnen = new Set(jaren.map((blok) => blok.begin));
  const blokken = bundel(alle, (blok) => beginnen.has(blok.begin)).flatMap(smelt);
  return { eerste, laatste, grenzen: new Set(blokken.slice(1).map((blok) => blok.begin)) };
}

/** Bestaat dit tijdvak uit hele blokken? @param van zonder: vanaf het begin @param tot tot en met die maand; zonder: tot nu */
export function pastTijdvak({ eerste, laatste, grenzen }: Tijdgrenzen, van?: Maand, tot?: Maand): boolean {
  return (van === undefined || van <= eerste || van > laatste || grenzen.has(van)) && (tot === undefined || tot >= laatste || tot < eerste || grenzen.has(volgendeMaand(tot)));
}

const samen = (a: Blok, b: Blok): Blok => ({ begin: a.begin, delen: a.delen.map((n, i) => n + b.delen[i]!), bezoeken: a.bezoeken + b.bezoeken });
const veilig = ({ delen, bezoeken }: Blok): boolean => delen.every((n) => n === 0 || n >= DREMPEL) && (bezoeken === 0 || delen[0]! >= DREMPEL);

/** Voegt van voren af samen tot elk blok veilig is; wat aan het einde overblijft gaat bij wat ervoor staat. */
function smelt(stukken: readonly Blok[]): Blok[] {
  const uit: Blok[] = [];
  let open: Blok | undefined;
  for (const stuk of stukken) {
    open = open ? samen(open, stuk) : stuk;
    if (!veilig(open)) continue;
    uit.push(open);
    open = undefined;
  }
  while (open && uit.length > 0 && !veilig(open)) open = samen(uit.pop()!, open);
  return open ? [...uit, open] : uit;
}

/** Verdeelt in reeksen die elk met een begin beginnen. */
function bundel(blokken: readonly Blok[], begint: (blok: Blok) => boolean): Blok[][] {
  const uit: Blok[][] = [];
  for (const blok of blokken) {
    if (uit.length === 0 || begint(blok)) uit.push([blok]);
    else uit.at(-1)!.push(blok);
  }
  return uit;
}
