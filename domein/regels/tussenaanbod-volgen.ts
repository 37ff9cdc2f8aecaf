import { dag, nietInToekomst, waarde, type Regel } from './helpers.ts';

/** CA-06-7: de maandelijkse blik op een tussenaanbod; dat heeft altijd een einde (routeboek r. 94–97, r. 114–116). */
export const tussenaanbodVolgen: Regel = (invoer, nu) => {
  const tot = dag(invoer, 'tussenaanbodTot');
  return [
    nietInToekomst('Datum', dag(invoer, 'datum'), nu),
    waarde(invoer, 'verder') !== 'LOOPT_DOOR' ? null
      : tot === undefined ? 'Tussenaanbod loopt tot: vul in op welke dag het tussenaanbod eindigt.'
      : tot <= nu.vandaag ? 'Tussenaanbod loopt tot: deze dag is al voorbij of is vandaag. Kies een latere dag, of kies dat het perspectief opnieuw wordt bepaald.' : null,
  ];
};
