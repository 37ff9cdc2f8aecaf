const { extensie, luisteraars } = require('../lib/element');
const { bedoeld, bestaat } = require('../lib/project');

/** Een onbekend type staat in de engine eindeloos te wachten, zonder fout en zonder dat iemand het ziet. */
module.exports = function() {

  function check(node, reporter) {
    const taak = extensie(node, 'zeebe:TaskDefinition');

    for (const { type } of [ ...(taak ? [ taak ] : []), ...luisteraars(node) ]) {
      if (!bestaat.jobtype(type)) reporter.report(node.id, `Er is geen werker voor het type ${type}${bedoeld('jobtype', type)}`);
    }
  }

  return { check };
};
