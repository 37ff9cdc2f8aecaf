const { is } = require('bpmnlint-utils');
const { luisteraar } = require('../lib/element');

/**
 * De termijn moet er zijn voordat de taak begint, en wat er gedaan is moet in het logboek voordat de velden verdwijnen.
 *
 * @param { { zonderLogboek?: string[] } } opties taken waarvan de inhoud met opzet niet in het logboek komt
 */
module.exports = function({ zonderLogboek = [] } = {}) {

  function check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return;

    if (!luisteraar(node, 'start', 'termijn-berekenen')) {
      reporter.report(node.id, 'Voeg bij start de luisteraar termijn-berekenen toe');
    }
    if (!zonderLogboek.includes(node.id) && !luisteraar(node, 'end', 'logboek-schrijven')) {
      reporter.report(node.id, 'Voeg bij end de luisteraar logboek-schrijven toe');
    }
  }

  return { check };
};
