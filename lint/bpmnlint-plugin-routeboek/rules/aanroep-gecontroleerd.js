const { is } = require('bpmnlint-utils');
const { extensie, luisteraar } = require('../lib/element');

/**
 * Tasklist biedt elk proces aan om te starten. Een proces zonder startformulier hoort bij een casus: zonder deze luisteraar
 * blijft wie het met de hand start met een incident zitten.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:Process') || !node.isExecutable) return;
    const begin = (node.flowElements ?? []).filter(e => is(e, 'bpmn:StartEvent'));
    if (begin.some(e => extensie(e, 'zeebe:FormDefinition') || e.eventDefinitions?.length)) return;

    if (!luisteraar(node, 'start', 'aanroep-controleren')) {
      reporter.report(node.id, 'Voeg bij start van het proces de luisteraar aanroep-controleren toe');
    }
  }

  return { check };
};
