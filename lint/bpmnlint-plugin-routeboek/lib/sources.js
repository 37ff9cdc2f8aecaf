const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { require: requireTs } = require('tsx/cjs/api');
const ts = require('typescript');

/** De wortel van het project. De regels kijken naar de workers, formulieren en tabellen die er echt zijn. */
const WORTEL = resolve(__dirname, '../../..');

/** Doet iets duurs één keer: bij honderden elementen zou anders iedere regel de schijf opnieuw aflopen. */
const kept = new Map();
function once(key, make) {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key);
}

/** Windows zet soms een BOM voor een tekst. */
const read = pad => readFileSync(join(WORTEL, pad), 'utf8').replace(/^\uFEFF/, '');

/** De namen van de bestanden in een map die zo eindigen, zonder dat eind. */
function names(map, eind) {
  return once(map + eind, () => {
    const pad = join(WORTEL, map);
    const bestanden = existsSync(pad) ? readdirSync(pad) : [];
    return new Set(bestanden.filter(b => b.endsWith(eind)).map(b => b.slice(0, -eind.length)));
  });
}

/** Wat een TypeScript-module exporteert, door haar echt te laden. */
function load(pad) {
  return once(`module ${pad}`, () => requireTs(join(WORTEL, pad), module.filename));
}

/** Meldt dit bestand een worker aan met zijn eigen naam? Een worker laden gaat niet zonder engine en register; de compiler leest hem wel. */
function isWorker(map, naam) {
  const bron = ts.createSourceFile(naam, read(`${map}/${naam}.ts`), ts.ScriptTarget.Latest);
  const zoek = knoop => (ts.isPropertyAssignment(knoop) && knoop.name.text === 'type' && ts.isStringLiteralLike(knoop.initializer) && knoop.initializer.text === naam)
    || Boolean(ts.forEachChild(knoop, kind => zoek(kind) || undefined));
  return zoek(bron);
}

/** De jobtypen: ieder bestand in `workers/` dat een worker aanmeldt. */
function jobTypes() {
  return once('jobtypen', () => new Set([ ...names('workers', '.ts') ].filter(naam => isWorker('workers', naam))));
}

module.exports = { once, read, names, load, jobTypes };
