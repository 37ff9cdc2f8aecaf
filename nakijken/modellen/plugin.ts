import { createRequire } from 'node:module';
import * as momenten from '../../domein/av1/momenten.ts';
import * as rollen from '../../domein/casus/rollen.ts';
import * as nabij from '../../domein/invoer/nabij.ts';
import * as controleer from '../../domein/regels/controleer.ts';

const eis = createRequire(import.meta.url);

/** De bronnen van de lintregels van Routeboek. Die zijn gewone JavaScript, zoals bpmnlint en Camunda Modeler haar laden. */
const { geef, kijkIn } = eis('../../lint/bpmnlint-plugin-routeboek/lib/sources.js') as {
  geef(pad: string, module: unknown): void;
  kijkIn<T>(bestanden: ReadonlyMap<string, string>, werk: () => T): T;
};

/** De rijen van `termijnen.dmn`, zoals de lintregels ze lezen. */
export const { readTermijnen } = eis('../../lint/bpmnlint-plugin-routeboek/lib/termijnen.js') as { readTermijnen(xml: string): { stap: string }[] };

/** De regels die in andere bestanden zoeken, met de naam waaronder bpmnlint hen kent. */
export const ZOEKEN_ELDERS = (eis('../../lint/bpmnlint-plugin-routeboek/index.js') as { ZOEKEN_ELDERS: string[] }).ZOEKEN_ELDERS.map((naam) => `routeboek/${naam}`);

geef('domein/av1/momenten.ts', momenten);
geef('domein/casus/rollen.ts', rollen);
geef('domein/invoer/nabij.ts', nabij);
geef('domein/regels/controleer.ts', controleer);

export { kijkIn };
