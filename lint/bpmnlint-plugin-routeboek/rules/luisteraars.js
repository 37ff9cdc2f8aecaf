const { is } = require('bpmnlint-utils');
const { extensie, luisteraar, modelVan } = require('../lib/element');

/** Wie hier werkt, schrijft een regel in het logboek van de casus. */
const IN_LOGBOEK = [ 'logboek-schrijven', 'melding-versturen', 'bericht-publiceren' ];

/**
 * De termijn moet er zijn voordat de taak begint, en wat er gedaan is moet in het logboek voordat de velden verdwijnen.
 *
 * @param { { eigenLog?: Record<string, string> } } opties modellen waarvan met opzet niets in het logboek komt, met de luisteraar die hun eigen log schrijft
 */
module.exports = function({ eigenLog = {} } = {}) {

  function check(node, reporter) {
    const eigen = eigenLog[modelVan(node)];
    const type = extensie(node, 'zeebe:TaskDefinition')?.type;
    if (eigen && (IN_LOGBOEK.includes(type) || IN_LOGBOEK.some(werker => luisteraar(node, 'start', werker) || luisteraar(node, 'end', werker)))) {
      reporter.report(node.id, `Niets van dit model komt in het logboek van de casus: gebruik ${eigen}`);
    }
    if (!is(node, 'bpmn:UserTask')) return;

    if (!luisteraar(node, 'start', 'termijn-berekenen')) {
      reporter.report(node.id, 'Voeg bij start de luisteraar termijn-berekenen toe');
    }
    const log = eigen ?? 'logboek-schrijven';
    if (!luisteraar(node, 'end', log)) reporter.report(node.id, `Voeg bij end de luisteraar ${log} toe`);
  }

  return { check };
};
