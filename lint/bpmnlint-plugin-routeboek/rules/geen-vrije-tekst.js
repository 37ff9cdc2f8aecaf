const { is } = require('bpmnlint-utils');
const { extensie, uitvoer } = require('../lib/element');
const { vrijeTekst } = require('../lib/project');

/**
 * Wat iemand vrij typt, gaat naar het logboek. In procesvariabelen zou het jaren in de geschiedenis van de engine blijven staan.
 *
 * @param { { voorDeCasus?: string[] } } opties taken waarvan de volgende stap de tekst meteen naar het register brengt en in het proces wist
 */
module.exports = function({ voorDeCasus = [] } = {}) {

  function check(node, reporter) {
    if (!is(node, 'bpmn:UserTask') || voorDeCasus.includes(node.id)) return;

    const vrij = vrijeTekst(extensie(node, 'zeebe:FormDefinition')?.formId);
    for (const { source = '' } of uitvoer(node)) {
      for (const veld of vrij) {
        if (waarden(source).includes(veld)) reporter.report(node.id, `Laat het vrije veld ${veld} niet mee naar boven gaan`);
      }
    }
  }

  return { check };
};

/** De namen die in de uitdrukking een waarde leveren: geen tekst tussen aanhalingstekens, geen sleutel van een context, geen pad. */
function waarden(source) {
  // Hoe lang een tekst is, mag wel mee: zo kan de controle nagaan dat er iets is ingevuld.
  const zonderTekst = source.replace(/"[^"]*"/g, '').replace(/string length\(\w+\)/g, '');
  return [ ...zonderTekst.matchAll(/(?<![\w.])([A-Za-z_]\w*)(?!\w*\s*:)/g) ].map(m => m[1]);
}
