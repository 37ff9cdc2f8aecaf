const { is, isAny } = require('bpmnlint-utils');

/** Wie het model leest, moet kunnen nagaan waarom een stap er is, waarom de route zich splitst, en of dat een voorstel is. */
module.exports = function() {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:Activity', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent', 'bpmn:Process' ]) && !isVraag(node) && !isBericht(node)) return;

    const tekst = (node.documentation ?? []).map(d => d.text ?? '').join(' ');
    if (!tekst.trim()) {
      reporter.report(node.id, 'Voeg een toelichting toe');
    } else if (!is(node, 'bpmn:SubProcess') && !/Bron: .*(routeboek r\. \d|voorstel)/is.test(tekst)) {
      reporter.report(node.id, 'Noem in de toelichting de bron: "Bron: routeboek r. …" of "Bron: voorstel"');
    }
  }

  return { check };
};

/** Een keuze: wie haar leest wil weten waar het antwoord vandaan komt. Een samenkomst of een splitsing in alle wegen is dat niet. */
function isVraag(node) {
  return isAny(node, [ 'bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway', 'bpmn:InclusiveGateway' ]) && (node.outgoing?.length ?? 0) > 1;
}

/** Een begin dat op een bericht wacht: wie stuurt dat? */
function isBericht(node) {
  return is(node, 'bpmn:StartEvent') && (node.eventDefinitions?.length ?? 0) > 0;
}
