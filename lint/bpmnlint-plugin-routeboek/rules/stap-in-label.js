const { isAny } = require('bpmnlint-utils');
const { modelVan, stappen } = require('../lib/element');
const { isCollapsed } = require('../lib/diagram');

/**
 * Wie de route leest, zoekt de stap bij haar nummer in het routeboek. In een gedeelde fase staat geen nummer: daar is zij voor iedere
 * route een andere stap.
 *
 * @param { { routes?: Record<string, string> } } opties de routes en hoe hun stappen beginnen (`kernteam`: `KT`)
 */
module.exports = function({ routes = {} } = {}) {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:UserTask', 'bpmn:CallActivity' ]) && !isCollapsed(node)) return;
    if (node.triggeredByEvent || staatAlEromheen(node)) return;

    const label = (node.name ?? '').trim();
    const route = routes[modelVan(node)];
    const nummer = route ? nummers(node, route) : '';
    const heeft = /^(\d+(–\d+)?) /.exec(label)?.[1] ?? '';
    if (heeft === nummer) return;

    reporter.report(node.id, nummer ? `Begin het label met het nummer van de stap: ${nummer}` : 'Begin het label niet met een nummer: dit is geen genummerde stap', [ 'name' ]);
  }

  return { check };
};

/** Het deelproces om de taak draagt dezelfde stap en dus het nummer al; binnenin en in de takenlijst staat het niet nog eens. */
function staatAlEromheen(node) {
  return isAny(node.$parent, [ 'bpmn:SubProcess' ]) && stappen(node).length > 0 && stappen(node).join(' ') === stappen(node.$parent).join(' ');
}

/** `KT-07a KT-07b` is 7, `KT-11a KT-13b` is 11–13; stap 0 is het begin en heeft geen nummer. */
function nummers(node, route) {
  const patroon = new RegExp(`^${route}-(\\d+)`);
  const alle = stappen(node).map(stap => Number(patroon.exec(stap)?.[1] ?? 0)).filter(n => n > 0);
  if (alle.length === 0) return '';
  const [ eerste, laatste ] = [ Math.min(...alle), Math.max(...alle) ];
  return eerste === laatste ? `${eerste}` : `${eerste}–${laatste}`;
}
