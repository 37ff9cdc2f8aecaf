import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { buildPlugin, pluginIndex } from './build.ts';

/** De map waar Camunda Modeler de uitbreidingen van deze gebruiker zoekt. Bron: docs van Camunda Modeler, "Plugins". */
export function pluginDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = homedir()): string {
  const data = platform === 'win32' ? (env['APPDATA'] ?? join(home, 'AppData/Roaming'))
    : platform === 'darwin' ? join(home, 'Library/Application Support')
      : (env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  return join(data, 'camunda-modeler/resources/plugins/routeboek');
}

/**
 * Zet de uitbreiding klaar voor Camunda Modeler.
 * @param dir de map van de uitbreiding; wordt gemaakt
 * @param project de map van Routeboek, waar de bestanden van de proceseigenaar staan
 */
export async function installPlugin(dir: string, project: string): Promise<void> {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'rules.js'), await buildPlugin());
  writeFileSync(join(dir, 'project.json'), JSON.stringify({ project }));
  writeFileSync(join(dir, 'index.js'), pluginIndex());
  // Modeler leest dit bij zijn start; nu al, zodat er meteen blijkt of het lukt.
  createRequire(import.meta.url)(join(dir, 'index.js'));
}
