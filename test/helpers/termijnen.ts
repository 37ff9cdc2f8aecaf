import { createRequire } from 'node:module';

const { readTermijnen: read } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/termijnen.js') as { readTermijnen(xml: string): { stap: string }[] };

/** De rijen van `termijnen.dmn`, zoals de regels van de lint ze lezen. */
export const readTermijnen = read;
