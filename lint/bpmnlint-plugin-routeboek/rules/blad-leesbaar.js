const { is } = require('bpmnlint-utils');
const { OMVANG } = require('../lib/constants');
const { modelVan } = require('../lib/element');

/** Wat niet op een blad past, leest niemand. De grenzen staan in lib/constants. */
module.exports = function() {

  function check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      const alle = knopen(node);
      if (alle > OMVANG.model) reporter.report(node.id, `Verdeel het model ${modelVan(node)}: het heeft ${alle} knopen, hoogstens ${OMVANG.model}`);
    }
    if (is(node, 'bpmn:Process') || is(node, 'bpmn:SubProcess')) {
      const blad = opBlad(node).length;
      if (blad > OMVANG.blad) reporter.report(node.id, `Verdeel dit blad: het heeft ${blad} knopen, hoogstens ${OMVANG.blad}`);
    }
    if (is(node, 'bpmn:SubProcess') && diepte(node) === OMVANG.diepte + 1) {
      reporter.report(node.id, `Zet deelprocessen hoogstens ${OMVANG.diepte} diep in elkaar`);
    }
  }

  return { check };
};

const opBlad = node => (node.flowElements ?? []).filter(e => is(e, 'bpmn:FlowNode'));
const knopen = node => opBlad(node).reduce((som, kind) => som + 1 + knopen(kind), 0);
const diepte = node => node && is(node, 'bpmn:SubProcess') ? 1 + diepte(node.$parent) : 0;
