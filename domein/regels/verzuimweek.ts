import { datumTekst } from '../kalender/datum.ts';
import { dag, getal, isJa, nietInToekomst, waarde, type Regel } from './helpers.ts';
import { dagenInWeek, keurDagen, keurDubbel } from './verzuimregels.ts';

/** KT-06w en GK-05w: de vraag naar één schoolweek. Zij is pas beantwoord met dagen van die week, of met "geen verzuim". */
export const verzuimweek: Regel = (invoer, omgeving) => {
  const { kalender } = omgeving;
  const peildatum = dag(invoer, 'peildatum');
  const week = dag(invoer, 'week', 'week.maandag');
  const heleDagen = ((waarde(invoer, 'heleDagen') ?? []) as unknown[]).filter((d) => typeof d === 'string').map((d) => d.slice(0, 10));
  const geenVerzuim = isJa(invoer, 'geenVerzuim');
  const laatste = week === undefined ? undefined : kalender.schooldagenInWeek(week).at(-1);
  const inDeWeek = heleDagen.length + (week === undefined ? 0 : dagenInWeek(invoer, 'regels', week).length);
  return [
    nietInToekomst('Peildatum', peildatum, omgeving),
    peildatum !== undefined && laatste !== undefined && peildatum < laatste ? `Peildatum: kies ${datumTekst(laatste)} (de laatste schooldag van de week) of een latere dag.` : null,
    ...heleDagen.filter((d) => !kalender.kent(d) || !kalender.isSchooldag(d)).map((d) => `Hele dagen thuis in deze week: op ${datumTekst(d)} was er geen school. Haal het vinkje weg.`),
    heleDagen.length > 0 && getal(invoer, 'urenHeleDag') === undefined ? "Lesuren op zo'n hele dag: vul in hoeveel lesuren de leerling op zo'n dag mist." : null,
    heleDagen.length > 0 && waarde(invoer, 'soortHeleDagen') === undefined ? 'Soort verzuim op die hele dagen: kies een soort.' : null,
    ...keurDagen('Verzuim per dag', invoer, 'regels', peildatum, kalender),
    ...keurDubbel('Verzuim per dag', invoer, 'regels', heleDagen),
    ...keurDagen('Te laat gekomen', invoer, 'teLaat', peildatum, kalender),
    !geenVerzuim && inDeWeek === 0 ? 'Geen verzuim in deze week: vink de dagen aan waarop de leerling thuis was, of vink dit aan als er geen verzuim was.' : null,
    geenVerzuim && inDeWeek > 0 ? 'Geen verzuim in deze week: dit is aangevinkt, maar er staan ook dagen met verzuim in die week. Haal het vinkje of de dagen weg.' : null,
  ];
};
