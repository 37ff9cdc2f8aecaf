import type { Casusplek } from '../../registratie/casusplek-lezen.ts';
import { datumTekst } from '../kalender/datum.ts';
import { berichtenOp, type Plek } from './opvangers.ts';
import { berichtTekst, type Bericht } from './soorten.ts';

/**
 * Kan de casus dit bericht nu of later opvangen? De modellen zeggen wat waar wordt opgevangen.
 * @returns niets als het kan, anders een zin die zegt waar de casus staat en wat de melder kan doen
 */
export async function kanNiet({ casusnummer, route, status, sluitVanaf, eindDatum }: Casusplek, bericht: Bericht): Promise<string | undefined> {
  if (status === 'afgesloten') {
    const wanneer = eindDatum === null ? '' : ` op ${datumTekst(eindDatum)}`;
    return `Casusnummer: casus ${casusnummer} is gesloten${wanneer}. ${bericht === 'vermoeden-onveiligheid' ? ONVEILIG : 'Is de leerling opnieuw thuis, meld haar of hem dan opnieuw aan; sloot de casus kort geleden, dan gaat dezelfde weer open.'}`;
  }
  const plek: Plek = sluitVanaf === null ? 'route' : 'sluiten';
  if ((await berichtenOp(plek, route)).has(bericht)) return undefined;
  const wat = `Wat wilt u doorgeven: "${berichtTekst(bericht)}" kan niet, want`;
  return plek === 'sluiten'
    ? `${wat} casus ${casusnummer} wordt gesloten; alleen de afsluitnotitie staat nog open. Is de leerling weer thuis, geef dan het verzuim door.`
    : `${wat} de route ${route === 'geen-kernteam' ? 'zonder kernteam' : route} van casus ${casusnummer} heeft er geen stap voor. Overleg met wie de casus begeleidt.`;
}

const ONVEILIG = 'Wacht niet: volg de meldcode van uw school en bel bij acuut gevaar 112 of Veilig Thuis (0800-2000).';
