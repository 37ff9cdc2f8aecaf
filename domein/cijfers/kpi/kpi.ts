import type { Datum } from '../../kalender/datum.ts';
import type { Cijferdeps, Opname } from '../bron.ts';
import type { Casus, Kenmerken, Kind } from '../kinderen.ts';
import type { Eenheid } from '../eenheid.ts';
import type { Kpinorm } from './normen.ts';
import type { Zicht } from '../samen.ts';
import type { Kpicijfer, Kpivraag } from './tellen.ts';

/** Eén geval waar een cijfer over gaat: een kind, een casus, een taak, een verblijf. */
export interface Kpigeval {
  /** Waarover het gaat; in elk cijfer dat over hetzelfde gaat hetzelfde. Zonder is het van dit cijfer alleen. */
  readonly eenheid?: Eenheid;
  readonly kenmerken: Kenmerken;
  /** De dag die zegt bij welke maand en welk schooljaar het hoort. */
  readonly dag: Datum;
  /**
   * `goed` en `anders` tellen samen als geheel. `open` is nog niet te zeggen en `buiten` hoort niet in het geheel: die staan ernaast.
   */
  readonly uitslag: 'goed' | 'anders' | 'open' | 'buiten';
  /** Bij een verdeling of een `buiten`: waarin het valt. */
  readonly soort?: string;
  /** Dagen, uren of weken, bij een cijfer dat een duur is. */
  readonly waarde?: number;
}

/** Waar een cijfer uit rekent; wat meer cijfers nodig hebben staat er één keer. */
export interface Kpibron extends Cijferdeps {
  readonly opname: Opname;
  readonly nu: Date;
  /** De dagen waarop een stand is opgemeten: de laatste van elke maand, of vandaag. */
  readonly meetdagen: readonly Datum[];
  readonly norm: Kpinorm;
  /** De casus en het kind; niets als de casus nergens meetelt. */
  casusVan(casusId: string): { readonly casus: Casus; readonly kind: Kind } | undefined;
}

export const KPIGROEPEN = { aanbod: 'Op tijd een passend aanbod', route: 'In de route', melden: 'Melden en vrijstellen', brug: 'Brugplaatsen', inzet: 'Logboek en inzet' } as const;

/** Een cijfer dat management volgt (spec deel 3 §2.10, met errata §3). */
export interface Kpi {
  readonly id: string;
  readonly naam: string;
  readonly groep: keyof typeof KPIGROEPEN;
  /** Hoe het getal te lezen is: een deel van het geheel, een aantal, een duur, of hoe het zich verdeelt. */
  readonly vorm: 'aandeel' | 'aantal' | 'duur' | 'verdeling';
  /** Een stand op een dag; anders telt het wat in een maand of jaar viel. */
  readonly stand?: boolean;
  /** Wat één geval is, in het meervoud. */
  readonly wat: string;
  /** Wie in de teller telt. */
  readonly goed?: string;
  /** Wat er nog niet over te zeggen is. */
  readonly open?: string;
  /** De maat van een duur. */
  readonly eenheid?: string;
  /** Wil men meer of minder? Alleen als er geen doel in getallen is. */
  readonly richting?: 'meer' | 'minder';
  readonly formule: string;
  readonly populatie: string;
  /** Waar de gegevens vandaan komen. */
  readonly herkomst: string;
  readonly bron: string;
  /** Wat een lezer er nog bij moet weten. */
  readonly opmerking?: string;
  /** Namen van de soorten in een verdeling of van wat buiten het geheel blijft. */
  readonly soorten?: Readonly<Record<string, string>>;
  /** De gevallen; `ontbreekt` in plaats daarvan als het register de gegevens niet heeft, met wat er ontbreekt en waar het vandaan komt. */
  readonly gevallen?: (bron: Kpibron) => readonly Kpigeval[] | Promise<readonly Kpigeval[]>;
  readonly ontbreekt?: string;
  /** Hoe het cijfer uit de gevallen komt, als dat anders gaat dan bij de andere (`telKpi`). */
  readonly reken?: (kpi: Kpi, bron: Kpibron, vraag: Kpivraag, zicht: Zicht) => Promise<Kpicijfer>;
  /** Een aandeel van iets anders dan gevallen: er is geen teller en geen geheel om te noemen. */
  readonly zonderAantallen?: boolean;
}
