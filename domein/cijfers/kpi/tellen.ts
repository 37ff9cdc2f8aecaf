import type { Kengetal } from '../../kaart/cijfers.ts';
import type { Aantal } from '../../kaart/onderdruk.ts';
import { inSchooljaar, maandVan, meetdagVan, type Maand } from '../../kalender/maand.ts';
import { LAAG, Samen } from '../samen.ts';
import { maakTelling, type Maten } from '../telling.ts';
import type { Kpi, Kpigeval } from './kpi.ts';

/** Een cijfer over een schooljaar, met wat ernaast staat. */
export interface Kpicijfer {
  /** Het deel van het geheel dat in de teller telt, van 0 tot en met 1. */
  readonly aandeel: number | null;
  /** Waar het deel tussen ligt, als het precieze deel er niet mag staan. */
  readonly tussen: readonly [number, number] | null;
  readonly teller: Aantal;
  readonly noemer: Aantal;
  readonly open: Aantal;
  readonly duur: Kengetal | null;
  /** De duur tot vandaag van wat nog open is. */
  readonly duurOpen: Kengetal | null;
  readonly soorten: readonly { readonly soort: string; readonly n: Aantal; readonly duur: Kengetal | null }[];
  readonly buiten: readonly { readonly soort: string; readonly n: Aantal }[];
  /** Per maand; leeg als er een kenmerk gekozen is. */
  readonly maanden: readonly { readonly maand: Maand; readonly aandeel: number | null; readonly tussen: readonly [number, number] | null; readonly teller: Aantal; readonly noemer: Aantal; readonly mediaan: number | null }[];
}

export interface Kpivraag {
  readonly schooljaar: string;
  readonly maanden: readonly Maand[];
  readonly peildatum: string;
}

const inGeheel = (g: Kpigeval): boolean => g.uitslag === 'goed' || g.uitslag === 'anders';
const waarde = (g: Kpigeval): number | null => g.waarde ?? null;

/**
 * Telt de gevallen van een cijfer: teller en noemer uit één verzameling, met wat nog open is ernaast (errata §3). Bij een stand telt
 * de laatste dag van het schooljaar, of vandaag; anders alles wat in het schooljaar viel.
 * @returns geeft het cijfer, als alles wat er samen mee bepaalt of het er mag staan geteld is
 */
export function telKpi({ id, stand = false, vorm }: Pick<Kpi, 'id' | 'stand' | 'vorm'>, gevallen: readonly Kpigeval[], { schooljaar, maanden, peildatum }: Kpivraag, samen = new Samen()): () => Kpicijfer {
  const meetdagen = new Map(maanden.map((maand) => [maand, meetdagVan(maand, peildatum)]));
  const laatste = [...meetdagen.values()].at(-1);
  const inJaar = ({ dag }: Kpigeval): boolean => (stand ? dag === laatste : inSchooljaar(dag, schooljaar));
  const valtIn = (maand: Maand) => ({ dag }: Kpigeval): boolean => (stand ? dag === meetdagen.get(maand) : maandVan(dag) === maand);
  const soortenVan = (uitslag: (g: Kpigeval) => boolean): string[] => [...new Set(gevallen.filter((g) => inJaar(g) && uitslag(g)).flatMap((g) => g.soort ?? []))].sort();
  const [soorten, buiten] = [soortenVan(inGeheel), soortenVan((g) => g.uitslag === 'buiten')];
  const maten: Maten<Kpigeval> = Object.assign({
    noemer: { telt: (g) => inJaar(g) && inGeheel(g) }, teller: { telt: (g) => inJaar(g) && g.uitslag === 'goed', van: 'noemer' }, open: { telt: (g) => inJaar(g) && g.uitslag === 'open' },
  } satisfies Maten<Kpigeval>, ...soorten.map((soort): Maten<Kpigeval> => ({ [`soort:${soort}`]: { telt: (g) => inJaar(g) && inGeheel(g) && g.soort === soort, van: 'noemer' } })),
  ...buiten.map((soort): Maten<Kpigeval> => ({ [`buiten:${soort}`]: { telt: (g) => inJaar(g) && g.uitslag === 'buiten' && g.soort === soort } })), ...maanden.map((maand) => inMaand(maand, valtIn(maand))));
  const telling = maakTelling(gevallen, maten, { samen, naam: `${id} ${schooljaar}`, eenheid: ({ eenheid }, nummer) => eenheid ?? `${id} ${nummer}` });
  const deel = (noemer: string, teller: string) => ({ aandeel: vorm === 'aandeel' ? telling.aandeel(teller) : null, tussen: vorm === 'aandeel' ? telling.tussen(teller) : null, teller: telling.toon(teller), noemer: telling.toon(noemer) });
  return () => ({
    ...deel('noemer', 'teller'), open: telling.toon('open'), duur: telling.kengetal('noemer', waarde), duurOpen: vorm === 'duur' ? telling.kengetal('open', waarde) : null,
    soorten: soorten.map((soort) => ({ soort, n: telling.toon(`soort:${soort}`), duur: telling.kengetal(`soort:${soort}`, waarde) })), buiten: buiten.map((soort) => ({ soort, n: telling.toon(`buiten:${soort}`) })),
    maanden: samen.zicht !== null ? [] : maanden.map((maand) => ({ maand, ...deel(`noemer:${maand}`, `teller:${maand}`), mediaan: telling.kengetal(`noemer:${maand}`, waarde)?.mediaan ?? null })),
  });
}

const inMaand = (maand: Maand, valtIn: (g: Kpigeval) => boolean): Maten<Kpigeval> => ({
  [`noemer:${maand}`]: { telt: (g) => inGeheel(g) && valtIn(g), laag: LAAG.maand, alleenSamen: true },
  [`teller:${maand}`]: { telt: (g) => g.uitslag === 'goed' && valtIn(g), van: `noemer:${maand}`, laag: LAAG.maand, alleenSamen: true },
});
