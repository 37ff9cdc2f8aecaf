const { extensie, koppen } = require('../lib/element');
const { bedoeld, bestaat } = require('../lib/project');

/** Welke kop van welk type naar iets verwijst dat moet bestaan. */
const KOPPEN = {
  meldingen: [ 'melding', 'de melding' ],
  controle: [ 'controle', 'de controle' ],
  bericht: [ 'bericht', 'het bericht' ],
  proces: [ 'proces', 'het proces' ],
  gesprek: [ 'formulier', 'het formulier' ],
  laatste: [ 'formulier', 'het formulier' ],
  notitie: [ 'formulier', 'het formulier' ],
  stap: [ 'termijn', 'de rij in termijnen.dmn voor' ],
  moment: [ 'moment', 'het moment' ]
};
const VERPLICHT = { 'melding-versturen': 'meldingen', 'invoer-controleren': 'controle', 'proces-starten': 'proces', 'lvs-registreren': 'gesprek', 'casus-afsluiten': 'notitie', 'doorzettingsmacht-vastleggen': 'moment', 'av1-vastleggen': 'moment' };

module.exports = function() {

  function check(node, reporter) {
    const type = extensie(node, 'zeebe:TaskDefinition')?.type;
    if (!type) return;

    const gegeven = koppen(node);
    const nodig = VERPLICHT[type];
    if (nodig && !gegeven[nodig]) reporter.report(node.id, `Vul de kop ${nodig} in`);

    for (const [ kop, waarde ] of Object.entries(gegeven)) {
      const [ soort, tekst ] = KOPPEN[kop] ?? [];
      if (!soort) {
        reporter.report(node.id, `De kop ${kop} heeft geen betekenis`);
        continue;
      }
      for (const naam of waarde.split(',').map(n => n.trim())) {
        if (!bestaat[soort](naam)) reporter.report(node.id, `Maak ${tekst} ${naam} of kies een bestaande naam${bedoeld(soort, naam)}`);
      }
    }
  }

  return { check };
};
