const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { require: haal } = require('tsx/cjs/api');
const ts = require('typescript');

/** De wortel van het project. De regels kijken naar de werkers, formulieren en tabellen die er echt zijn. */
const WORTEL = resolve(__dirname, '../../..');

/** Doet iets duurs één keer: bij honderden elementen zou anders iedere regel de schijf opnieuw aflopen. */
const bewaard = new Map();
function eenKeer(sleutel, lees) {
  if (!bewaard.has(sleutel)) bewaard.set(sleutel, lees());
  return bewaard.get(sleutel);
}

const lees = pad => readFileSync(join(WORTEL, pad), 'utf8');

/** De namen van de bestanden in een map die zo eindigen, zonder dat eind. */
function namen(map, eind) {
  return eenKeer(map + eind, () => {
    const pad = join(WORTEL, map);
    const bestanden = existsSync(pad) ? readdirSync(pad) : [];
    return new Set(bestanden.filter(b => b.endsWith(eind)).map(b => b.slice(0, -eind.length)));
  });
}

/** Wat een TypeScript-module exporteert, door haar echt te laden. */
function laad(pad) {
  return eenKeer(`module ${pad}`, () => haal(join(WORTEL, pad), module.filename));
}

/** Meldt dit bestand een werker aan met zijn eigen naam? Een werker laden gaat niet zonder engine en register; de compiler leest hem wel. */
function isWerker(map, naam) {
  const bron = ts.createSourceFile(naam, lees(`${map}/${naam}.ts`), ts.ScriptTarget.Latest);
  const zoek = knoop => (ts.isPropertyAssignment(knoop) && knoop.name.text === 'type' && ts.isStringLiteralLike(knoop.initializer) && knoop.initializer.text === naam)
    || Boolean(ts.forEachChild(knoop, kind => zoek(kind) || undefined));
  return zoek(bron);
}

/** De jobtypen: ieder bestand in `workers/` dat een werker aanmeldt. */
function jobtypen() {
  return eenKeer('jobtypen', () => new Set([ ...namen('workers', '.ts') ].filter(naam => isWerker('workers', naam))));
}

module.exports = { eenKeer, lees, namen, laad, jobtypen };
