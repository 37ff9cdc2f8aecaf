import { Router } from 'express';
import { tijdstipTekst } from '../domein/kalender/datum.ts';
import type { Klok } from '../domein/klok.ts';
import type { Register } from '../registratie/register.ts';
import type { OutboxStatus } from '../registratie/schema.ts';
import { leesOutbox, telOutbox, type OutboxBericht } from '../registratie/outbox-lezen.ts';
import { verstuurOpnieuw, vinkVerzondenAf } from '../registratie/outbox-afhandelen.ts';
import { messagePage, page, type Bericht } from './page.ts';

const STATUS: Record<OutboxStatus, string> = { wacht: 'wacht', verzonden: 'verzonden', onzeker: 'onzeker verzonden', dood: 'niet te bezorgen' };

/** `/post`: alle mails die het systeem klaarzette, met wat er verzonden is en wat niet te bezorgen was. */
export function post({ register, klok, mailserver }: { register: Register; klok: Klok; mailserver: boolean }): Router {
  const router = Router();
  router.get('/post', async (vraag, antwoord) => {
    const gevraagd = String(vraag.query['status'] ?? '');
    const status = Object.hasOwn(STATUS, gevraagd) ? (gevraagd as OutboxStatus) : undefined;
    const [berichten, aantal] = await Promise.all([leesOutbox(register.db, { status, aantal: 200 }), telOutbox(register.db)]);
    const filters = [{ href: '/post', label: 'alles', current: status === undefined }].concat(
      (Object.keys(STATUS) as OutboxStatus[]).map((s) => ({ href: `/post?status=${s}`, label: `${STATUS[s]} (${aantal[s]})`, current: s === status })),
    );
    antwoord.send(page(antwoord, 'post', 'Post', { mailserver, filters, berichten: berichten.map((bericht) => shown(bericht, mailserver)) }));
  });
  const handelAf = (pad: string, doe: typeof verstuurOpnieuw, daarna: OutboxStatus): void => {
    router.post(`/post/:id/${pad}`, async (vraag, antwoord) => {
      const id = /^[1-9]\d{0,8}$/.test(vraag.params['id']) ? Number(vraag.params['id']) : undefined;
      if (id === undefined) return void antwoord.status(404).send(messagePage(antwoord, 'Niet gevonden', 'Dit bericht bestaat niet.'));
      await doe(register.db, id, klok.nu());
      antwoord.redirect(303, `/post?status=${daarna}`);
    });
  };
  handelAf('opnieuw', verstuurOpnieuw, 'wacht');
  handelAf('aangekomen', vinkVerzondenAf, 'verzonden');
  return router;
}

/** Genoeg om een adres te herkennen, te weinig om een mens te noemen: `i…@school.nl`. */
const half = (adres: string | null): string | null => adres?.replace(/^(.).*(?=@)/, '$1…') ?? null;

/**
 * Wat niet te bezorgen was toont waarom, en kan opnieuw als er een adres is; bij een onzekere mail kiest de beheerder. De beheerder
 * ziet geen inhoud van casussen (errata §3, §4.3): de tekst staat er alleen in een proefopstelling, waar dit de enige plaats is om
 * haar te lezen, en het hele adres alleen als hij er iets mee moet.
 */
function shown(bericht: OutboxBericht, mailserver: boolean): Bericht {
  const dood = bericht.status === 'dood';
  const onzeker = bericht.status === 'onzeker';
  return {
    ...bericht,
    statusLabel: STATUS[bericht.status],
    moment: tijdstipTekst(bericht.verzondenOp ?? bericht.aangemaaktOp),
    fout: dood || onzeker ? bericht.laatsteFout : null,
    onzeker,
    adres: dood || onzeker ? bericht.adres : half(bericht.adres),
    tekst: mailserver ? null : bericht.tekst,
    opnieuw: dood && bericht.adres !== null && bericht.adres !== '',
  };
}
