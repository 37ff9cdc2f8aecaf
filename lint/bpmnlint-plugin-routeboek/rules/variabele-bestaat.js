const { isAny } = require('bpmnlint-utils');
const { werkerWoorden } = require('../lib/code');
const { LUISTERAAR_GEEFT } = require('../lib/constants');
const { binnen, extensie, luisteraars, modelVan } = require('../lib/element');
const { uitdrukkingen, variabelenIn } = require('../lib/feel');
const { bestaat, sleutels } = require('../lib/project');
const { bedoelde } = require('../lib/nabij');
const { names } = require('../lib/sources');
const { doelen, geschreven, geschrevenIn, meegekregen, onderdelen, uitBestanden, uitWerkers } = require('../lib/variabelen');

/**
 * Een variabele die niemand een waarde geeft is voor de engine geen fout: zij is gewoon leeg. Een voorwaarde is dan nooit waar, een
 * tijdstip of groep ontbreekt.
 */
module.exports = function() {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:FlowNode', 'bpmn:SequenceFlow' ])) return;
    const model = modelVan(node);
    if (!names('bpmn', '.bpmn').has(model)) return;

    const gemeld = new Set();
    for (const { waar, tekst } of uitdrukkingen(node)) {
      for (const { name, entries } of variabelenIn(tekst)) {
        if (gemeld.has(name)) continue;
        if (!zichtbaar(node, model, name, waar.startsWith('de uitvoer'))) {
          gemeld.add(name);
          reporter.report(node.id, `In ${waar}: niets geeft ${name} een waarde.${bedoelde(name, kandidaten(node, model))} Kijk naar de spelling, of laat een eerdere stap haar schrijven`);
        }
        for (const pad of onbekend(entries, name)) reporter.report(node.id, `In ${waar}: ${pad} bestaat niet; niets schrijft dat onderdeel.${bedoelde(pad.split('.').at(-1), uitBestanden())} Kijk naar de spelling`);
      }
    }
  }

  return { check };
};

function zichtbaar(node, model, naam, inUitvoer) {
  const proces = binnen(node, 'bpmn:Process');
  if (geschrevenIn(proces).has(naam) || meegekregen(model).has(naam)) return true;
  const taak = extensie(node, 'zeebe:TaskDefinition')?.type;
  const types = [ ...(taak ? [ taak ] : []), ...luisteraars(node).map(l => l.type) ];
  const formulier = extensie(node, 'zeebe:FormDefinition')?.formId;
  if (formulier) {
    // Van een taak telt het formulier zelf: een sleutel die ergens anders nog voorkomt zou een veld dat weg is verbergen.
    // Is het formulier er niet, dan is dat de fout (verwijzing-bestaat) en niet elk van zijn velden.
    if (inUitvoer && (sleutels(formulier).has(naam) || !bestaat.formulier(formulier))) return true;
    return types.some(type => LUISTERAAR_GEEFT[type]?.includes(naam)) || naam === `uiterlijk_${node.id}`;
  }
  if (types.some(type => werkerWoorden(type).has(naam))) return true;
  const aanroep = extensie(node, 'zeebe:CalledElement')?.processId;
  if (aanroep && inUitvoer) return doelen(aanroep).some(doel => geschreven(doel).has(naam) || meegekregen(doel).has(naam));
  // Wat een bericht of fout meebrengt, komt van wie haar stuurt.
  if ((node.eventDefinitions ?? []).some(d => d.messageRef || d.errorRef)) return inUitvoer && onderdelen().has(naam);
  return uitWerkers(proces).some(woorden => woorden.has(naam));
}

/** Wat er op deze plek wel is. */
const kandidaten = (node, model) => [ ...geschrevenIn(binnen(node, 'bpmn:Process')), ...meegekregen(model), ...sleutels(extensie(node, 'zeebe:FormDefinition')?.formId) ].filter(Boolean);

const VAN_ROLLEN = [ 'groepen', 'personen' ];

/** De paden in een variabele die nergens worden geschreven: `perspectief.aanbodplk`. */
function onbekend(entries, pad) {
  // Een groep of persoon die niet bestaat, noemt groep-van-rol.
  return VAN_ROLLEN.includes(pad) ? [] : entries.flatMap(({ name, entries: dieper }) => {
    const hier = `${pad}.${name}`;
    return onderdelen().has(name) ? onbekend(dieper, hier) : [ hier ];
  });
}
