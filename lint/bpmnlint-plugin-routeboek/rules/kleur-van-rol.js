const { is } = require('bpmnlint-utils');
const { binnen, rollen } = require('../lib/element');
const { rolkleuren } = require('../lib/project');
const { colors } = require('../lib/diagram');

/**
 * Aan de kleur ziet de lezer wie de taak doet. Welke rol bij welke groep hoort en welke kleur die heeft, staat in bpmn/rolkleuren.json.
 *
 * @param { { tabel?: { groepen: Record<string, { label: string, fill: string, stroke: string }>, rollen: Record<string, string> } } } opties
 *   een andere tabel dan die van het project
 */
module.exports = function({ tabel = rolkleuren() } = {}) {

  function check(node, reporter) {
    if (is(node, 'bpmn:Process') && !tabel) reporter.report(node.id, 'Maak bpmn/rolkleuren.json met de kleur van iedere rol');
    if (!is(node, 'bpmn:UserTask') || !tabel || !binnen(node, 'bpmn:Definitions')) return;

    const [ rol ] = rollen(node);
    if (!rol) return reporter.report(node.id, 'Noem de rol in de invoer rol, of in de eigenschap rol als het aanroepende proces haar kiest');

    const groep = tabel.groepen[tabel.rollen[rol]];
    if (!groep) return reporter.report(node.id, `Geef de rol ${rol} een groep in bpmn/rolkleuren.json`);

    const gelijk = soort => colors(node)[soort].every(kleur => kleur?.toLowerCase() === groep[soort].toLowerCase());
    if (!gelijk('fill') || !gelijk('stroke')) {
      reporter.report(node.id, `Geef de taak de kleur van ${groep.label}: vulling ${groep.fill} en rand ${groep.stroke}, voor bioc en color`);
    }
  }

  return { check };
};
