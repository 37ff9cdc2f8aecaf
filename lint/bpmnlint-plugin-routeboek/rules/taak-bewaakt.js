const { is } = require('bpmnlint-utils');
const { extensie, groepen, invoer, luisteraar, rollen } = require('../lib/element');
const { rolVanSleutel } = require('../lib/project');
const { opschalingsrollen } = require('../lib/opschaling');

/**
 * Aan elke taak wordt herinnerd, en blijft zij liggen dan hoort wie erboven staat het. Dat doet één dagelijkse ronde; zij vindt een
 * taak aan haar casus en haar einddatum, en wie erboven staat in taakherinnering.dmn.
 *
 * @param { { voorDeCasus?: string[] } } opties taken die er zijn voordat de casus bestaat: daarvan is nog niemand bekend om te schrijven
 */
module.exports = function({ voorDeCasus = [] } = {}) {

  function check(node, reporter) {
    if (!is(node, 'bpmn:UserTask') || voorDeCasus.includes(node.id)) return;

    if (extensie(node, 'zeebe:TaskSchedule')?.dueDate !== '=uiterlijk' || !luisteraar(node, 'start', 'termijn-berekenen') || !invoer(node, 'formulier')) {
      reporter.report(node.id, 'Zonder einddatum en formulier herinnert niemand aan deze taak: neem het sjabloon Gebruikerstaak routeboek');
    }
    for (const rol of new Set([ ...rollen(node), ...groepen(node).map(rolVanSleutel).filter(Boolean) ])) {
      if (!opschalingsrollen().has(rol)) reporter.report(node.id, `Zet in taakherinnering.dmn wie er boven ${rol} staat`);
    }
  }

  return { check };
};
