import { isJa, dag, nietInToekomst, rijen, type Invoer, type Regel } from './helpers.ts';
import { dagenInWeek, keurDagen, keurDubbel } from './verzuimregels.ts';

/** Een stand komt als formulier of als `verzuimInvoer` in een signaal; de regel leest beide hetzelfde. */
export const uitgepakt = (gegeven: Invoer): Invoer => ({ ...gegeven, ...(gegeven.verzuimInvoer as Invoer | undefined) });
/** Ontbreken de regels, dan kan een lijst onderweg leeg zijn geraakt: dat is nooit hetzelfde als geen verzuim. */
const LEEG = 'geef de dagen op, of vink dit aan als er geen verzuim was.';
const TEGENSTRIJDIG = 'dit is aangevinkt, maar er staan ook dagen met verzuim in die week. Haal het vinkje of de dagen weg.';

/** F-04, KT-02 en het signaal (routeboek r. 35, r. 335–351). */
export const verzuimstand: Regel = (gegeven, omgeving) => {
  const invoer = uitgepakt(gegeven);
  const peildatum = dag(invoer, 'peildatum');
  const geenVerzuim = isJa(invoer, 'geenVerzuim');
  const rijenTotaal = rijen(invoer, 'regels').length;
  return [
    nietInToekomst('Peildatum', peildatum, omgeving),
    ...keurDagen('Verzuim per dag', invoer, 'regels', peildatum, omgeving.kalender),
    ...keurDubbel('Verzuim per dag', invoer, 'regels'),
    ...keurDagen('Te laat gekomen', invoer, 'teLaat', peildatum, omgeving.kalender),
    !geenVerzuim && rijenTotaal === 0 && rijen(invoer, 'teLaat').length === 0 ? `Geen verzuim in de week van de peildatum: ${LEEG}` : null,
    geenVerzuim && peildatum !== undefined && dagenInWeek(invoer, 'regels', peildatum).length > 0 ? `Geen verzuim in de week van de peildatum: ${TEGENSTRIJDIG}` : null,
  ];
};
