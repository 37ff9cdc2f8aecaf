const { is } = require('bpmnlint-utils');
const { binnen } = require('./element');

/** Per model de shapes bij hun element: bpmnlint geeft een regel alleen het element en niet hoe het getekend is. */
const kept = new WeakMap();

function shapes(definities) {
  if (!kept.has(definities)) {
    const alle = (definities.diagrams ?? []).flatMap(d => d.plane?.planeElement ?? []);
    kept.set(definities, new Map(alle.filter(v => is(v, 'bpmndi:BPMNShape')).map(v => [ v.bpmnElement, v ])));
  }
  return kept.get(definities);
}

/** @returns { any | undefined } de vorm op de tekening; niets als het element niet getekend is */
function shape(node) {
  const definities = binnen(node, 'bpmn:Definitions');
  return node.di ?? (definities && shapes(definities).get(node));
}

/** Staat dit deelproces dicht op zijn blad? */
function isCollapsed(node) {
  return is(node, 'bpmn:SubProcess') && shape(node)?.isExpanded !== true;
}

/** De kleuren van een shape, in de twee schrijfwijzen die Modeler naast elkaar bewaart. */
function colors(node) {
  const getekend = shape(node);
  const lees = naam => getekend?.get(naam) ?? getekend?.$attrs?.[naam];
  return { fill: [ lees('bioc:fill'), lees('color:background-color') ], stroke: [ lees('bioc:stroke'), lees('color:border-color') ] };
}

module.exports = { isCollapsed, colors };
