// `node scripts/run.mjs x.ts`: zorgt dat alles geïnstalleerd is en draait dan dat bestand in hetzelfde proces, zodat Ctrl-C en
// signalen van npm het bereiken. Een prestart zou hier niet draaien: npm slaat die met ignore-scripts over.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';

prepare();
const file = resolve(process.argv[2]);
process.argv.splice(1, 2, file);
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(file).href);
