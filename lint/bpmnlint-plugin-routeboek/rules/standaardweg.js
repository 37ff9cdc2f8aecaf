const { is } = require('bpmnlint-utils');

/** Past geen enkele voorwaarde, dan blijft een casus voor de gateway staan met een storing. */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:ExclusiveGateway') || (node.outgoing?.length ?? 0) < 2 || node.default) return;

    reporter.report(node.id, 'Maak één uitgaande pijl de standaardweg (Default flow): past geen enkele voorwaarde, dan blijft de casus hier anders staan');
  }

  return { check };
};
