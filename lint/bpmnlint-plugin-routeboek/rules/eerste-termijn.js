const { is } = require('bpmnlint-utils');
const { invoer, luisteraar, uitvoer } = require('../lib/element');

/** De momenten die bij een taak horen en die een bewaking kan gebruiken. */
const BEWAKING = /\b(escalatieOp|herinneringOp)\b/;

/**
 * Nee zeggen verzet geen termijn. Een taak die terugkomt houdt haar eerste einddatum: die staat op het deelproces om de taak en
 * haar controle heen, of in een eigen variabele. Een bewaking op de taak zelf begon bij elke verbetering opnieuw te lopen.
 */
module.exports = function() {

  function check(node, reporter) {
    if (is(node, 'bpmn:UserTask') && komtTerug(node) && !houdtTermijn(node)) {
      reporter.report(node.id, `Houd de eerste einddatum: uiterlijk uit het deelproces met de luisteraar termijn-berekenen, of uit uiterlijk_${node.id}`);
    }
    if (is(node, 'bpmn:BoundaryEvent') && komtTerug(node.attachedToRef) && bewaakt(node)) {
      reporter.report(node.id, `Hang de bewaking aan het deelproces: op ${node.attachedToRef.id} begint zij bij elke verbetering opnieuw`);
    }
  }

  return { check };
};

const komtTerug = node => is(node, 'bpmn:UserTask') && invoer(node, 'validatieFouten') !== undefined;

const bewaakt = node => (node.eventDefinitions ?? []).some(d => is(d, 'bpmn:TimerEventDefinition') && BEWAKING.test(d.timeDate?.body ?? ''));

function houdtTermijn(taak) {
  const bron = invoer(taak, 'uiterlijk')?.source ?? '';
  // een moment dat elders vastligt, zoals termijnen.perspectiefDeadline, verschuift niet
  if (/^=\w+\.\w+$/.test(bron)) return true;
  if (bron === '=uiterlijk') return is(taak.$parent, 'bpmn:SubProcess') && luisteraar(taak.$parent, 'start', 'termijn-berekenen') !== undefined;
  const eigen = `uiterlijk_${taak.id}`;
  if (!new RegExp(`\\b${eigen}\\b`).test(bron)) return false;
  // zonder uitvoer geeft de luisteraar aan het eind haar terug (het startformulier dat terugkomt, zie gebruikerstaak-volledig)
  if (uitvoer(taak).length === 0) return luisteraar(taak, 'end', 'logboek-schrijven') !== undefined;
  return uitvoer(taak).some(u => u.target === eigen && u.source === '=uiterlijk');
}
