const { is, isAny } = require('bpmnlint-utils');

/** Wie het model leest, moet kunnen nagaan waarom een stap er is en of zij een voorstel is. */
module.exports = function() {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:Activity', 'bpmn:IntermediateCatchEvent', 'bpmn:Process' ])) return;

    const tekst = (node.documentation ?? []).map(d => d.text ?? '').join(' ');
    if (!tekst.trim()) {
      reporter.report(node.id, 'Voeg een toelichting toe');
    } else if (!is(node, 'bpmn:SubProcess') && !/Bron: .*(routeboek r\. \d|voorstel)/is.test(tekst)) {
      reporter.report(node.id, 'Noem in de toelichting de bron: "Bron: routeboek r. …" of "Bron: voorstel"');
    }
  }

  return { check };
};
