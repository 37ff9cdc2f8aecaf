import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Router } from 'express';
import { maakVastBestand, stuurVastBestand } from './vast-bestand.ts';

const vindt = createRequire(import.meta.url);
/**
 * Onderdelen van NL Design System die in beheer voorkomen, elk op een vaste versie. Bij de toepassing zelf, want geen pagina vraagt iets
 * aan een andere website; en per onderdeel, want de bundel van Utrecht is 400 kB waarvan wij er elf gebruiken.
 */
const ONDERDELEN = [
  ...['button', 'data-badge', 'heading', 'link', 'paragraph', 'skip-link'].map((naam) => `@nl-design-system-candidate/${naam}-css/${naam}.css`),
  ...['alert', 'breadcrumb-nav', 'form-label', 'table', 'textbox'].map((naam) => `@utrecht/${naam}-css/dist/index.css`),
];
const EIGEN = ['tokens', 'onderdelen', 'pagina', 'cijfers', 'kaart', 'vergelijk', 'export', 'druk'];

const lees = (plaats: string | URL): string => readFileSync(plaats, 'utf8').replace(/\/\*# sourceMappingURL.*?\*\//g, '').replace(/^@charset[^;]*;/, '');
/** De inhoud van het stijlblad, voor een pagina die als los bestand bewaard wordt. */
export const STYLESHEET_TEXT = [...ONDERDELEN.map((naam) => lees(vindt.resolve(naam))), ...EIGEN.map((naam) => lees(new URL(`styles/${naam}.css`, import.meta.url)))].join('\n');
const css = maakVastBestand(Buffer.from(STYLESHEET_TEXT), (merk) => `/stijl/${merk}.css`);

/** Het adres van het stijlblad verandert met zijn inhoud, zodat een browser het mag bewaren en na een nieuwe versie toch het nieuwe haalt. */
export const STYLESHEET = css.adres;

const MERK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#154273"/><path d="M8 23V9h7.5a4.5 4.5 0 0 1 0 9H8m7 0 6 5" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>';

/** Het ene stijlblad van alle pagina's; ook de aanmeldpagina heeft het nodig, dus zonder aanmelden. */
export function stylesheet(): Router {
  const router = Router();
  router.get(STYLESHEET, (request, response) => stuurVastBestand(request, response, css, 'css', 'public'));
  router.get('/stijl/merk.svg', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(MERK);
  });
  return router;
}
