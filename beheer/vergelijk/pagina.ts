import { Router, type RequestHandler } from 'express';
import { procesnaam } from '../../domein/kaart/model.ts';
import type { Normen } from '../../domein/kaart/normen.ts';
import { vandaag } from '../../domein/kalender/datum.ts';
import type { Klok } from '../../domein/klok.ts';
import { leesKeuzes, type Keuzes } from '../../registratie/kaart/keuzes.ts';
import type { Register } from '../../registratie/register.ts';
import { kaartScript } from '../client-bundle.ts';
import { BESTANDSOORTEN, stuurBestand, type Bestandsoort } from '../export/stuur.ts';
import { meetdag } from '../kaart/bijschrift.ts';
import { filterInWoorden, maakKeuze } from '../kaart/filterkeuze.ts';
import { maakOverzicht } from '../kaart/overzicht.ts';
import { messagePage, page, type Kruimel, type Vergelijkformulieren } from '../page.ts';
import { uitFormulieren, vergelijkadres, vergelijkvelden, type Vergelijkstand } from './adres.ts';
import { KANTEN } from './beelden.ts';
import { leesVergelijking, leesVraag } from './lees.ts';
import { bestandsdelen, maakVergelijkscherm } from './scherm.ts';
import { vergelijkUitvoer } from './uitvoer.ts';

/**
 * `/vergelijk`: dezelfde heatmap met twee filters naast elkaar, en het verschil op de tekening en in een tabel. Elk getal is er een dat
 * `/kaart/<proces>` ook geeft. Allebei de filters staan in het adres, met `a.` en `b.` ervoor.
 */
export function vergelijkPagina({ register, klok, normen }: { register: Register; klok: Klok; normen: Normen }): Router {
  const router = Router();
  const deps = { db: register.db, klok, normen };

  router.get('/vergelijk', async (vraag, antwoord) => {
    const { stand: gevraagd } = leesVraag(vraag.query, vandaag(klok));
    const gekozen = uitFormulieren(vraag.query, gevraagd);
    if (gekozen) return antwoord.redirect(303, vergelijkadres(gevraagd, gekozen));
    const { stand, fouten, gevonden } = await leesVergelijking(deps, vraag.query);
    const keuzes = await leesKeuzes(register.db);
    const formulieren = await maakFormulieren(stand, keuzes);
    const kruimels = await kruimelsVan(stand);
    if (!gevonden) return void antwoord.status(400).send(page(antwoord, 'vergelijk-fout', 'Vergelijken', { fouten, ...formulieren }, kruimels.slice(1)));
    const scherm = await maakVergelijkscherm({ ...gevonden, stand, keuzes });
    antwoord.send(page(antwoord, 'vergelijk', `${gevonden.tweetal.a.naam} vergelijken`, { ...scherm, ...formulieren, kanten: scherm.kanten.map((kant, i) => ({ ...kant, formulier: formulieren.formulieren[i]!.formulier })), actie: '/vergelijk', script: (await kaartScript()).adres }, kruimels));
  });

  const bestand = (soort: Bestandsoort): RequestHandler => async (vraag, antwoord) => {
    const { stand, gevonden, fouten } = await leesVergelijking(deps, vraag.query);
    if (!gevonden) return void antwoord.status(400).send(messagePage(antwoord, 'Deze vergelijking klopt niet', fouten.map((f) => f.melding).join(' ')));
    const { tweetal, tekening } = gevonden;
    const keuzes = await leesKeuzes(register.db);
    const gekozen = { a: await filterInWoorden(tweetal.a.filter, keuzes), b: await filterInWoorden(tweetal.b.filter, keuzes) };
    await stuurBestand(antwoord, soort, vergelijkUitvoer(tweetal, gekozen, tekening, stand.beeld), bestandsdelen(tweetal), meetdag(tweetal.a));
  };
  for (const soort of BESTANDSOORTEN) router.get(`/vergelijk/tabel.${soort}`, bestand(soort));
  return router;
}

/** Het filter van elke kant; wat van de andere kant is gaat mee, net als hoe er gekeken wordt. */
async function maakFormulieren(stand: Vergelijkstand, keuzes: Keuzes): Promise<Vergelijkformulieren> {
  const velden = (anders: Partial<Vergelijkstand>): { naam: string; waarde: string }[] => Object.entries(vergelijkvelden({ ...stand, sorteer: '', ...anders })).map(([naam, waarde]) => ({ naam, waarde }));
  const { routes, fasen, daarnaast } = await maakOverzicht();
  return {
    formulieren: await Promise.all(KANTEN.map(async (kant) => ({
      letter: kant.toUpperCase(),
      formulier: { voor: `${kant}.`, actie: '/vergelijk', verborgen: velden({ [kant]: {} }), keuze: await maakKeuze(keuzes, stand.proces, stand[kant]) },
    }))),
    processen: [{ label: 'De routes', regels: routes }, { label: 'Stappen van de routes', regels: fasen }, { label: 'Wat daarnaast kan lopen', regels: daarnaast }]
      .map(({ label, regels }) => ({ label, opties: regels.map((r) => ({ waarde: r.proces, label: r.naam, gekozen: r.proces === stand.proces })) })),
    procesvelden: velden({ via: [], blad: '' }).filter(({ naam }) => naam !== 'proces'),
  };
}

const kruimelsVan = async (stand: Vergelijkstand): Promise<Kruimel[]> => [
  { href: '/vergelijk', label: 'Vergelijken' },
  ...(await Promise.all(stand.via.map(async (proces, i) => ({ href: vergelijkadres(stand, { proces, via: stand.via.slice(0, i), blad: '', sorteer: '' }), label: await procesnaam(proces) })))),
];
