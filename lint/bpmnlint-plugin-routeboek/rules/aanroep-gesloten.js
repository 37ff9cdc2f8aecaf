const { is } = require('bpmnlint-utils');
const { extensie, invoer } = require('../lib/element');

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
    if (!invoer(node, 'casusId')) reporter.report(node.id, 'Geef casusId mee aan het aangeroepen proces');
  }

  return { check };
};
