import { Router } from 'express';
import { DateTime } from 'luxon';
import type { Klok } from '../domein/klok.ts';
import type { Register } from '../registratie/register.ts';
import type { UitgaandStatus } from '../registratie/schema.ts';
import { leesUitgaand, telUitgaand, type UitgaandBericht } from '../registratie/outbox-lezen.ts';
import { maakPostbus } from '../registratie/outbox-versturen.ts';
import { pagina, veilig } from './page.ts';

const STATUS: Record<UitgaandStatus, string> = { wacht: 'wacht', verzonden: 'verzonden', dood: 'niet te bezorgen' };
const moment = (op: Date): string => DateTime.fromJSDate(op, { zone: 'Europe/Amsterdam' }).setLocale('nl').toFormat("d LLLL yyyy 'om' HH:mm");

/** `/post`: alle mails die het systeem klaarzette, met wat er verzonden is en wat niet te bezorgen was. */
export function post({ register, klok, mailserver }: { register: Register; klok: Klok; mailserver: boolean }): Router {
  const router = Router();
  router.get('/post', async (vraag, antwoord) => {
    const gevraagd = String(vraag.query['status'] ?? '');
    const status = gevraagd in STATUS ? (gevraagd as UitgaandStatus) : undefined;
    const [berichten, aantal] = await Promise.all([leesUitgaand(register.db, { status, aantal: 200 }), telUitgaand(register.db)]);
    const filters = [`<a href="/post"${status ? '' : ' aria-current="page"'}>alles</a>`]
      .concat((Object.keys(STATUS) as UitgaandStatus[]).map((s) => `<a href="/post?status=${s}"${s === status ? ' aria-current="page"' : ''}>${STATUS[s]} (${aantal[s]})</a>`))
      .join(' · ');
    const uitleg = mailserver ? '' : '<p>Er is geen mailserver ingesteld (SMTP_URL): de mails wachten hier en worden niet verzonden.</p>';
    antwoord.send(pagina('Post', `${uitleg}<p>${filters}</p>${berichten.map(artikel).join('') || '<p>Geen berichten.</p>'}`));
  });
  router.post('/post/:id/opnieuw', async (vraag, antwoord) => {
    const id = Number(vraag.params['id']);
    if (!Number.isSafeInteger(id)) return void antwoord.status(404).send(pagina('Niet gevonden', '<p>Dit bericht bestaat niet.</p>'));
    await maakPostbus(register).opnieuw(id, klok.nu());
    antwoord.redirect(303, '/post?status=wacht');
  });
  return router;
}

function artikel(b: UitgaandBericht): string {
  const opnieuw = b.status === 'dood' && b.adres ? `<form method="post" action="/post/${b.id}/opnieuw"><button>Opnieuw versturen</button></form>` : '';
  const fout = b.status === 'dood' && b.laatsteFout ? `<p class="dood">${veilig(b.laatsteFout)}</p>` : '';
  return `<article><h2>${veilig(b.onderwerp)}</h2><p class="klein"><span class="status ${b.status}">${STATUS[b.status]}</span> ${veilig(b.melding)} aan ${veilig(b.aanRol)}${b.adres ? ` (${veilig(b.adres)})` : ''}, ${moment(b.verzondenOp ?? b.aangemaaktOp)}</p>${fout}${opnieuw}<details><summary>Tekst</summary><pre>${veilig(b.tekst)}</pre></details></article>`;
}
