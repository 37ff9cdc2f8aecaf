import { leesOngeoorloofd } from '../../../registratie/cijfers/ongeoorloofd.ts';
import { plusDagen } from '../../kalender/datum.ts';
import { vanNu } from '../eenheid.ts';
import { standOp } from '../stand.ts';
import type { Kpi, Kpigeval } from './kpi.ts';

export const kpi20: Kpi = {
  id: 'KPI-20', naam: 'Thuiszitters volgens de landelijke telling', groep: 'aanbod', vorm: 'aantal', stand: true, richting: 'minder', wat: 'thuiszitters', goed: 'ook landelijk thuiszitter',
  formule: 'thuiszitters die op geen school staan, of langer dan vier weken aaneen ongeoorloofd afwezig zijn; per 10.000 leerlingen als het aantal leerlingen bekend is', populatie: 'alle thuiszitters op de peildatum, alleen vandaag',
  herkomst: 'de perioden thuis, en de jongste opgave van verzuim van de school', bron: 'landelijke definitie (22.03, r. 4–7; NCJ r. 40–47); errata §3',
  opmerking: 'De landelijke telling is kleiner dan die van het routeboek: een kind dat met een geaccepteerde ziekmelding thuis is, telt daar niet mee en hier wel. Per 10.000 leerlingen kan pas als het aantal leerlingen van het samenwerkingsverband is ingevuld: in de tabel "Doelen van de cijfers", bij KPI-20.',
  gevallen: async ({ db, opname: { kinderen, normen, peildatum }, meetdagen }) => {
    if (meetdagen.at(-1) !== peildatum) return [];
    const opgaven = new Map((await leesOngeoorloofd(db)).map((o) => [o.leerlingId, o]));
    return kinderen.flatMap((kind): Kpigeval[] => {
      const stand = standOp(kind, peildatum);
      if (stand.status !== 'thuiszitter') return [];
      const opgave = opgaven.get(kind.leerlingId);
      // De eerste dag van de reeks; wie thuis bleef, is dat nog steeds.
      const ongeoorloofd = opgave !== undefined && opgave.dagen > 0 && normen.thuis(kind.kenmerken.school).op('vierWeken', plusDagen(opgave.peildatum, 1 - opgave.dagen)) <= peildatum;
      return [{ eenheid: vanNu(kind.leerlingId), kenmerken: kind.kenmerken, dag: peildatum, uitslag: stand.zonderSchool || ongeoorloofd ? 'goed' : 'anders' }];
    });
  },
};
