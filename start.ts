import { readConfig } from './config.ts';
import { readyText, run } from './lifecycle.ts';
import { startApplication } from './application.ts';

/** `npm start`: start alles, wacht op Ctrl-C of op een onderdeel dat wegvalt, en stopt dan alles. */
await run(async ({ signal, keep }) => {
  const begin = performance.now();
  const config = readConfig();
  console.log('Routeboek start …');
  const application = keep(await startApplication(config, (line) => console.log(line), signal));
  console.log(readyText(config, application, (performance.now() - begin) / 1000));
});
