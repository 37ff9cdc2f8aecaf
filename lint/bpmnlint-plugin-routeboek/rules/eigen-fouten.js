const { is } = require('bpmnlint-utils');
const { invoer, uitvoer } = require('../lib/element');

/**
 * Een taak die terugkomt laat zien wat er niet klopt. Takken die naast elkaar lopen delen hun variabelen: stond dat in één
 * gezamenlijke variabele, dan kwam de klacht over de ene taak op het formulier van de andere.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:BoundaryEvent')) return;
    const fouten = uitvoer(node).find(u => u.source === '=validatieFouten');
    if (!fouten) return;

    for (const taak of (node.outgoing ?? []).map(pijl => pijl.targetRef)) {
      const naam = `fouten_${taak.id}`;
      if (fouten.target !== naam) reporter.report(node.id, `Geef de fouten een eigen naam: ${naam}`);
      if (invoer(taak, 'validatieFouten')?.source !== `=${naam}`) reporter.report(taak.id, `Geef validatieFouten mee uit ${naam}`);
    }
  }

  return { check };
};
