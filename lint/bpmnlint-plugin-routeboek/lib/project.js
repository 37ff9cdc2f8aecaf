const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** De wortel van het project. De regels kijken naar de werkers, formulieren en tabellen die er echt zijn. */
const WORTEL = resolve(__dirname, '../../..');

/** Leest een map één keer: bij honderden elementen zou anders iedere regel de schijf opnieuw aflopen. */
const bewaard = new Map();
function eenKeer(sleutel, lees) {
  if (!bewaard.has(sleutel)) bewaard.set(sleutel, lees());
  return bewaard.get(sleutel);
}

function namen(map, eind) {
  return eenKeer(map + eind, () => {
    const pad = join(WORTEL, map);
    const bestanden = existsSync(pad) ? readdirSync(pad) : [];
    return new Set(bestanden.filter(b => b.endsWith(eind)).map(b => b.slice(0, -eind.length)));
  });
}

/** Is er een bestand `<map>/<naam><eind>`? */
const bestaat = {
  jobtype: naam => namen('workers', '.ts').has(naam),
  controle: naam => inBron('domein/regels/controleer.ts', /^ {2}'?([a-z0-9-]+)'?[:,]/gm).has(naam),
  rol: naam => inBron('domein/casus/rollen.ts', /rol: '([a-z0-9-]+)'/g).has(naam),
  groep: naam => inBron('domein/casus/rollen.ts', /sleutel: '(\w+)'/g).has(naam),
  melding: naam => namen('koppelingen/mail/meldingen', '.md').has(naam),
  formulier: naam => namen('forms', '.form').has(naam),
  beslissing: naam => namen('bpmn', '.dmn').has(naam),
  proces: naam => namen('bpmn', '.bpmn').has(naam),
  termijn: stap => termijnen().has(stap),
  bericht: naam => berichten().has(naam),
  moment: naam => [ 'begin', 'eind' ].includes(naam)
};

/** De stappen waarvoor `termijnen.dmn` een rij heeft. */
function termijnen() {
  return eenKeer('termijnen', () => {
    const xml = readFileSync(join(WORTEL, 'bpmn/termijnen.dmn'), 'utf8');
    return new Set([ ...xml.matchAll(/<inputEntry[^>]*>\s*<text>"([^"]+)"/g) ].map(m => m[1]));
  });
}

/** De namen die een patroon in een bronbestand vindt. */
function inBron(bestand, patroon) {
  return eenKeer(bestand + patroon, () => new Set([ ...readFileSync(join(WORTEL, bestand), 'utf8').matchAll(patroon) ].map(m => m[1])));
}

/** De berichten waar een model op wacht. */
function berichten() {
  return eenKeer('berichten', () => new Set([ ...namen('bpmn', '.bpmn') ].flatMap(model => {
    const xml = readFileSync(join(WORTEL, `bpmn/${model}.bpmn`), 'utf8');
    return [ ...xml.matchAll(/<bpmn:message [^>]*name="([^"]+)"/g) ].map(m => m[1]);
  })));
}

/** De sleutels van de velden voor lange vrije tekst in een formulier. */
function vrijeTekst(formulier) {
  return eenKeer('vrij:' + formulier, () => {
    if (!bestaat.formulier(formulier)) return new Set();
    const schema = JSON.parse(readFileSync(join(WORTEL, `forms/${formulier}.form`), 'utf8'));
    const plat = velden => velden.flatMap(veld => [ veld, ...plat(veld.components ?? []) ]);
    return new Set(plat(schema.components).filter(v => v.type === 'textarea').map(v => v.key));
  });
}

module.exports = { bestaat, vrijeTekst };
