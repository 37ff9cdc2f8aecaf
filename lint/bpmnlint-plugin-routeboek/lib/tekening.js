const { is } = require('bpmnlint-utils');
const { binnen } = require('./element');

/** Per model de vormen bij hun element: bpmnlint geeft een regel alleen het element en niet hoe het getekend is. */
const bewaard = new WeakMap();

function vormen(definities) {
  if (!bewaard.has(definities)) {
    const alle = (definities.diagrams ?? []).flatMap(d => d.plane?.planeElement ?? []);
    bewaard.set(definities, new Map(alle.filter(v => is(v, 'bpmndi:BPMNShape')).map(v => [ v.bpmnElement, v ])));
  }
  return bewaard.get(definities);
}

/** @returns { any | undefined } de vorm op de tekening; niets als het element niet getekend is */
function vorm(node) {
  const definities = binnen(node, 'bpmn:Definitions');
  return node.di ?? (definities && vormen(definities).get(node));
}

/** Staat dit deelproces dicht op zijn blad? */
function isDicht(node) {
  return is(node, 'bpmn:SubProcess') && vorm(node)?.isExpanded !== true;
}

/** De kleuren van een vorm, in de twee schrijfwijzen die Modeler naast elkaar bewaart. */
function kleuren(node) {
  const getekend = vorm(node);
  const lees = naam => getekend?.get(naam) ?? getekend?.$attrs?.[naam];
  return { fill: [ lees('bioc:fill'), lees('color:background-color') ], stroke: [ lees('bioc:stroke'), lees('color:border-color') ] };
}

module.exports = { isDicht, kleuren };
