const { is } = require('bpmnlint-utils');
const { extensie } = require('../lib/element');

/** Wie een bericht stuurt, geeft casusId mee; met een andere sleutel komt het nooit aan. */
const SLEUTEL = '=casusId';

module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:Message')) return;
    const sleutel = extensie(node, 'zeebe:Subscription')?.correlationKey;
    if (sleutel !== undefined && sleutel !== SLEUTEL) reporter.report(node.id, `Zet de sleutel van bericht ${node.name} (Subscription correlation key) op ${SLEUTEL}: een bericht wordt onder geen andere sleutel gestuurd`);
  }

  return { check };
};
