import type { Kengetal } from '../../kaart/cijfers.ts';
import type { Aantal } from '../../kaart/onderdruk.ts';
import { inSchooljaar, maandVan, meetdagVan, type Maand } from '../../kalender/maand.ts';
import { maakTelling, samengevoegd, staande, type Maten, type Telling, type Zicht } from '../telling.ts';
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
  readonly zicht: Zicht;
}

const inGeheel = (g: Kpigeval): boolean => g.uitslag === 'goed' || g.uitslag === 'anders';
const GEHEEL = { noemer: { telt: inGeheel }, teller: { telt: (g: Kpigeval) => g.uitslag === 'goed', van: 'noemer' } } satisfies Maten<Kpigeval>;
const waarde = (g: Kpigeval): number | null => g.waarde ?? null;

/**
 * Telt de gevallen van een cijfer: teller en noemer uit één verzameling, met wat nog open is ernaast (errata §3). Bij een stand telt
 * de laatste dag van het schooljaar, of vandaag; anders alles wat in het schooljaar viel.
 */
export function telKpi({ stand = false, vorm }: Pick<Kpi, 'stand' | 'vorm'>, gevallen: readonly Kpigeval[], { schooljaar, maanden, peildatum, zicht }: Kpivraag): Kpicijfer {
  const laatste = maanden.length === 0 ? peildatum : meetdagVan(maanden.at(-1)!, peildatum);
  const eigen = gevallen.filter(({ dag }) => (stand ? dag === laatste : inSchooljaar(dag, schooljaar)));
  const { geheel, perMaand } = stand ? telStanden(gevallen, eigen, maanden.map((maand): [Maand, string] => [maand, meetdagVan(maand, peildatum)]), zicht) : telStromen(eigen, maanden, zicht);
  const soortenVan = (uitslag: (g: Kpigeval) => boolean): string[] => [...new Set(eigen.filter(uitslag).flatMap((g) => g.soort ?? []))].sort();
  const soorten = soortenVan(inGeheel);
  const verdeling = maakTelling(eigen, { noemer: GEHEEL.noemer, ...Object.fromEntries(soorten.map((soort) => [`soort:${soort}`, { telt: (g: Kpigeval) => inGeheel(g) && g.soort === soort, van: 'noemer' }])) }, { zicht, vast: zicht === null ? staande(geheel, ['noemer']) : [] });
  const buiten = soortenVan((g) => g.uitslag === 'buiten');
  const ernaast = maakTelling(eigen, { open: { telt: (g) => g.uitslag === 'open' }, ...Object.fromEntries(buiten.map((soort) => [`buiten:${soort}`, { telt: (g: Kpigeval) => g.uitslag === 'buiten' && g.soort === soort }])) }, { zicht });
  return {
    aandeel: vorm === 'aandeel' ? geheel.aandeel('teller') : null, tussen: vorm === 'aandeel' ? geheel.tussen('teller') : null, teller: geheel.toon('teller'), noemer: geheel.toon('noemer'), open: ernaast.toon('open'),
    duur: geheel.kengetal('noemer', waarde), duurOpen: vorm === 'duur' ? ernaast.kengetal('open', waarde) : null,
    soorten: soorten.map((soort) => ({ soort, n: verdeling.toon(`soort:${soort}`), duur: verdeling.kengetal(`soort:${soort}`, waarde) })),
    buiten: buiten.map((soort) => ({ soort, n: ernaast.toon(`buiten:${soort}`) })),
    maanden: zicht !== null ? [] : maanden.map((maand) => {
      const [noemer, teller] = [`noemer:${maand}`, `teller:${maand}`];
      return { maand, aandeel: vorm === 'aandeel' ? perMaand.aandeel(teller) : null, tussen: vorm === 'aandeel' ? perMaand.tussen(teller) : null, teller: perMaand.toon(teller), noemer: perMaand.toon(noemer), mediaan: perMaand.kengetal(noemer, waarde)?.mediaan ?? null };
    }),
  };
}

const inMaand = (maand: Maand, dag: string): Maten<Kpigeval> => ({
  [`noemer:${maand}`]: { telt: (g) => inGeheel(g) && (g.dag === dag || (dag === '' && maandVan(g.dag) === maand)), ...(dag === '' ? { van: 'noemer' } : {}) },
  [`teller:${maand}`]: { telt: (g) => g.uitslag === 'goed' && (g.dag === dag || (dag === '' && maandVan(g.dag) === maand)), van: `noemer:${maand}` },
});

/** Wat in een maand viel: de maanden zijn samen het jaar, dus zij bepalen samen wat er mag staan. Het jaar gaat voor. */
function telStromen(eigen: readonly Kpigeval[], maanden: readonly Maand[], zicht: Zicht): { geheel: Telling<Kpigeval>; perMaand: Telling<Kpigeval> } {
  const geheel = maakTelling(eigen, GEHEEL, { zicht });
  if (zicht !== null) return { geheel, perMaand: geheel };
  return { geheel, perMaand: maakTelling(eigen, Object.assign({ ...GEHEEL }, ...maanden.map((maand) => inMaand(maand, ''))), { vast: staande(geheel, ['noemer', 'teller']) }) };
}

/** Een stand op de laatste dag van elke maand: het ene meten zegt niets over het andere. */
function telStanden(gevallen: readonly Kpigeval[], eigen: readonly Kpigeval[], meetdagen: readonly (readonly [Maand, string])[], zicht: Zicht): { geheel: Telling<Kpigeval>; perMaand: Telling<Kpigeval> } {
  return { geheel: maakTelling(eigen, GEHEEL, { zicht }), perMaand: samengevoegd(meetdagen.map(([maand, dag]) => maakTelling(gevallen, inMaand(maand, dag)))) };
}
