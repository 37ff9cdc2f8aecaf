const { codeWoorden, werkerWoorden } = require('./code');
const { extensie, invoeren, uitvoer } = require('./element');
const { sleutels } = require('./project');
const { names, once, read } = require('./sources');
const { readXml, find } = require('./xml');

/** Welke variabelen een proces heeft, over alle modellen heen. */

/** Wat `proces-starten` altijd meegeeft; dezelfde lijst als MEEGEVEN in workers/proces-starten.ts. */
const BIJ_STARTEN = [ 'casusId', 'casusnummer', 'leerling', 'leerlingStatus', 'groepen', 'personen', 'school', 'route', 'signaal', 'gestartDoor' ];

const modelXml = model => once(`xml ${model}`, () => readXml(read(`bpmn/${model}.bpmn`)));
const modellen = () => [ ...names('bpmn', '.bpmn') ];

/** De eigen extensie van een element, niet die van wat erin zit. */
const eigen = (element, naam) => element.kinderen.filter(k => k.naam === 'extensionElements').flatMap(k => find(k, naam));

/** Alle elementen van een model die iets kunnen schrijven. */
const metExtensie = boom => boom.kinderen.flatMap(kind => [ ...(kind.kinderen.some(k => k.naam === 'extensionElements') ? [ kind ] : []), ...metExtensie(kind) ]);

/**
 * De namen die dit proces zelf een waarde geeft: elke invoer en uitvoer, uitkomsten van tabellen, lijsten, en velden van een
 * formulier zonder uitvoer.
 */
function geschreven(model) {
  return once(`geschreven ${model}`, () => {
    const boom = modelXml(model);
    const namen = new Set();
    for (const { attrs } of [ ...find(boom, 'input'), ...find(boom, 'output') ]) namen.add(attrs.target);
    for (const { attrs } of [ ...find(boom, 'calledDecision'), ...find(boom, 'script') ]) namen.add(attrs.resultVariable);
    for (const { attrs } of find(boom, 'loopCharacteristics')) for (const naam of [ attrs.inputElement, attrs.outputCollection, 'loopCounter' ]) namen.add(naam);
    for (const element of metExtensie(boom)) {
      for (const { attrs } of eigen(element, 'formDefinition')) {
        if (element.naam === 'startEvent' || eigen(element, 'output').length === 0) for (const sleutel of sleutels(attrs.formId)) namen.add(sleutel);
      }
    }
    return namen;
  });
}

/**
 * Hetzelfde voor het model dat wordt nagekeken: dat kan in Modeler al anders zijn dan het bestand.
 *
 * @param { any } proces het element bpmn:Process
 */
function geschrevenIn(proces) {
  if (!perProces.has(proces)) {
    const namen = new Set();
    for (const node of alleElementen(proces)) {
      for (const { target } of [ ...invoeren(node), ...uitvoer(node) ]) namen.add(target);
      for (const type of [ 'zeebe:CalledDecision', 'zeebe:Script' ]) namen.add(extensie(node, type)?.resultVariable);
      const lus = node.loopCharacteristics && extensie(node.loopCharacteristics, 'zeebe:LoopCharacteristics');
      if (lus) for (const naam of [ lus.inputElement, lus.outputCollection, 'loopCounter' ]) namen.add(naam);
      const formulier = extensie(node, 'zeebe:FormDefinition')?.formId;
      if (formulier && (node.$type === 'bpmn:StartEvent' || uitvoer(node).length === 0)) for (const sleutel of sleutels(formulier)) namen.add(sleutel);
    }
    perProces.set(proces, namen);
  }
  return perProces.get(proces);
}
const perProces = new WeakMap();
const alleElementen = element => (element.flowElements ?? []).flatMap(e => [ e, ...alleElementen(e) ]);

/** De woorden van de werkers zonder uitvoer: alles wat zij geven komt in het proces, en wat dat is staat alleen in hun code. */
function uitWerkers(proces) {
  if (!perWerkers.has(proces)) perWerkers.set(proces, zoekWerkers(proces));
  return perWerkers.get(proces);
}
const perWerkers = new WeakMap();
function zoekWerkers(proces) {
  const types = alleElementen(proces).filter(e => uitvoer(e).length === 0).map(e => extensie(e, 'zeebe:TaskDefinition')?.type).filter(Boolean);
  return [ ...new Set(types) ].map(werkerWoorden);
}

/** De processen waar een aanroep naartoe kan; van een berekende naam alle processen waarvan de naam in de berekening past. */
function doelen(processId) {
  if (!processId.startsWith('=')) return [ processId ];
  if (processId.trim() === '=route') return modellen().filter(m => m === 'kernteam' || m === 'geen-kernteam');
  const delen = [ ...processId.matchAll(/"([^"]+)"/g) ].map(m => m[1]);
  return modellen().filter(m => delen.some(deel => m === deel || (deel.endsWith('-') && m.startsWith(deel))));
}

/** Wat een proces van zijn aanroepers of van wie het start meekrijgt. */
const meegekregen = model => alleInvoer().get(model) ?? new Set();

function alleInvoer() {
  return once('invoer', () => {
    const invoer = new Map();
    const geef = (model, namen) => invoer.set(model, new Set([ ...(invoer.get(model) ?? []), ...namen ]));
    for (const element of modellen().flatMap(m => metExtensie(modelXml(m)))) {
      const mee = eigen(element, 'input').map(k => k.attrs);
      for (const { attrs } of eigen(element, 'calledElement')) for (const doel of doelen(attrs.processId ?? '')) geef(doel, mee.map(m => m.target));
      const start = eigen(element, 'header').find(k => k.attrs.key === 'proces')?.attrs.value;
      if (start) geef(start, [ ...BIJ_STARTEN, ...contextSleutels(mee.find(m => m.target === 'invoer')?.source) ]);
    }
    return invoer;
  });
}

/** De sleutels van contexten in een uitdrukking: `{a: 1, b: {c: 2}}` en `context put(x, "d", 1)`. */
function contextSleutels(feel = '') {
  return [ ...[ ...feel.matchAll(/[{,]\s*([A-Za-z_]\w*)\s*:/g) ].map(m => m[1]), ...[ ...feel.matchAll(/context put\([^,]*,\s*"(\w+)"/g) ].map(m => m[1]) ];
}

/** Elke naam die ergens een waarde krijgt, ook binnen een context: wat hierbuiten valt kan geen onderdeel van een variabele zijn. */
const onderdelen = () => once('onderdelen', () => new Set([ ...codeWoorden(), ...uitBestanden() ]));

/** Hetzelfde zonder de woorden van de programmatuur: bij een tikfout is een gewoon woord geen goede raad. */
function uitBestanden() {
  return once('onderdelen uit bestanden', () => {
    const namen = new Set();
    for (const model of modellen()) {
      for (const { attrs } of [ ...find(modelXml(model), 'input'), ...find(modelXml(model), 'output') ]) {
        for (const naam of [ attrs.target, ...contextSleutels(attrs.source) ]) namen.add(naam);
      }
    }
    for (const formulier of names('forms', '.form')) for (const sleutel of sleutels(formulier)) namen.add(sleutel);
    for (const tabel of names('bpmn', '.dmn')) for (const naam of uitTabel(readXml(read(`bpmn/${tabel}.dmn`)))) namen.add(naam);
    return namen;
  });
}

/** De uitvoerkolommen, en de woorden die een tabel als uitkomst geeft: de soorten termijn worden onderdelen van `berekend`. */
const uitTabel = boom => [ ...find(boom, 'output').map(k => k.attrs.name), ...find(boom, 'outputEntry').flatMap(cel => [ ...(find(cel, 'text')[0]?.tekst ?? '').matchAll(/"(\w+)"/g) ].map(m => m[1])) ].filter(Boolean);

module.exports = { doelen, geschreven, geschrevenIn, meegekregen, onderdelen, uitBestanden, uitWerkers };
