import { join } from 'node:path';
import { werkKeuzelijstenBij } from './formulieren/keuzelijsten.ts';
import { installPlugin, pluginDir } from '../modeler/install.ts';

/**
 * `npm run modeler`: zet de regels van Routeboek in het foutenvenster van Camunda Modeler op deze computer. Een andere plek dan de gewone map
 * voor uitbreidingen: `npm run modeler -- MAP`.
 */
werkKeuzelijstenBij();
const dir = process.argv[2] ?? pluginDir(process.platform, process.env);
await installPlugin(dir, join(import.meta.dirname, '..'));
console.log(`De regels van Routeboek staan klaar voor Camunda Modeler, in ${dir}.`);
console.log('Start Camunda Modeler opnieuw. Fouten staan dan onder de tekening bij Problems, in dezelfde woorden als npm run lint.');
