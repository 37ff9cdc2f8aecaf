import { Router } from 'express';
import { DateTime } from 'luxon';
import type { Klok } from '../domein/klok.ts';
import type { Register } from '../registratie/register.ts';
import type { OutboxStatus } from '../registratie/schema.ts';
import { leesOutbox, telOutbox, type OutboxBericht } from '../registratie/outbox-lezen.ts';
import { verstuurOpnieuw, vinkVerzondenAf } from '../registratie/outbox-afhandelen.ts';
import { page, escapeHtml } from './page.ts';

const STATUS: Record<OutboxStatus, string> = { wacht: 'wacht', verzonden: 'verzonden', onzeker: 'onzeker verzonden', dood: 'niet te bezorgen' };
const moment = (op: Date): string => DateTime.fromJSDate(op, { zone: 'Europe/Amsterdam' }).setLocale('nl').toFormat("d LLLL yyyy 'om' HH:mm");

/** `/post`: alle mails die het systeem klaarzette, met wat er verzonden is en wat niet te bezorgen was. */
export function post({ register, klok, mailserver }: { register: Register; klok: Klok; mailserver: boolean }): Router {
  const router = Router();
  router.get('/post', async (vraag, antwoord) => {
    const gevraagd = String(vraag.query['status'] ?? '');
    const status = gevraagd in STATUS ? (gevraagd as OutboxStatus) : undefined;
    const [berichten, aantal] = await Promise.all([leesOutbox(register.db, { status, aantal: 200 }), telOutbox(register.db)]);
    const filters = [`<a href="/post"${status ? '' : ' aria-current="page"'}>alles</a>`]
      .concat((Object.keys(STATUS) as OutboxStatus[]).map((s) => `<a href="/post?status=${s}"${s === status ? ' aria-current="page"' : ''}>${STATUS[s]} (${aantal[s]})</a>`))
      .join(' · ');
    const uitleg = mailserver ? '' : '<p>Er is geen mailserver ingesteld (SMTP_URL): de mails wachten hier en worden niet verzonden.</p>';
    antwoord.send(page('Post', `${uitleg}<p>${filters}</p>${berichten.map(artikel).join('') || '<p>Geen berichten.</p>'}`));
  });
  const handelAf = (pad: string, doe: typeof verstuurOpnieuw, daarna: OutboxStatus): void => {
    router.post(`/post/:id/${pad}`, async (vraag, antwoord) => {
      const id = Number(vraag.params['id']);
      if (!Number.isSafeInteger(id)) return void antwoord.status(404).send(page('Niet gevonden', '<p>Dit bericht bestaat niet.</p>'));
      await doe(register.db, id, klok.nu());
      antwoord.redirect(303, `/post?status=${daarna}`);
    });
  };
  handelAf('opnieuw', verstuurOpnieuw, 'wacht');
  handelAf('aangekomen', vinkVerzondenAf, 'verzonden');
  return router;
}

const knop = (b: OutboxBericht, pad: string, tekst: string): string => `<form method="post" action="/post/${b.id}/${pad}"><button>${tekst}</button></form>`;
const ONZEKER = '<p>Deze mail is misschien aangekomen. Vraag het na bij de ontvanger of de mailserver en kies dan:</p>';

function artikel(b: OutboxBericht): string {
  const opnieuw = b.status === 'dood' && b.adres ? knop(b, 'opnieuw', 'Opnieuw versturen') : '';
  const kiezen = b.status === 'onzeker' ? ONZEKER + knop(b, 'aangekomen', 'Is aangekomen') + knop(b, 'opnieuw', 'Opnieuw versturen') : '';
  const error = (b.status === 'dood' || b.status === 'onzeker') && b.laatsteFout ? `<p class="${b.status}">${escapeHtml(b.laatsteFout)}</p>` : '';
  return `<article><h2>${escapeHtml(b.onderwerp)}</h2><p class="klein"><span class="status ${b.status}">${STATUS[b.status]}</span> ${escapeHtml(b.melding)} aan ${escapeHtml(b.aanRol)}${b.adres ? ` (${escapeHtml(b.adres)})` : ''}, ${moment(b.verzondenOp ?? b.aangemaaktOp)}</p>${error}${opnieuw}${kiezen}<details><summary>Tekst</summary><pre>${escapeHtml(b.tekst)}</pre></details></article>`;
}
