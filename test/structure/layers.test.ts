import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const WORTEL = join(import.meta.dirname, '../..');

/** Wie van wie mag weten (design §2). Wat hier niet staat, mag niet; de klok is het enige dat iedereen deelt, als type. */
const MAG: Record<string, readonly string[]> = {
  registratie: [],
  engine: [],
  koppelingen: [],
  workers: ['registratie', 'engine', 'koppelingen'],
  beheer: ['registratie', 'engine', 'koppelingen'],
};
const KLOK = 'domein/klok.ts';
/** Wat beheer met de werkers deelt: de controle van een aanmelding, het log en de waakhond die /gezondheid laat zien. Meer niet. */
const GEDEELD = ['domein/aanmelding/start-verzuimroute.ts', 'workers/runtime/log.ts', 'workers/runtime/watchdog.ts'];

interface Verwijzing {
  van: string;
  naar: string;
  alleenType: boolean;
}

function verwijzingen(laag: string): Verwijzing[] {
  const bestanden = readdirSync(join(WORTEL, laag), { recursive: true, encoding: 'utf8' }).filter((b) => /\.(ts|js|mjs)$/.test(b));
  return bestanden.flatMap((bestand) => {
    const pad = join(WORTEL, laag, bestand);
    const bron = readFileSync(pad, 'utf8');
    return [...bron.matchAll(/\b(import|export)\s+(type\s+)?[^'";]*?from\s+'(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)].map((m) => ({
      van: relative(WORTEL, pad),
      naar: relative(WORTEL, resolve(dirname(pad), m[3] ?? m[4]!)).split(sep).join('/'),
      alleenType: m[2] !== undefined,
    }));
  });
}

/** Een bestand in de wortel (bijvoorbeeld config.ts) zet alles in elkaar; daar mag geen laag naar terugwijzen. */
const laagVan = (pad: string): string => (pad.includes('/') ? pad.split('/')[0]! : 'wortel');

describe('de lagen wijzen één kant op', () => {
  it.each(Object.keys(MAG))('%s', (laag) => {
    const fout = verwijzingen(laag)
      .filter(({ naar }) => laagVan(naar) !== laag && !MAG[laag]!.includes(laagVan(naar)))
      .filter(({ naar, alleenType }) => !(naar === KLOK && alleenType))
      .filter(({ naar }) => !(laag === 'beheer' && GEDEELD.includes(naar)));
    expect(fout.map(({ van, naar }) => `${van} → ${naar}`)).toEqual([]);
  });

  it('kijkt echt: de werkers gebruiken het register', () => {
    expect(verwijzingen('workers').some(({ naar }) => laagVan(naar) === 'registratie')).toBe(true);
  });
});
