import { dag, getal, isJa, nietNa, rijen, type Invoer, type Regel } from './helpers.ts';

/** F-16, KT-11a: het plan werkt toe naar meer schooltijd; afstandsonderwijs alleen als dat normaliserend is (routeboek r. 79–82, r. 578–580). */
export const opbouwplan: Regel = (invoer, { vandaag }) => {
  const einde = dag(invoer, 'eindeVierweken', 'termijnen.eindeVierweken');
  // Het plan loopt door tot de overstap; na de vier weken is elke begindatum goed.
  const vrij = invoer.bron === 'DOORZETTINGSBESLUIT' || (einde !== undefined && vandaag > einde);
  return [
    vrij ? null : nietNa('Begint op', dag(invoer, 'startDatum'), einde, 'het einde van de vier weken'),
    neemtAf(rijen(invoer, 'schema')) ? 'Opbouwschema: het aantal dagdelen neemt af. Laat elke week gelijk blijven of groeien.' : null,
    isJa(invoer, 'afstandsonderwijs') && !isJa(invoer, 'normaliserend')
      ? 'Onderwijs op afstand hoort bij het plan: dit kan alleen in een plan dat gericht is op hervatten van de schoolgang. Vink dat aan of haal afstandsonderwijs weg.'
      : null,
  ];
};

function neemtAf(schema: Invoer[]): boolean {
  const dagdelen = [...schema].sort((a, b) => (getal(a, 'week') ?? 0) - (getal(b, 'week') ?? 0)).map((rij) => getal(rij, 'dagdelen') ?? 0);
  return dagdelen.some((aantal, n) => n > 0 && aantal < (dagdelen[n - 1] ?? 0));
}
