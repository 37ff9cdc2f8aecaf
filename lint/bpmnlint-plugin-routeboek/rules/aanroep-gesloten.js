const { is } = require('bpmnlint-utils');
const { extensie, invoer } = require('../lib/element');

/** Zonder deze weet niemand om welk kind het gaat: het logboek niet, en de takenlijst niet (taskContextDisplayName). */
const NODIG = [ 'casusId', 'casusnummer', 'leerling' ];

/**
 * Een aangeroepen proces krijgt alleen wat het model noemt en geeft alleen terug wat het model noemt. Anders
 * overschrijven twee processen stilletjes elkaars variabelen en reizen gegevens verder mee dan nodig is.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:CallActivity')) return;

    const aanroep = extensie(node, 'zeebe:CalledElement');
    for (const kant of [ 'propagateAllChildVariables', 'propagateAllParentVariables' ]) {
      if (aanroep?.[kant] !== false) reporter.report(node.id, `Zet ${kant} uit en noem de variabelen zelf`);
    }
    for (const naam of NODIG) if (!invoer(node, naam)) reporter.report(node.id, `Geef ${naam} mee aan het aangeroepen proces`);
  }

  return { check };
};
