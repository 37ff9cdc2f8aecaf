const { isAny } = require('bpmnlint-utils');
const { invoeren, uitvoer } = require('../lib/element');
const { kanZijn, vergelijkingen } = require('../lib/waarden');

/**
 * Een tekst waar een model mee vergelijkt, bestaat in het formulier of de tabel waar zij vandaan komt. Een tikfout is voor de engine
 * geen fout: de vergelijking is dan gewoon nooit waar.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:FlowNode', 'bpmn:SequenceFlow' ])) return;

    const uitdrukkingen = [ ...invoeren(node), ...uitvoer(node) ].map(m => m.source).concat(node.conditionExpression?.body ?? []);
    for (const vergelijking of uitdrukkingen.flatMap(vergelijkingen)) {
      if (kanZijn(vergelijking)) continue;
      const { naam, waarde } = vergelijking;
      reporter.report(node.id, `Geen formulier of tabel geeft ${naam} de waarde "${waarde}"`);
    }
  }

  return { check };
};
