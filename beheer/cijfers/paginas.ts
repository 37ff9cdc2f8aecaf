import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Cijferdeps } from '../../domein/cijfers/bron.ts';
import { vandaag } from '../../domein/kalender/datum.ts';
import { klokUitvoer } from '../export/klok-uitvoer.ts';
import { kpiUitvoer } from '../export/kpi-uitvoer.ts';
import { BESTANDSOORTEN, stuurBestand } from '../export/stuur.ts';
import type { Uitvoer } from '../export/tabel.ts';
import type { Filterfout } from '../kaartfilter.ts';
import { page, type Kruimel, type PageData } from '../page.ts';
import { maakBlad } from './blad.ts';
import { filteradres, filterdelen, leesCijferfilter, uitFormulier, type Cijferfilter } from './filter.ts';
import { maakKpibeeld, type Kpibeeld } from './kpibeeld.ts';
import { maakKlokbeeld, type Klokbeeld } from './klokbeeld.ts';
import { metNormen } from './zonder-normen.ts';

/** Een pagina met cijfers over een schooljaar: op het scherm, op papier en als bestand, alle drie uit hetzelfde beeld. */
interface Cijferpagina<T extends keyof Beelden> {
  readonly pad: string;
  readonly template: T;
  readonly titel: string;
  readonly kruimels: readonly Kruimel[];
  maak(deps: Cijferdeps, filter: Cijferfilter): Promise<Beelden[T]>;
  uitvoer(beeld: Beelden[T]): Uitvoer;
}
interface Beelden { readonly cijfers: Kpibeeld; readonly klok: Klokbeeld }
const CIJFERS: Cijferpagina<'cijfers'> = { pad: '/cijfers', template: 'cijfers', titel: 'Cijfers', kruimels: [], maak: maakKpibeeld, uitvoer: kpiUitvoer };
const KLOK: Cijferpagina<'klok'> = { pad: '/cijfers/klok', template: 'klok', titel: 'De klok van het kind', kruimels: [{ href: '/cijfers', label: 'Cijfers' }], maak: maakKlokbeeld, uitvoer: klokUitvoer };

/** `/cijfers` met de afspraken en `/cijfers/klok` met de klok van het kind, elk ook als `…/afdruk`, `…/tabel.csv` en `…/tabel.xlsx`. */
export function cijferpaginas(deps: Cijferdeps): Router {
  const router = Router();
  zetPagina(router, deps, CIJFERS);
  zetPagina(router, deps, KLOK);
  return router;
}

function zetPagina<T extends keyof Beelden>(router: Router, deps: Cijferdeps, { pad, template, titel, kruimels, maak, uitvoer }: Cijferpagina<T>): void {
  const toon = (papier: boolean): Toon => async (filter, response) => {
    const beeld = await maak(deps, filter);
    const data = { ...beeld, blad: maakBlad(pad, filteradres(filter, vandaag(deps.klok)), beeld.over), papier } as PageData[T];
    response.send(page(response, template, titel, data, papier ? [...kruimels, { href: pad, label: titel }] : kruimels));
  };
  router.get(pad, metFilter(deps, pad, toon(false)));
  router.get(`${pad}/afdruk`, metFilter(deps, pad, toon(true)));
  for (const soort of BESTANDSOORTEN) {
    router.get(`${pad}/tabel.${soort}`, metFilter(deps, pad, async (filter, response) => {
      const beeld = await maak(deps, filter);
      await stuurBestand(response, soort, uitvoer(beeld), [template, ...filterdelen(filter)], beeld.peildatum);
    }));
  }
}

type Toon = (filter: Cijferfilter, response: Response) => Promise<void>;

/** Leest het filter uit het adres. Wie het formulier gebruikte gaat naar het adres dat te delen is; wat niet klopt is een pagina die zegt wat wel kan. */
function metFilter({ klok }: Cijferdeps, pad: string, toon: Toon): RequestHandler {
  return metNormen(async (request: Request, response: Response) => {
    const vraag = request.query;
    const gekozen = uitFormulier(vraag);
    const gelezen = leesCijferfilter(gekozen ?? vraag, vandaag(klok));
    if ('fouten' in gelezen) return void response.status(400).send(page(response, 'filterfout', 'Dit filter klopt niet', { fouten: gelezen.fouten as readonly Filterfout[], zonder: pad }));
    if (gekozen) return response.redirect(303, pad + filteradres(gelezen.filter, vandaag(klok)));
    await toon(gelezen.filter, response);
  });
}
