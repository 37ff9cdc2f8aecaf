const { is } = require('bpmnlint-utils');
const { altijdVoor, bereikt } = require('../lib/weg');

/**
 * Een genummerde stap van een route gaat aan elke latere vooraf. Een pijl die per ongeluk verder wijst slaat anders voor elk kind
 * een stap over.
 *
 * @param { { mag?: string[] } } opties de stappen die het routeboek zelf laat vervallen
 */
module.exports = function({ mag = [] } = {}) {

  function check(node, reporter) {
    if (!is(node, 'bpmn:FlowElementsContainer')) return;
    const stappen = (node.flowElements ?? []).filter(e => nummer(e) !== undefined);
    if (stappen.length < 2) return;

    const voor = altijdVoor(node);
    for (const stap of stappen.filter(s => !mag.includes(s.id))) {
      const later = stappen.find(s => nummer(s) > nummer(stap) && bereikt(node, stap, s) && !voor.get(s).has(stap));
      if (later) reporter.report(stap.id, `Deze stap kan worden overgeslagen: er loopt een weg om haar heen naar "${later.name}". Laat die weg langs deze stap gaan, of eerder eindigen`);
    }
  }

  return { check };
};

const nummer = e => /^\d+/.test(e.name ?? '') ? parseInt(e.name, 10) : undefined;
