const { AsyncLocalStorage } = require('node:async_hooks');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { require: requireTs } = require('tsx/cjs/api');

/** De wortel van het project. De regels kijken naar de workers, formulieren en tabellen die er echt zijn. */
const WORTEL = resolve(__dirname, '../../..');

/** De mappen van de proceseigenaar. Wat hier staat kan ook worden meegegeven, vóór het op de engine komt. */
const VAN_EIGENAAR = [ 'bpmn', 'forms', 'koppelingen/mail/meldingen' ];

/**
 * Waar de regels lezen: op schijf, of in de bestanden van wie eerst wil weten of zij kloppen. Wat één keer is uitgerekend hoort
 * bij die bestanden.
 */
const opSchijf = { bestanden: undefined, bewaard: new Map() };
const meegegeven = new AsyncLocalStorage();
const bron = () => meegegeven.getStore() ?? opSchijf;

/**
 * Laat de regels naar deze bestanden kijken in plaats van naar de schijf.
 *
 * @template T
 * @param { ReadonlyMap<string, string> } bestanden de tekst per pad, zoals `forms/gesprek-ouders.form`: alle bestanden van de proceseigenaar
 * @param { () => T } werk
 * @returns { T }
 */
const kijkIn = (bestanden, werk) => meegegeven.run({ bestanden, bewaard: new Map() }, werk);

/** Doet iets duurs één keer: bij honderden elementen zou anders iedere regel de schijf opnieuw aflopen. */
function once(key, make) {
  const { bewaard } = bron();
  if (!bewaard.has(key)) bewaard.set(key, make());
  return bewaard.get(key);
}

const vanEigenaar = pad => VAN_EIGENAAR.some(map => pad.startsWith(map + '/'));

/** Windows zet soms een BOM voor een tekst. */
function read(pad) {
  const { bestanden } = bron();
  const tekst = bestanden && vanEigenaar(pad) ? bestanden.get(pad) : readFileSync(join(WORTEL, pad), 'utf8');
  return (tekst ?? '').replace(/^\uFEFF/, '');
}

/** De namen van de bestanden in een map die zo eindigen, zonder dat eind. */
function names(map, eind) {
  return once(map + eind, () => new Set(bestandenIn(map).filter(b => b.endsWith(eind)).map(b => b.slice(0, -eind.length))));
}

function bestandenIn(map) {
  const { bestanden } = bron();
  if (bestanden && VAN_EIGENAAR.includes(map)) {
    return [ ...bestanden.keys() ].filter(pad => pad.startsWith(map + '/')).map(pad => pad.slice(map.length + 1)).filter(naam => !naam.includes('/'));
  }
  const pad = join(WORTEL, map);
  return existsSync(pad) ? readdirSync(pad) : [];
}

/** Modules veranderen niet met de bestanden mee: één keer laden is genoeg. */
const modules = new Map();

/** Wie de module al geladen heeft geeft haar; nog eens laden kost seconden. */
const geef = (pad, module) => void modules.set(pad, module);

/** Wat een TypeScript-module exporteert, door haar echt te laden. */
function load(pad) {
  if (!modules.has(pad)) modules.set(pad, requireTs(join(WORTEL, pad), module.filename));
  return modules.get(pad);
}

/** De jobtypen: ieder bestand in `workers/` dat een worker met zijn eigen naam aanmeldt. Een worker laden gaat niet zonder engine en register; zijn tekst lezen wel. */
function jobTypes() {
  return once('jobtypen', () => new Set([ ...names('workers', '.ts') ].filter(naam => read(`workers/${naam}.ts`).includes(`type: '${naam}'`))));
}

module.exports = { WORTEL, geef, kijkIn, once, read, names, load, jobTypes };
