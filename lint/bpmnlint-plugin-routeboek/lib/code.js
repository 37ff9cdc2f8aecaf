const { readdirSync, readFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { WORTEL } = require('./sources');

/** Wat de programmatuur kan noemen. Zij wordt niet geladen: dat gaat niet zonder engine en register. Haar woorden lezen wel. */

const gelezen = new Map();

function bestand(pad) {
  if (!gelezen.has(pad)) {
    const tekst = readFileSync(join(WORTEL, pad), 'utf8');
    const verwijst = [ ...tekst.matchAll(/from '(\.[^']+\.ts)'/g) ].map(m => relative(WORTEL, join(WORTEL, dirname(pad), m[1])).replaceAll('\\', '/'));
    gelezen.set(pad, { woorden: tekst.match(/[A-Za-z_]\w*/g) ?? [], verwijst });
  }
  return gelezen.get(pad);
}

/** De woorden van een worker en van het domein waar hij op rust: alles wat hij terug kan geven staat erbij. */
function werkerWoorden(type) {
  const sleutel = `werker ${type}`;
  if (!gelezen.has(sleutel)) {
    const gezien = new Set();
    const woorden = new Set();
    const open = [ `workers/${type}.ts` ];
    while (open.length > 0) {
      const pad = open.pop();
      if (gezien.has(pad) || !/^(workers\/[^/]+\.ts|domein\/)/.test(pad)) continue;
      gezien.add(pad);
      const { woorden: hier, verwijst } = bestand(pad);
      for (const woord of hier) woorden.add(woord);
      open.push(...verwijst);
    }
    gelezen.set(sleutel, woorden);
  }
  return gelezen.get(sleutel);
}

/** Alle woorden van workers en domein. */
function codeWoorden() {
  if (!gelezen.has('alles')) {
    const paden = [ 'workers', 'domein' ].flatMap(map => readdirSync(join(WORTEL, map), { recursive: true }).filter(n => n.endsWith('.ts')).map(n => `${map}/${n.replaceAll('\\', '/')}`));
    gelezen.set('alles', new Set(paden.flatMap(pad => bestand(pad).woorden)));
  }
  return gelezen.get('alles');
}

module.exports = { codeWoorden, werkerWoorden };
