const { is } = require('bpmnlint-utils');

/** Een norm staat in termijnen.dmn, waar de proceseigenaar haar vindt en waar schoolweken echt schoolweken zijn. */
module.exports = function() {

  function check(node, reporter) {
    const timer = node.eventDefinitions?.find(d => is(d, 'bpmn:TimerEventDefinition'));
    if (!timer) return;

    if (timer.timeDuration) reporter.report(node.id, 'Gebruik een tijdstip uit termijnen.dmn, geen duur');
    // een letterlijk moment, een duur of een optelling is een norm die alleen in het model staat
    if (timer.timeDate && /^[^=]|["@+]|duration\(/.test(timer.timeDate.body ?? '')) {
      reporter.report(node.id, 'Gebruik als tijdstip een variabele uit termijnen.dmn, zoals =uiterlijk');
    }
    // een vast uur van de dag, zoals iedere ochtend, is geen termijn van een kind
    if (timer.timeCycle && !(is(node, 'bpmn:StartEvent') && is(node.$parent, 'bpmn:Process'))) {
      reporter.report(node.id, 'Herhaal alleen bij het begin van een proces; gebruik anders een tijdstip uit termijnen.dmn');
    }
  }

  return { check };
};
