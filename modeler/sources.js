import { bedoelde } from '../domein/invoer/nabij.ts';
import { AV1_MOMENTEN } from '../domein/av1/momenten.ts';
import { ROLLEN } from '../domein/casus/rollen.ts';
import program from 'routeboek:program';

/**
 * Wat `lint/…/lib/sources.js` en `code.js` op schijf lezen. In Modeler is er geen schijf: de bestanden van de proceseigenaar geeft
 * `plugin/index.js` bij elke start mee, en wat de programmatuur kan noemen staat erin sinds `npm run modeler`.
 */
const bestanden = globalThis.ROUTEBOEK_BESTANDEN ?? {};
const bewaard = new Map();

export const once = (sleutel, maak) => {
  if (!bewaard.has(sleutel)) bewaard.set(sleutel, maak());
  return bewaard.get(sleutel);
};

export const read = pad => (bestanden[pad] ?? '').replace(/^\uFEFF/, '');

export const names = (map, eind) => once(map + eind, () => new Set(Object.keys(bestanden)
  .filter(pad => pad.startsWith(map + '/') && pad.endsWith(eind))
  .map(pad => pad.slice(map.length + 1, -eind.length))
  .filter(naam => !naam.includes('/'))));

const MODULES = {
  'domein/casus/rollen.ts': { ROLLEN },
  'domein/av1/momenten.ts': { AV1_MOMENTEN },
  'domein/invoer/nabij.ts': { bedoelde },
  'domein/regels/controleer.ts': { REGELS: Object.fromEntries(program.controles.map(naam => [ naam, true ])) }
};

export function load(pad) {
  if (!MODULES[pad]) throw new Error(`${pad} staat niet in de uitbreiding voor Modeler`);
  return MODULES[pad];
}

export const jobTypes = () => new Set(program.jobTypes);

/** Woorden staan er één keer in; een worker noemt ze bij hun nummer. */
export const werkerWoorden = type => once(`werker ${type}`, () => new Set((program.perWerker[type] ?? []).map(nummer => program.woorden[nummer])));
export const codeWoorden = () => once('code', () => new Set(program.woorden));
