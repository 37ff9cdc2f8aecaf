const { RETRIES } = require('../lib/constants');
const { extensie, luisteraars } = require('../lib/element');

/** Overal even vaak proberen: wie een storing ziet, weet dan dat het uren geprobeerd is en niet toevallig korter. */
module.exports = function() {

  function check(node, reporter) {
    const taak = extensie(node, 'zeebe:TaskDefinition');
    for (const { type, retries } of [ ...(taak ? [ taak ] : []), ...luisteraars(node) ]) {
      if (retries !== String(RETRIES)) reporter.report(node.id, `Zet retries van ${type} op ${RETRIES}`);
    }
  }

  return { check };
};
