const { is } = require('bpmnlint-utils');

/** De heatmap vergelijkt versies op element-id, dus een id volgt de stap uit het routeboek en verandert nooit meer. */
const VORMEN = [
  [ 'bpmn:SubProcess', /^(SP|ES)_[A-Z0-9]+$/, 'SP_<NAAM> of ES_<NAAM>' ],
  [ 'bpmn:EventBasedGateway', /^eg_\w+$/, 'eg_<stap>' ],
  [ 'bpmn:Gateway', /^gw_\w+$/, 'gw_<stap>' ],
  [ 'bpmn:StartEvent', /^(SE_start|se_\w+)$/, 'SE_start of se_<deelproces>' ],
  [ 'bpmn:EndEvent', /^(EE|ee|te)_\w+$/, 'EE_<naam>, ee_<naam> of te_<naam>' ],
  [ 'bpmn:BoundaryEvent', /^(be_\w+|BE_[A-Z]+|TM_\w+)$/, 'be_<stap>, BE_<NAAM> of TM_<stap>' ],
  [ 'bpmn:IntermediateCatchEvent', /^(tm|mc)_\w+$/, 'tm_<stap> of mc_<stap>' ],
  [ 'bpmn:Activity', /^[A-Z]{1,4}_[0-9a-z]+(_[0-9a-z]+)*$/, 'de stap met lage streepjes, zoals KT_01a' ]
];

module.exports = function() {

  function check(node, reporter) {
    if (is(node, 'bpmn:SequenceFlow')) return stroom(node, reporter);

    const vorm = VORMEN.find(([ type ]) => is(node, type));
    if (vorm && !vorm[1].test(node.id)) reporter.report(node.id, `Maak het id volgens de afspraak: ${vorm[2]}`);

    if (is(node, 'bpmn:SubProcess') && node.triggeredByEvent === !node.id.startsWith('ES_')) {
      reporter.report(node.id, 'Begin het id van een deelproces met SP_ en van een gebeurtenis-deelproces met ES_');
    }
  }

  return { check };
};

function stroom(node, reporter) {
  const verwacht = `flow_${node.sourceRef?.id}_${node.targetRef?.id}`;
  if (!node.id.startsWith(verwacht)) reporter.report(node.id, `Maak het id volgens de afspraak: ${verwacht}`);
}
