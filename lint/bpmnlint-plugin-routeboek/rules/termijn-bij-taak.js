const { is } = require('bpmnlint-utils');
const { termijnteksten, verwachteTermijn } = require('../lib/termijnen');

/**
 * Wie het model leest, ziet bij de taak hoe lang zij mag duren. De tekst komt uit termijnen.dmn; na een wijziging daar werkt
 * `npm run termijnteksten` alle modellen bij.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return;
    const termijn = verwachteTermijn(node);
    const teksten = termijnteksten(node).map(t => t.text.trim());

    if (!termijn && teksten.length > 0 && eigenTekst(node)) {
      reporter.report(node.id, `Bij de taak staat "${teksten[0]}", maar termijnen.dmn heeft geen rij: haal de tekst weg of noem de rij in de eigenschap termijn`);
    }
    if (!termijn || teksten.includes(termijn)) return;
    reporter.report(node.id, teksten.length === 0
      ? `Zet een tekst bij de taak met haar termijn: ${termijn}`
      : `Bij de taak staat "${teksten[0]}" en in termijnen.dmn "${termijn}": draai npm run termijnteksten`);
  }

  return { check };
};

/** Is de tekst met de taak zelf verbonden? Een tekst bij het deelproces kan van een andere taak daarin zijn. */
function eigenTekst(node) {
  return (node.$parent.artifacts ?? []).some(a => a.sourceRef === node || a.targetRef === node);
}
