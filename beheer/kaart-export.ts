import { Router, type RequestHandler } from 'express';
import { leesKaart } from '../domein/kaart/lees-kaart.ts';
import type { Normen } from '../domein/kaart/normen.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import type { Klok } from '../domein/klok.ts';
import { leesKeuzes } from '../registratie/kaart/keuzes.ts';
import type { Register } from '../registratie/register.ts';
import { kaartUitvoer } from './export/kaart-uitvoer.ts';
import { BESTANDSOORTEN, stuurBestand, type Bestandsoort } from './export/stuur.ts';
import { meetdag, naamdelen } from './kaart/bijschrift.ts';
import { filterInWoorden } from './kaart/filterkeuze.ts';
import { leesModeltekening } from './kaart/modeltekening.ts';
import { leesKaartfilter } from './kaartfilter.ts';
import { messagePage } from './page.ts';

/**
 * `GET /kaart/<proces>/tabel.csv` en `…/tabel.xlsx`: de tabel bij de kaart als bestand, met hetzelfde filter in het adres als de kaart zelf.
 * Verkeerd filter: 400 met een zin per veld; onbekend proces: 404.
 */
export function kaartExport({ register, klok, normen }: { register: Register; klok: Klok; normen: Normen }): Router {
  const router = Router();
  const bestand = (soort: Bestandsoort): RequestHandler<{ proces: string }> => async (vraag, antwoord) => {
    const { filter, fouten } = leesKaartfilter(vraag.query, vandaag(klok));
    if (fouten !== undefined) {
      antwoord.status(400).send(messagePage(antwoord, 'Dit filter klopt niet', fouten.map((f) => f.melding).join(' ')));
      return;
    }
    const { proces } = vraag.params;
    const [kaart, tekening] = await Promise.all([leesKaart({ db: register.db, klok, normen }, proces, filter), leesModeltekening(proces)]);
    if (kaart === undefined || tekening === undefined) {
      antwoord.status(404).send(messagePage(antwoord, 'Niet gevonden', 'Er is geen proces met deze naam.'));
      return;
    }
    await stuurBestand(antwoord, soort, kaartUitvoer(kaart, await filterInWoorden(kaart.filter, await leesKeuzes(register.db)), tekening), naamdelen(kaart), meetdag(kaart));
  };
  for (const soort of BESTANDSOORTEN) router.get(`/kaart/:proces/tabel.${soort}`, bestand(soort));
  return router;
}
