const { isAny } = require('bpmnlint-utils');
const { invoeren, uitvoer } = require('../lib/element');
const { bedoelde } = require('../lib/nabij');
const { onderdelen } = require('../lib/variabelen');
const { kanZijn, vergelijkingen, waardenLijst } = require('../lib/waarden');

/**
 * Een tekst waar een model mee vergelijkt, bestaat in het formulier of de tabel waar zij vandaan komt. Een tikfout is voor de engine
 * geen fout: de vergelijking is dan gewoon nooit waar.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:FlowNode', 'bpmn:SequenceFlow' ])) return;

    const uitdrukkingen = [ ...invoeren(node), ...uitvoer(node) ].map(m => m.source).concat(node.conditionExpression?.body ?? []);
    for (const vergelijking of uitdrukkingen.flatMap(vergelijkingen)) {
      // Een naam die niemand schrijft is een tikfout in de naam; dat zegt variabele-bestaat.
      if (kanZijn(vergelijking) || !onderdelen().has(vergelijking.naam)) continue;
      const { naam, waarde } = vergelijking;
      reporter.report(node.id, `Geen formulier of tabel geeft ${naam} de waarde "${waarde}".${bedoelde(waarde, waardenLijst(naam)) || ' Kijk naar de spelling, of naar de keuzes van het formulier'}`);
    }
  }

  return { check };
};
