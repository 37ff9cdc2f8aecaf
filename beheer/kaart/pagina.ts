import { Router } from 'express';
import { leesKaart } from '../../domein/kaart/lees-kaart.ts';
import { leesKaartmodel } from '../../domein/kaart/model.ts';
import type { Normen } from '../../domein/kaart/normen.ts';
import { schooljaarVan } from '../../domein/kalender/schoolkalender.ts';
import { vandaag } from '../../domein/kalender/datum.ts';
import type { Klok } from '../../domein/klok.ts';
import { leesKeuzes } from '../../registratie/kaart/keuzes.ts';
import type { Register } from '../../registratie/register.ts';
import { kaartScript } from '../client-bundle.ts';
import { leesKaartfilter, type Filterfout } from '../kaartfilter.ts';
import { messagePage, page } from '../page.ts';
import { stuurVastBestand } from '../vast-bestand.ts';
import { adresVan, leesStand, uitFormulier } from './adres.ts';
import { maakKeuze } from './filterkeuze.ts';
import { leesModeltekening } from './modeltekening.ts';
import { maakOverzicht } from './overzicht.ts';
import { maakScherm } from './scherm.ts';

const KAARTEN = { href: '/kaart', label: 'Heatmaps' } as const;

/**
 * `/kaart/<proces>`: de cijfers van een proces op zijn tekening en in een tabel, allebei uit hetzelfde antwoord als `/api/kaart`. Zonder
 * script staat alles in de tabel. `/kaart` noemt de processen. Alles wat een plaatje bepaalt staat in het adres (`adres.ts`).
 */
export function kaartPagina({ register, klok, normen }: { register: Register; klok: Klok; normen: Normen }): Router {
  const router = Router();

  router.get('/kaart', async (_vraag, antwoord) => {
    const schooljaar = schooljaarVan(vandaag(klok));
    const { routes, fasen, daarnaast } = await maakOverzicht();
    const metAdres = (regels: typeof routes) => regels.map((r) => ({ ...r, href: `/kaart/${r.proces}?schooljaar=${schooljaar}` }));
    antwoord.send(page(antwoord, 'kaart-lijst', 'Heatmaps', { schooljaar, groepen: [{ kop: 'De routes', regels: metAdres(routes) }, { kop: 'Stappen van de routes', regels: metAdres(fasen) }, { kop: 'Wat daarnaast kan lopen', regels: metAdres(daarnaast) }] }));
  });

  router.get('/kaart/:proces/:model', async (vraag, antwoord, verder) => {
    const tekening = await leesModeltekening(vraag.params.proces);
    if (tekening?.adres !== vraag.path) return verder();
    stuurVastBestand(vraag, antwoord, tekening, 'application/xml', 'private');
  });

  router.get('/kaart/:proces', async (vraag, antwoord) => {
    const { proces } = vraag.params;
    const tekening = await leesModeltekening(proces);
    const model = await leesKaartmodel(proces);
    if (!tekening || !model) return void antwoord.status(404).send(messagePage(antwoord, 'Niet gevonden', 'Er is geen proces met deze naam. Kies er een bij Heatmaps.'));
    const { stand, fouten } = leesStand(vraag.query);
    const gekozen = uitFormulier(vraag.query, stand.filter);
    if (gekozen) return antwoord.redirect(303, adresVan(proces, stand, { filter: gekozen }));
    const { filter, fouten: filterfouten = [] } = leesKaartfilter(stand.filter, vandaag(klok));
    const mis: readonly Filterfout[] = [...fouten, ...filterfouten];
    const keuzes = await leesKeuzes(register.db);
    const keuze = await maakKeuze(keuzes, proces, stand.filter);
    const kruimels = [KAARTEN, ...(await Promise.all(stand.via.map(async (naam, i) => ({ href: adresVan(naam, stand, { via: stand.via.slice(0, i), blad: '', sorteer: '' }), label: (await leesKaartmodel(naam))?.naam ?? naam }))))];
    if (filter === undefined || mis.length > 0) {
      return void antwoord.status(400).send(page(antwoord, 'kaart-fout', model.naam, { fouten: mis, voor: '', zonder: adresVan(proces, { ...stand, filter: {} }), actie: `/kaart/${proces}`, verborgen: verborgen(stand), keuze }, kruimels));
    }
    const kaart = await leesKaart({ db: register.db, klok, normen }, proces, filter);
    if (!kaart) return void antwoord.status(404).send(messagePage(antwoord, 'Niet gevonden', 'Er is geen proces met deze naam.'));
    const scherm = await maakScherm({ kaart, stand, tekening, keuzes });
    antwoord.send(page(antwoord, 'kaart', model.naam, { ...scherm, voor: '', groepen: [], actie: `/kaart/${proces}`, verborgen: verborgen(stand), keuze, script: (await kaartScript()).adres }, kruimels));
  });
  return router;
}

/** Wat het filterformulier meeneemt zonder het te laten kiezen. */
const verborgen = ({ beeld, dagen, via }: ReturnType<typeof leesStand>['stand']): { naam: string; waarde: string }[] =>
  [{ naam: 'beeld', waarde: beeld }, { naam: 'dagen', waarde: dagen }, { naam: 'via', waarde: via.join(',') }].filter(({ waarde }) => waarde !== '');
