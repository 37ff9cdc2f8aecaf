const { invoer, luisteraar, stap } = require('../lib/element');
const { bestaat } = require('../lib/project');

/** Zonder rij in termijnen.dmn kan de werker geen termijn berekenen en valt de taak stil. */
module.exports = function() {

  function check(node, reporter) {
    if (!luisteraar(node, 'start', 'termijn-berekenen')) return;

    const uiterlijk = invoer(node, 'uiterlijk')?.source ?? '=null';
    const altijdGegeven = !/\bnull\b/.test(uiterlijk);
    const rij = invoer(node, 'stap')?.source.replace(/^="(.*)"$/, '$1') ?? stap(node);

    if (!altijdGegeven && !bestaat.termijn(rij)) reporter.report(node.id, `Voeg in termijnen.dmn een rij toe voor ${rij}`);
  }

  return { check };
};
