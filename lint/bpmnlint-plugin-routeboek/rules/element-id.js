const { is } = require('bpmnlint-utils');
const { modelVan } = require('../lib/element');

/** De heatmap vergelijkt versies op element-id, dus een id volgt een afspraak en verandert nooit meer. */
const HULPSTUKKEN = [
  [ 'bpmn:SubProcess', /^(SP|ES)_[A-Za-z0-9]+(_[A-Za-z0-9]+)*$/, 'SP_<naam> of ES_<naam>' ],
  [ 'bpmn:EventBasedGateway', /^eg_\w+$/, 'eg_<waar>' ],
  [ 'bpmn:Gateway', /^gw_\w+$/, 'gw_<waar>' ],
  [ 'bpmn:StartEvent', /^(SE_start|se_\w+)$/, 'SE_start of se_<waar>' ],
  [ 'bpmn:EndEvent', /^(EE|ee|te)_\w+$/, 'ee_<waar>, te_<waar> of EE_<naam>' ],
  [ 'bpmn:BoundaryEvent', /^(be_\w+|BE_[A-Z]+|TM_\w+)$/, 'be_<waar>, BE_<NAAM> of TM_<waar>' ],
  [ 'bpmn:IntermediateThrowEvent', /^(te|mt)_\w+$/, 'te_<waar> of mt_<waar>' ],
  [ 'bpmn:IntermediateCatchEvent', /^(tm|mc)_\w+$/, 'tm_<waar> of mc_<waar>' ]
];
/** Zo noemt Camunda Modeler zelf een pijl, keuze of gebeurtenis. Wie haar tekent hoeft daar niets aan te doen. */
const VAN_MODELER = /^(Flow|Gateway|Event)_[0-9a-z]{7}$/;
/** Een pijl houdt haar id als zij naar een andere stap wordt getrokken, dus waar zij loopt staat er niet altijd in. */
const PIJL = /^flow_\w+$/;
const VOORVOEGSEL = /^(SP|ES|SE|EE|BE|TM|eg|gw|se|ee|te|be|tm|mc|mt|flow)_/;
const WOORDEN = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** De stap van een route, zoals KT_08a: in een gedeelde fase is zij voor iedere route anders. */
const STAP = /(^|_)[A-Z]{1,4}_\d/;

/**
 * @param { { voorvoegsels?: Record<string, string> } } opties de modellen met eigen stappen en hoe die beginnen (`kernteam`: `KT`); alle
 *   andere modellen zijn het raam of een gedeelde fase
 */
module.exports = function({ voorvoegsels = {} } = {}) {

  function check(node, reporter) {
    const meld = afspraak => reporter.report(node.id, `Maak het id volgens de afspraak: ${afspraak}`);
    if (VAN_MODELER.test(node.id) && !is(node, 'bpmn:Activity')) return;
    if (is(node, 'bpmn:SequenceFlow')) return void (PIJL.test(node.id) || meld('flow_<van>_<naar>'));
    if (!is(node, 'bpmn:FlowNode')) return;

    const eigen = voorvoegsels[modelVan(node)];
    const hulpstuk = HULPSTUKKEN.find(([ type ]) => is(node, type));
    if (hulpstuk) {
      if (!hulpstuk[1].test(node.id)) meld(hulpstuk[2]);
    } else if (is(node, 'bpmn:Activity')) {
      activiteit(node.id, eigen, meld);
    }

    if (!eigen && STAP.test(node.id.replace(VOORVOEGSEL, ''))) {
      reporter.report(node.id, 'Noem in een gedeeld model geen stap van een route in het id; die staat in de eigenschap stap');
    }
    if (is(node, 'bpmn:SubProcess') && node.triggeredByEvent === !node.id.startsWith('ES_')) {
      reporter.report(node.id, 'Begin het id van een deelproces met SP_ en van een gebeurtenis-deelproces met ES_');
    }
  }

  return { check };
};

function activiteit(id, eigen, meld) {
  if (eigen && !new RegExp(`^${eigen}_[0-9a-z]+(_[0-9a-z]+)*$`).test(id)) meld(`de stap met lage streepjes, zoals ${eigen}_01a`);
  if (!eigen && !STAP.test(id) && (!WOORDEN.test(id) || VOORVOEGSEL.test(id))) meld('kleine woorden met lage streepjes, zoals gesprek_ouders');
}
