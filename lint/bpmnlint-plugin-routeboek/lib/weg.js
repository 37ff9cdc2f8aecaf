const { is } = require('bpmnlint-utils');

/** Wegen door één blad van een model: wat gaat waaraan vooraf, en wat is waarvandaan te bereiken. */

const knopen = blad => (blad.flowElements ?? []).filter(e => is(e, 'bpmn:FlowNode'));

/** Waar een knoop rechtstreeks vandaan komt; een randgebeurtenis komt van de stap waar zij aan vastzit. */
const vorige = node => is(node, 'bpmn:BoundaryEvent') ? [ node.attachedToRef ] : (node.incoming ?? []).map(pijl => pijl.sourceRef).filter(Boolean);

/** Waar een knoop rechtstreeks heen gaat. */
const volgende = (blad, node) => [ ...(node.outgoing ?? []).map(pijl => pijl.targetRef).filter(Boolean), ...knopen(blad).filter(e => e.attachedToRef === node) ];

/**
 * Bij elke knoop de knopen die er altijd aan voorafgaan, langs welke weg een casus ook komt. Waar wegen samenkomen telt alleen wat op
 * elke weg ligt; bij een parallelle samenkomst alles, want die wacht op elke weg.
 *
 * @returns { Map<any, Set<any>> }
 */
function altijdVoor(blad) {
  const alle = knopen(blad);
  const voor = new Map(alle.map(n => [ n, vorige(n).length > 0 ? new Set(alle) : new Set([ n ]) ]));
  for (let anders = true; anders;) {
    anders = false;
    for (const n of alle.filter(k => vorige(k).length > 0)) {
      const wegen = vorige(n).map(v => voor.get(v) ?? new Set());
      const samen = is(n, 'bpmn:ParallelGateway') ? new Set(wegen.flatMap(w => [ ...w ])) : new Set([ ...wegen[0] ].filter(k => wegen.every(w => w.has(k))));
      samen.add(n);
      if (samen.size !== voor.get(n).size) {
        voor.set(n, samen);
        anders = true;
      }
    }
  }
  return voor;
}

/** Loopt er een weg van de ene knoop naar de andere? Een kringetje telt: een knoop bereikt zichzelf als er een weg terug is. */
function bereikt(blad, van, naar) {
  const gezien = new Set();
  const open = [ van ];
  while (open.length > 0) {
    for (const n of volgende(blad, open.pop())) {
      if (n === naar) return true;
      if (gezien.has(n)) continue;
      gezien.add(n);
      open.push(n);
    }
  }
  return false;
}

/** Een element en alles waar het in zit, van binnen naar buiten. */
const lijn = node => node ? [ node, ...lijn(is(node, 'bpmn:FlowElementsContainer') && is(node, 'bpmn:Process') ? undefined : node.$parent) ] : [];

/** Kan een onderdeel van dit blad nog een keer aan de beurt komen: door een weg terug, of omdat iets eromheen zich herhaalt? */
const herhaalt = (blad, node) => bereikt(blad, node, node) || node.loopCharacteristics !== undefined;

/**
 * Kan `eerst` gebeurd zijn voordat een casus bij `dan` komt? Bij twijfel ja: wat naast elkaar loopt kan in elke volgorde, en een
 * gebeurtenis-deelproces kan op elk moment.
 */
function kanVooraf(eerst, dan) {
  const [ bijEerst, bijDan ] = [ lijn(bron(eerst)), lijn(bron(dan)) ];
  const blad = bijEerst.find(e => bijDan.includes(e) && is(e, 'bpmn:FlowElementsContainer'));
  if (!blad) return true;
  const [ a, b ] = [ bijEerst, bijDan ].map(rij => rij[rij.indexOf(blad) - 1]);
  const rond = bijDan.slice(bijDan.indexOf(blad)).some((e, i, rij) => rij[i + 1] && herhaalt(rij[i + 1], e));
  if (rond || a === undefined || b === undefined) return true;
  if (a === b) return herhaalt(blad, a);
  if (a.triggeredByEvent || b.triggeredByEvent || bereikt(blad, a, b)) return true;
  return !bereikt(blad, b, a);
}

/** Een pijl hoort bij waar zij begint: daar wordt haar voorwaarde gelezen. */
const bron = node => is(node, 'bpmn:SequenceFlow') ? node.sourceRef : node;

module.exports = { altijdVoor, bereikt, kanVooraf };
