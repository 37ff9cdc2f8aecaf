const { is } = require('bpmnlint-utils');
const { werkerWoorden } = require('../lib/code');
const { extensie, invoeren, uitvoer } = require('../lib/element');
const { uitdrukkingen, variabelenIn } = require('../lib/feel');
const { sleutels } = require('../lib/project');
const { names } = require('../lib/sources');
const { tabelInvoer } = require('../lib/tabellen');
const { doelen, geschreven, meegekregen, onderdelen: onderdelenVan, uitWerkers } = require('../lib/variabelen');
const { kanVooraf } = require('../lib/weg');

/**
 * Wat een stap nodig heeft, schrijft een eerdere stap. Wie een stap weghaalt of verplaatst merkt anders niets: haar uitkomst is bij
 * elke latere stap gewoon leeg.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:Process') || !names('bpmn', '.bpmn').has(node.id)) return;
    const alle = onderdelen(node);
    const schrijvers = alleSchrijvers(alle);
    const gekregen = new Set([ ...meegekregen(node.id), ...bijBegin(node) ]);

    for (const lezer of alle) {
      const gemeld = new Set();
      for (const [ naam, waar ] of leest(lezer)) {
        const bronnen = schrijvers.get(naam);
        // Wat het proces meekrijgt of een werker geeft, is er al; wat niemand schrijft noemt variabele-bestaat.
        if (!bronnen || gekregen.has(naam) || gemeld.has(naam) || uitWerkers(node).some(woorden => woorden.has(naam))) continue;
        const echt = bronnen.filter(b => b.echt).map(b => b.node);
        if (echt.some(bron => kanVooraf(bron, lezer))) continue;
        gemeld.add(naam);
        const later = echt.filter(bron => bron !== lezer).map(bron => bron.name ? `"${bron.name}"` : bron.id);
        reporter.report(lezer.id, later.length > 0
          ? `In ${waar}: ${naam} is hier altijd leeg, want ${later.join(' en ')} schrijft haar pas later. Zet die stap ervoor`
          : `In ${waar}: ${naam} is hier altijd leeg, want geen enkele eerdere stap schrijft haar. Zet de stap die dat deed terug, of haal dit weg`);
      }
    }
  }

  return { check };
};

const onderdelen = element => (element.flowElements ?? []).flatMap(e => [ e, ...onderdelen(e) ]);

/** Wat er al is als het proces begint: de velden van zijn startformulier. */
const bijBegin = proces => (proces.flowElements ?? []).filter(e => is(e, 'bpmn:StartEvent')).flatMap(e => [ ...sleutels(extensie(e, 'zeebe:FormDefinition')?.formId) ]);

/** Wie een variabele schrijft. Leeg beginnen (`=null`) is geen schrijven. */
function alleSchrijvers(alle) {
  const schrijvers = new Map();
  const voegToe = (naam, node, echt) => schrijvers.set(naam, [ ...(schrijvers.get(naam) ?? []), { node, echt } ]);
  for (const node of alle) {
    for (const { source, target } of uitvoer(node)) voegToe(target, node, !/^=\s*null\s*$/.test(source ?? ''));
    const uitkomst = extensie(node, 'zeebe:CalledDecision')?.resultVariable;
    if (uitkomst && uitvoer(node).length === 0) voegToe(uitkomst, node, true);
  }
  return schrijvers;
}

/** Welke variabelen een element leest, en waar; ook wat de beslistabel nodig heeft die het vraagt. */
function leest(node) {
  const ingevuld = new Set(invoeren(node).map(p => p.target));
  const uit = uitdrukkingen(node).flatMap(({ waar, tekst }) =>
    variabelenIn(tekst).filter(({ name }) => !waar.startsWith('de uitvoer') || !isEigen(node, name)).map(({ name }) => [ name, waar ]));
  const tabel = extensie(node, 'zeebe:CalledDecision')?.decisionId;
  const uitTabel = tabel ? tabelInvoer(tabel).filter(naam => !ingevuld.has(naam)).map(naam => [ naam, `de beslistabel ${tabel}` ]) : [];
  return [ ...uit, ...uitTabel ];
}

/** In haar uitvoer leest een stap ook wat zij zelf maakte: haar formulier, werker, beslistabel of aangeroepen proces, of wat een bericht meebracht. */
function isEigen(node, naam) {
  if (invoeren(node).some(i => i.target === naam)) return true;
  const formulier = extensie(node, 'zeebe:FormDefinition')?.formId;
  if (formulier && sleutels(formulier).has(naam)) return true;
  const beslissing = extensie(node, 'zeebe:CalledDecision')?.resultVariable;
  if (beslissing === naam) return true;
  const taak = extensie(node, 'zeebe:TaskDefinition')?.type;
  if (taak && werkerWoorden(taak).has(naam)) return true;
  const aanroep = extensie(node, 'zeebe:CalledElement')?.processId;
  if (aanroep && doelen(aanroep).some(doel => geschreven(doel).has(naam))) return true;
  return (node.eventDefinitions ?? []).some(d => d.messageRef || d.errorRef) && onderdelenVan().has(naam);
}
