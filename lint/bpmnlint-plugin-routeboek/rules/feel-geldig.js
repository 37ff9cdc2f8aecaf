const { isAny } = require('bpmnlint-utils');
const { feelFout, uitdrukkingen } = require('../lib/feel');

/** De engine leest sommige uitdrukkingen pas als een kind bij die stap komt. */
module.exports = function() {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:FlowNode', 'bpmn:SequenceFlow', 'bpmn:Message' ])) return;

    for (const { waar, tekst, moetFeel } of uitdrukkingen(node)) {
      if (!tekst.startsWith('=')) {
        if (moetFeel) reporter.report(node.id, `Begin ${waar} met =: zonder = is "${kort(tekst)}" een gewone tekst`);
        continue;
      }
      const fout = feelFout(tekst.slice(1));
      if (fout) reporter.report(node.id, `In ${waar}: ${fout}`);
    }
  }

  return { check };
};

const kort = tekst => tekst.length > 60 ? tekst.slice(0, 59) + '…' : tekst;
