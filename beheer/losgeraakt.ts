import { Router } from 'express';
import { momentTekst } from '../domein/kalender/datum.ts';
import type { Klok } from '../domein/klok.ts';
import { CASUSPROCES, leesLosgeraakt, vinkLosProcesAf } from '../registratie/losgeraakt.ts';
import type { Register } from '../registratie/register.ts';
import { messagePage } from './page.ts';

/** Een proces dat in de engine is beëindigd, zoals een beheerder het te zien krijgt. */
export interface LosProces {
  /** Null bij de meldcode: van welk kind die is, gaat de beheerder niet aan (errata §2.3). */
  readonly casusnummer: string | null;
  readonly wat: string;
  readonly doen: string;
  readonly sinds: string;
}

/** Per proces naast de casus hoe mensen het noemen. */
const NAAM: Readonly<Record<string, string>> = {
  'aanpassing-onderwijstijd': 'de aanpassing van de onderwijstijd', 'onderwijstijd-bewaken': 'het bewaken van de aanpassing van de onderwijstijd', 'vrijstelling-bewaken': 'het bewaken van de vrijstelling',
  'duo-verzuimmelding': 'de verzuimmelding bij DUO', av1: 'de inzet van de AV1-robot', meldcode: 'een meldcode',
};
const OPNIEUW = 'Vraag de IB-er vandaag de leerling opnieuw aan te melden, met het startformulier of met npm run casus: dezelfde casus gaat dan verder, met haar nummer, logboek en klok. Wie haar begeleidt heeft N-91 gekregen.';
const NAGAAN = 'Vraag wie de casus begeleidt (N-92) of dit nog nodig is. Is het geregeld, of was het de bedoeling, kies dan Afgehandeld.';
const VERTROUWELIJK = 'Laat de directeur van die school weten dat een meldcode stilviel, zonder het per mail te bespreken. Welke school het is staat in Operate bij deze instantie. Is het geregeld, kies dan Afgehandeld.';

/** Wat losraakte en nog iemand vraagt, het oudste eerst. */
export async function leesLosseProcessen({ register }: { register: Register }): Promise<(LosProces & { instantie: string; af: boolean })[]> {
  return (await leesLosgeraakt(register.db)).map(({ instantie, proces, casusnummer, vastgesteldOp }) => {
    const casusZelf = proces === CASUSPROCES;
    const vertrouwelijk = proces === 'meldcode';
    return {
      instantie, af: !casusZelf, casusnummer: vertrouwelijk ? null : casusnummer, sinds: momentTekst(vastgesteldOp.toISOString()),
      wat: casusZelf ? 'De casus loopt, maar haar proces is in de engine beëindigd. Het kind heeft geen taak en geen termijn meer.' : `In de engine is ${NAAM[proces] ?? `het proces ${proces}`} afgebroken.`,
      doen: casusZelf ? OPNIEUW : vertrouwelijk ? VERTROUWELIJK : NAGAAN,
    };
  });
}

/** `POST /incidenten/los/:instantie/af`: een beheerder regelde wat dit losse proces deed. Een casus gaat alleen weg door haar weer op te pakken. */
export function losgeraakt({ register, klok }: { register: Register; klok: Klok }): Router {
  const router = Router();
  router.post('/incidenten/los/:instantie/af', async (vraag, antwoord) => {
    if (!(await vinkLosProcesAf(register.db, vraag.params['instantie'], klok.nu()))) return void antwoord.status(404).send(messagePage(antwoord, 'Niet gevonden', 'Dit is al afgehandeld, of het is een casus: die gaat hier weg als zij weer is opgepakt.'));
    antwoord.redirect(303, '/incidenten');
  });
  return router;
}
