import { aantal } from './dagen.ts';
import type { Groep } from './samenvatten.ts';
import type { Padentelling, Uitslag } from './uitslag.ts';
import { SOORTEN, type Soort } from './verschil.ts';

/** In welke verlopen iets voorkomt: bij één haar naam, anders hoeveel. */
export function inVerlopen({ verlopen }: Pick<Groep, 'verlopen'>, totaal: number): string {
  if (totaal === 1) return '';
  return verlopen.length === 1 ? `in "${verlopen[0]!}"` : verlopen.length === totaal ? `in alle ${totaal} verlopen` : `in ${verlopen.length} van ${totaal} verlopen`;
}

export const voorbeeldTekst = ({ voorbeeld, overalZo }: Groep): string => (voorbeeld === undefined ? '' : overalZo ? voorbeeld : `bijvoorbeeld ${voorbeeld}`);

/** De groepen onder hun kop. */
export const perSoort = (groepen: readonly Groep[]): { readonly kop: string; readonly groepen: readonly Groep[] }[] =>
  (Object.keys(SOORTEN) as Soort[]).map((soort) => ({ kop: SOORTEN[soort], groepen: groepen.filter((g) => g.soort === soort) })).filter(({ groepen: g }) => g.length > 0);

/** Wat er gespeeld is, in een paar zinnen. */
export function gespeeldTekst({ verlopen, langsNiets, nietGespeeld, paden, periode, processen }: Uitslag): string[] {
  return [
    processen.length === 0 ? 'Dit kan in elk proces merkbaar zijn.' : `Dit raakt ${processen.length === 1 ? 'het proces' : 'de processen'} ${[...processen].sort().join(', ')}.`,
    `Gespeeld: ${aantal(verlopen.length, 'verloop', 'verlopen')} van verzonnen kinderen, elk met wat nu draait en met uw bestanden, van ${periode}.${langsNiets > 0 ? ` ${langsNiets === 1 ? 'Nog één ander komt' : `Nog ${langsNiets} andere komen`} nergens langs wat verandert.` : ''}`,
    ...(nietGespeeld > 0 ? [`Dit zijn de verlopen die het meest van elkaar verschillen. ${nietGespeeld === 1 ? 'Nog één ander kan' : `Nog ${nietGespeeld} andere kunnen`} hier langs komen; die speelt npm run proef -- --alles ook, dat duurt langer.`] : []),
    typeof paden === 'string' ? paden : padenTekst(paden),
  ];
}

function padenTekst({ gevonden, alsScenario, gespeeld, nietGevolgd, overgeslagen }: Padentelling): string {
  if (gevonden === 0) return 'Er staan in het register geen afgesloten casussen van het afgelopen jaar; alleen de scenario\'s zijn gespeeld.';
  const delen = [
    alsScenario > 0 && aantal(alsScenario, 'loopt als een scenario', 'lopen als een scenario'), gespeeld > 0 && aantal(gespeeld, 'is nagespeeld', 'zijn nagespeeld'),
    nietGevolgd > 0 && aantal(nietGevolgd, 'was met verzonnen antwoorden niet te volgen', 'waren met verzonnen antwoorden niet te volgen'),
    overgeslagen > 0 && aantal(overgeslagen, 'is overgeslagen om binnen de tijd te blijven', 'zijn overgeslagen om binnen de tijd te blijven'),
  ].filter(Boolean);
  return `De afgesloten casussen van het afgelopen jaar volgden ${aantal(gevonden, 'verschillend pad', 'verschillende paden')}: ${delen.join(', ')}.`;
}

/** Het verslag voor op het scherm. */
export function verslag(uitslag: Uitslag): string[] {
  const totaal = uitslag.verlopen.length;
  const regel = (groep: Groep): string => `- ${[groep.zin, voorbeeldTekst(groep) && `(${voorbeeldTekst(groep)})`, inVerlopen(groep, totaal)].filter(Boolean).join(' ')}`;
  return [
    'In uw bestanden veranderde:', ...uitslag.bestanden.map((zin) => `- ${zin}`), '', ...gespeeldTekst(uitslag), '',
    ...(uitslag.groepen.length === 0
      ? ['Voor deze kinderen wordt niets anders: dezelfde weg, dezelfde taken, dezelfde datums en dezelfde mails.']
      : ['Dit wordt anders:', ...perSoort(uitslag.groepen).flatMap(({ kop, groepen }) => [`${kop}:`, ...groepen.map(regel)])]),
  ];
}
