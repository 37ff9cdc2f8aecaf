import { leesTaken } from '../../../registratie/cijfers/taken.ts';
import { dagVan } from '../../kalender/datum.ts';
import type { Kpi, Kpibron, Kpigeval } from './kpi.ts';

/** Taken van deze stappen: gedaan voor de termijn die op de taak zelf stond? Wat openstaat en te laat is telt als te laat. */
async function opTijd(bron: Kpibron, stappen: readonly string[]): Promise<Kpigeval[]> {
  return (await leesTaken(bron.db, stappen)).flatMap(({ casusId, geeindigd, toestand, uiterlijk }): Kpigeval[] => {
    const gevonden = bron.casusVan(casusId);
    if (!gevonden) return [];
    const geval = { kenmerken: gevonden.casus.kenmerken, dag: dagVan(uiterlijk) };
    if (toestand === 'afgebroken') return [{ ...geval, uitslag: 'buiten', soort: 'afgebroken' }];
    if (uiterlijk >= bron.nu) return [{ ...geval, uitslag: 'open' }];
    return [{ ...geval, uitslag: geeindigd !== null && geeindigd <= uiterlijk ? 'goed' : 'anders' }];
  });
}
const GEDEELD = { vorm: 'aandeel', goed: 'op tijd gedaan', open: 'de termijn loopt nog', soorten: { afgebroken: 'vervallen voordat het gedaan was' } } as const;

export const kpi07: Kpi = {
  ...GEDEELD, id: 'KPI-07', naam: 'DUO-melding op tijd', groep: 'melden', wat: 'verzuimmeldingen die nodig waren',
  formule: 'verzuimmeldingen die binnen de termijn van de taak zijn gedaan, gedeeld door alle die nodig waren en van wie de termijn om is', populatie: 'taken "Verzuimmelding invullen" waarvan de uiterste dag in de periode viel; welke grond er was staat hier niet',
  herkomst: 'de taken en hun einddatum in de geschiedenis van de route', bron: 'routeboek r. 335–340, 1190; errata §3', gevallen: (bron) => opTijd(bron, ['CA-02-1']),
};

export const kpi12: Kpi = {
  ...GEDEELD, id: 'KPI-12', naam: 'Evaluaties van de brugplaats op tijd', groep: 'brug', wat: 'evaluaties',
  formule: 'evaluaties van het aanbod op de eigen school (na vier, zes en acht schoolweken) die op tijd zijn gedaan, gedeeld door alle van wie de dag voorbij is', populatie: 'evaluaties waarvan de uiterste dag in de periode viel',
  herkomst: 'de taken en hun einddatum in de geschiedenis van de route', bron: 'routeboek r. 210–212, 683–684; errata §3', opmerking: 'Alleen de eigen school: de tussenevaluatie en het adviesgesprek van het SBO worden nog niet apart vastgelegd. Dat komt met het proces van de brugplaats SBO.',
  gevallen: (bron) => opTijd(bron, ['OS-05']),
};
