const { is, isAny } = require('bpmnlint-utils');
const { modelVan, stappen } = require('../lib/element');

/** Een stap zoals het routeboek en de tabellen haar schrijven: KT-08a, CA-02-1, X-11, KT-13-w3, of met een woord: VR-hand. */
const STAP = /^[A-Z]{1,4}-(\d+[A-Za-z0-9]*(-[a-z0-9]+)*|[a-z]+)$/;

/**
 * Logboek, heatmap en tabellen vinden een taak aan haar stap. Het id zegt dat niet: één fase dient meer routes.
 *
 * @param { { voorvoegsels?: Record<string, string>, zonderStap?: string[] } } opties bij een model: waarmee minstens één stap van iedere taak
 *   begint; en de modellen die bij geen enkele stap horen
 */
module.exports = function({ voorvoegsels = {}, zonderStap = [] } = {}) {

  function check(node, reporter) {
    if (!is(node, 'bpmn:FlowNode')) return;

    const gevonden = stappen(node);
    const model = modelVan(node);
    const moet = isAny(node, [ 'bpmn:UserTask', 'bpmn:CallActivity' ]) && !zonderStap.includes(model);
    if (moet && gevonden.length === 0) return reporter.report(node.id, 'Noem in de eigenschap stap de stappen waarvoor dit is, bijvoorbeeld KT-08a GK-07a');

    for (const stap of gevonden) if (!STAP.test(stap)) reporter.report(node.id, `Schrijf de stap ${stap} zoals KT-08a of CA-02-1`);
    if (new Set(gevonden).size < gevonden.length) reporter.report(node.id, 'Noem iedere stap één keer');

    const eigen = voorvoegsels[model];
    if (moet && eigen && !gevonden.some(stap => stap.startsWith(`${eigen}-`))) reporter.report(node.id, `Noem ook de stap van dit model, die begint met ${eigen}-`);
  }

  return { check };
};
