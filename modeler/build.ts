import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { REGELS } from '../domein/regels/controleer.ts';
import { regelsVoor } from '../nakijken/modellen/bpmnlint.ts';

const ROOT = join(import.meta.dirname, '..');
const LINT = join(ROOT, 'lint/bpmnlint-plugin-routeboek');
const eis = createRequire(import.meta.url);

/** Wat de programmatuur kan noemen: jobtypen, controles, en de woorden van elke worker. Dat verandert alleen met een nieuwe versie van Routeboek. */
function program(): unknown {
  const { jobTypes } = eis(join(LINT, 'lib/sources.js')) as { jobTypes(): Set<string> };
  const { codeWoorden, werkerWoorden } = eis(join(LINT, 'lib/code.js')) as { codeWoorden(): Set<string>; werkerWoorden(type: string): Set<string> };
  const types = [...jobTypes()].sort();
  const perType = types.map((type) => [type, [...werkerWoorden(type)]] as const);
  const woorden = [...new Set([...codeWoorden(), ...perType.flatMap(([, eigen]) => eigen)])].sort();
  const nummer = new Map(woorden.map((woord, n) => [woord, n]));
  return { jobTypes: types, controles: Object.keys(REGELS), woorden, perWerker: Object.fromEntries(perType.map(([type, eigen]) => [type, eigen.map((woord) => nummer.get(woord))])) };
}

/** De regels zoals `.bpmnlintrc` ze instelt; de regels van Camunda zelf heeft Modeler al. */
function config(names: readonly string[]): unknown {
  const { rules } = regelsVoor('8-9') as { rules: Record<string, unknown> };
  return { rules: { ...Object.fromEntries(names.map((name) => [`routeboek/${name}`, 'error'])), ...rules } };
}

/** Geeft de regels uit `lint/` hun gegevens uit `sources.js` hiernaast in plaats van van de schijf. */
function routeboek(names: readonly string[]): Plugin {
  const virtual: Record<string, string> = {
    config: `export default ${JSON.stringify(config(names))};`,
    program: `export default ${JSON.stringify(program())};`,
    rules: `${names.map((name, n) => `import r${n} from ${JSON.stringify(join(LINT, 'rules', `${name}.js`))};`).join('\n')}\nexport default { ${names.map((name, n) => `${JSON.stringify(name)}: r${n}`).join(', ')} };`,
  };
  return {
    name: 'routeboek',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^routeboek:/ }, ({ path }) => ({ path: path.slice('routeboek:'.length), namespace: 'routeboek' }));
      onLoad({ filter: /.*/, namespace: 'routeboek' }, ({ path }) => ({ contents: virtual[path]!, resolveDir: ROOT }));
      onResolve({ filter: /(^|\/)(sources|code)$/ }, ({ importer }) => (importer.startsWith(LINT) ? { path: join(import.meta.dirname, 'sources.js') } : undefined));
    },
  };
}

/** Bundelt de uitbreiding tot één script voor in Camunda Modeler. @returns de tekst ervan, zonder de bestanden van de proceseigenaar */
export async function buildPlugin(): Promise<string> {
  const { rules } = eis(join(LINT, 'index.js')) as { rules: Record<string, string> };
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'client.js')], bundle: true, minify: true, format: 'iife', platform: 'browser', target: 'es2022',
    write: false, logLevel: 'silent', legalComments: 'none', plugins: [routeboek(Object.keys(rules))],
  });
  return outputFiles[0]!.text;
}

/** Wat Modeler als eerste laadt. */
export const pluginIndex = (): string => readFileSync(join(import.meta.dirname, 'plugin/index.js'), 'utf8');
