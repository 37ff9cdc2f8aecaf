import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { maakVastBestand, stuurVastBestand, type VastBestand } from './vast-bestand.ts';

let gemaakt: Promise<VastBestand> | undefined;

/**
 * Het script van de heatmap, uit client/ en bpmn-js, één keer per start gebundeld (een kwart seconde). Zo is er geen bouwstap die iemand
 * kan vergeten, en komt geen regel script van een andere website.
 */
export function kaartScript(): Promise<VastBestand> {
  gemaakt ??= bundel().catch((fout: unknown) => {
    gemaakt = undefined;
    throw fout;
  });
  return gemaakt;
}

async function bundel(): Promise<VastBestand> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('client/kaart.ts', import.meta.url))], bundle: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent', legalComments: 'none',
  });
  return maakVastBestand(Buffer.from(outputFiles[0]!.contents), (merk) => `/script/kaart-${merk}.js`);
}

/** Het script staat, net als het stijlblad, vóór het aanmelden: er staat niets in van wie dan ook. */
export function clientScripts(): Router {
  const router = Router();
  router.get('/script/:naam', async (request, response, next) => {
    const script = await kaartScript();
    if (request.path !== script.adres) return next();
    stuurVastBestand(request, response, script, 'js', 'public');
  });
  return router;
}
