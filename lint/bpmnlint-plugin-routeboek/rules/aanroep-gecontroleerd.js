const { is } = require('bpmnlint-utils');
const { extensie, luisteraar, luisteraars } = require('../lib/element');

/**
 * Tasklist biedt elk proces aan om te starten. Een proces zonder startformulier hoort bij een casus: zonder deze luisteraar
 * blijft wie het met de hand start met een incident zitten. Zij staat op de startgebeurtenis en niet op het proces zelf: een
 * lopend proces met een luisteraar is op 8.6 niet naar een nieuwe versie over te zetten.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:Process') || !node.isExecutable) return;
    const begin = (node.flowElements ?? []).filter(e => is(e, 'bpmn:StartEvent'));
    if (begin.some(e => extensie(e, 'zeebe:FormDefinition') || e.eventDefinitions?.length)) return;

    if (luisteraars(node).length > 0) reporter.report(node.id, 'Zet de luisteraar op de startgebeurtenis: een lopend proces met een luisteraar gaat niet mee naar een nieuwe versie');
    for (const event of begin) {
      if (!luisteraar(event, 'end', 'aanroep-controleren')) reporter.report(event.id, 'Voeg bij end van deze startgebeurtenis de luisteraar aanroep-controleren toe');
    }
  }

  return { check };
};
