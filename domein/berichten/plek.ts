import type { Casusplek } from '../../registratie/casusplek-lezen.ts';
import { datumTekst } from '../kalender/datum.ts';
import { berichtenOp, type Plek } from './opvangers.ts';
import { berichtTekst, type Bericht } from './soorten.ts';

/** Waar de casus staat, en bij welk veld van het formulier dat hoort. */
export interface Bezwaar {
  readonly veld: string;
  readonly zin: string;
}

/**
 * Kan de casus dit bericht nu of later opvangen? De modellen zeggen wat waar wordt opgevangen.
 * @returns niets als het kan, anders een zin die zegt waar de casus staat en wat de melder kan doen
 */
export async function bezwaarTegen({ casusnummer, route, status, sluitVanaf, eindDatum }: Casusplek, bericht: Bericht): Promise<Bezwaar | undefined> {
  if (status === 'afgesloten') {
    const wanneer = eindDatum === null ? '' : ` op ${datumTekst(eindDatum)}`;
    return { veld: 'Casusnummer', zin: `Casus ${casusnummer} is gesloten${wanneer}. ${bericht === 'vermoeden-onveiligheid' ? ONVEILIG : 'Is de leerling opnieuw thuis, meld haar of hem dan opnieuw aan; sloot de casus kort geleden, dan gaat dezelfde weer open.'}` };
  }
  const plek: Plek = sluitVanaf === null ? 'route' : 'sluiten';
  if ((await berichtenOp(plek, route)).has(bericht)) return undefined;
  const wat = `"${berichtTekst(bericht)}" kan niet, want`;
  const zin = plek === 'sluiten'
    ? `${wat} casus ${casusnummer} wordt gesloten; alleen de afsluitnotitie staat nog open. Is de leerling weer thuis, geef dan het verzuim door.`
    : `${wat} de route ${route === 'geen-kernteam' ? 'zonder kernteam' : route} van casus ${casusnummer} heeft er geen stap voor. Overleg met wie de casus begeleidt.`;
  return { veld: 'Wat wilt u doorgeven', zin };
}

const ONVEILIG = 'Wacht niet: volg de meldcode van uw school en bel bij acuut gevaar 112 of Veilig Thuis (0800-2000).';
