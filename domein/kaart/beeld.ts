/**
 * Wat er bij één stand van het register is gelezen en besloten. Zolang er niets verandert hoeft het niet nog eens, en past alles wat
 * iemand achter elkaar opvraagt bij elkaar.
 */
export class Beeld {
  readonly #gelezen = new Map<string, Promise<unknown>>();
  readonly #besloten = new Map<string, unknown>();
  constructor(readonly wijziging: string) {}

  /** Leest iets één keer; mislukt het, dan een volgende keer opnieuw. */
  lees<T>(naam: string, lees: () => Promise<T>): Promise<T> {
    const eerder = this.#gelezen.get(naam) as Promise<T> | undefined;
    if (eerder) return eerder;
    const belofte = lees();
    this.#gelezen.set(naam, belofte);
    belofte.catch(() => this.#gelezen.delete(naam));
    return belofte;
  }

  /** Besluit iets één keer. @param hoogstens van zo'n soort (het eerste woord) blijven er niet meer bewaard: de oudste gaat weg */
  besluit<T>(naam: string, besluit: () => T, hoogstens = 100): T {
    if (this.#besloten.has(naam)) return this.#besloten.get(naam) as T;
    const uitkomst = besluit();
    this.#besloten.set(naam, uitkomst);
    const soort = `${naam.split(' ')[0]!} `;
    const gelijke = [...this.#besloten.keys()].filter((n) => n.startsWith(soort));
    for (const oud of gelijke.slice(0, Math.max(0, gelijke.length - hoogstens))) this.#besloten.delete(oud);
    return uitkomst;
  }
}

const beelden = new WeakMap<object, Beeld>();

/** Het beeld bij deze stand van dit register; verandert er iets, dan begint een nieuw. */
export function beeldVan(register: object, wijziging: string): Beeld {
  const eerder = beelden.get(register);
  if (eerder?.wijziging === wijziging) return eerder;
  const nieuw = new Beeld(wijziging);
  beelden.set(register, nieuw);
  return nieuw;
}
