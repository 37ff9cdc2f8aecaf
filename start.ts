import { leesConfiguratie } from './config.ts';
import { klaarTekst, leef } from './lifecycle.ts';
import { startToepassing } from './application.ts';

/** `npm start`: start alles, wacht op Ctrl-C of op een onderdeel dat wegvalt, en stopt dan alles. */
await leef(async ({ signaal, houd }) => {
  const begin = performance.now();
  const config = leesConfiguratie();
  console.log('Routeboek start …');
  const toepassing = houd(await startToepassing(config, (regel) => console.log(regel), signaal));
  console.log(klaarTekst(config, toepassing, (performance.now() - begin) / 1000));
});
