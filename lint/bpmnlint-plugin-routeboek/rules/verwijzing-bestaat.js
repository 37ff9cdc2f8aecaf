const { extensie, invoer } = require('../lib/element');
const { bedoeld, bestaat } = require('../lib/project');

/** Alles gaat in één keer naar de engine en hoort bij elkaar; een losse verwijzing geeft pas bij een kind een storing. */
const VERWIJZINGEN = [
  [ 'zeebe:FormDefinition', 'formId', 'formulier', 'het formulier' ],
  [ 'zeebe:CalledDecision', 'decisionId', 'beslissing', 'de beslissing' ],
  [ 'zeebe:CalledElement', 'processId', 'proces', 'het proces' ]
];

module.exports = function() {

  function check(node, reporter) {
    for (const [ type, veld, soort, tekst ] of VERWIJZINGEN) {
      const verwijzing = extensie(node, type);
      if (!verwijzing) continue;

      const naam = verwijzing[veld] ?? '';
      if (!naam.startsWith('=') && !bestaat[soort](naam)) reporter.report(node.id, `Maak ${tekst} ${naam} of kies een bestaande naam${bedoeld(soort, naam)}`);
      if (verwijzing.bindingType !== 'deployment') reporter.report(node.id, `Bind ${tekst} ${naam} met "deployment"`);
    }

    // De formulieren waarvan een taak de antwoorden toont; een waarde waarmee wordt vergeleken is geen formulier.
    const toon = (invoer(node, 'toon')?.source ?? '').replace(/!?=\s*"[^"]*"/g, '');
    for (const [ , naam ] of toon.matchAll(/"([^"]*)"/g)) {
      if (!bestaat.formulier(naam)) reporter.report(node.id, `Maak het formulier ${naam} of kies een bestaande naam${bedoeld('formulier', naam)}`);
    }
  }

  return { check };
};
