const { is } = require('bpmnlint-utils');

/**
 * Twee wegen komen samen in een gateway, zodat de lezer ziet dat het er twee zijn. Twee uitzonderingen,
 * omdat een gateway bij iedere taak het model vol zou zetten: de weg terug naar dezelfde stap om iets te verbeteren, en
 * de weg van een randgebeurtenis, die zelf al laat zien waar zij vandaan komt.
 * Deze regel staat in de plaats van `fake-join` van bpmnlint, die dat verschil niet maakt.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:Activity') && !is(node, 'bpmn:Event')) return;

    const verder = (node.incoming ?? []).map(stroom => stroom.sourceRef)
      .filter(bron => !is(bron, 'bpmn:BoundaryEvent') && !komtVan(bron, node));
    if (verder.length > 1) reporter.report(node.id, 'Laat de wegen eerst samenkomen in een gateway');
  }

  return { check };
};

/** Ligt `bron` op een weg die bij `node` begint? Dan is de stroom een weg terug. */
function komtVan(bron, node) {
  const gezien = new Set();
  const teBezoeken = [ node ];
  while (teBezoeken.length > 0) {
    const nu = teBezoeken.pop();
    if (nu === bron) return true;
    if (!nu || gezien.has(nu)) continue;
    gezien.add(nu);
    const randen = (nu.$parent?.flowElements ?? []).filter(e => e.attachedToRef === nu);
    teBezoeken.push(...randen, ...(nu.outgoing ?? []).map(s => s.targetRef));
  }
  return false;
}
