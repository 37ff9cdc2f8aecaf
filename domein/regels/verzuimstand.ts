import { dag, nietInToekomst, nietVoor, rijen, type Invoer, type Regel } from './helpers.ts';

/** F-04, KT-02 en KT-06w (routeboek r. 35, r. 335–351). */
export const verzuimstand: Regel = (gegeven, nu) => {
  const invoer = { ...gegeven, ...(gegeven.verzuimInvoer as Invoer | undefined) };
  const peildatum = dag(invoer, 'peildatum');
  const regels = rijen(invoer, 'regels').map((rij) => dag(rij, 'datum'));
  const teLaat = rijen(invoer, 'teLaat').map((rij) => dag(rij, 'datum'));
  const later = (datum: string | undefined): boolean => datum !== undefined && peildatum !== undefined && datum > peildatum;
  return [
    nietInToekomst('Peildatum', peildatum, nu),
    nietVoor('Peildatum', peildatum, dag(invoer, 'vorigePeildatum'), 'de vorige peildatum'),
    regels.some(later) ? 'Verzuim per dag: een regel ligt na de peildatum. Pas de datum van de regel of de peildatum aan.' : null,
    new Set(regels).size < regels.length ? 'Verzuim per dag: een dag staat er twee keer in. Zet één regel per dag.' : null,
    teLaat.some(later) ? 'Te laat gekomen: een regel ligt na de peildatum. Pas de datum van de regel of de peildatum aan.' : null,
  ];
};
