const { eigenschap, extensie, invoer, letterlijk, luisteraar } = require('../lib/element');
const { bedoeld, bestaat } = require('../lib/project');
const { altijdGegeven, termijnrijen, termijnstappen } = require('../lib/termijnen');

/** Zonder rij in termijnen.dmn kan de werker geen termijn berekenen en valt de taak stil. */
module.exports = function() {

  function check(node, reporter) {
    if (extensie(node, 'zeebe:TaskDefinition')?.type === 'termijn-berekenen') return berekening(node, reporter);
    if (!luisteraar(node, 'start', 'termijn-berekenen') || altijdGegeven(node)) return;

    // `vierweken.perspectiefDeadline`: de einddatum is een andere soort van die rij, en komt uit het proces
    const [ stap, genoemd ] = (eigenschap(node, 'termijn') ?? '').split('.');
    if (genoemd) {
      if (!termijnrijen().some(rij => rij.stap === stap && rij.soort === genoemd)) reporter.report(node.id, `Voeg in termijnen.dmn een rij toe voor ${stap} met soort ${genoemd}`);
      return;
    }
    const rijen = termijnrijen().filter(rij => rij.soort === 'uiterlijk');
    const zonder = termijnstappen(node).filter(stap => !rijen.some(rij => rij.stap === stap));
    // De stap van een route die nog geen enkele rij heeft, wacht op die route; maar één rij is er altijd nodig.
    const begonnen = zonder.filter(stap => rijen.some(rij => voorvoegsel(rij.stap) === voorvoegsel(stap)));
    const nodig = zonder.length === termijnstappen(node).length ? zonder : begonnen;
    for (const stap of nodig) reporter.report(node.id, `Voeg in termijnen.dmn een rij toe voor ${stap}`);
  }

  return { check };
};

/** Een servicetaak die zelf een termijn berekent, noemt haar rij in de invoer `stap`. */
function berekening(node, reporter) {
  const stap = letterlijk(invoer(node, 'stap')?.source);
  if (stap !== undefined && !bestaat.termijn(stap)) reporter.report(node.id, `In termijnen.dmn staat geen rij ${stap}${bedoeld('termijn', stap)}`);
}

const voorvoegsel = stap => stap.split('-')[0];
