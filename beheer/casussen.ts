import { createHash } from 'node:crypto';
import { Router, json, type ErrorRequestHandler } from 'express';
import { DateTime } from 'luxon';
import type { Engine } from '../engine/engine.ts';
import { casusnummerBijAanmelding, slaAanmeldingOp } from '../registratie/aanmelding-opslaan.ts';
import type { Klok } from '../registratie/klok.ts';
import type { Register } from '../registratie/register.ts';
import { keurStartVerzuimroute } from '../workers/invoer/start-verzuimroute.ts';

const probleem = (status: number, code: string, detail: string, fouten: string[] = []) => ({
  type: 'about:blank', title: 'De aanmelding is niet opgeslagen', status, code, detail, errors: fouten.map((melding) => ({ melding })),
});

/**
 * `POST /casussen`: dezelfde aanmelding als het startformulier, als JSON. Alle fouten tegelijk (422), niets half
 * opgeslagen; dezelfde aanmelding twee keer geeft dezelfde casus. De namen gaan niet door de engine.
 */
export function casussen({ register, engine, klok, wachtMs = 15_000 }: { register: Register; engine: Engine; klok: Klok; wachtMs?: number }): Router {
  const router = Router();
  router.post('/casussen', json({ limit: '200kb' }), async (vraag, antwoord) => {
    const body: unknown = vraag.body;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      antwoord.status(400).type('application/problem+json').json(probleem(400, 'VORM', 'Stuur één aanmelding als JSON-object.'));
      return;
    }
    const vandaag = DateTime.fromJSDate(klok.nu(), { zone: 'Europe/Amsterdam' }).toISODate() as string;
    const keuring = keurStartVerzuimroute(body as Record<string, unknown>, vandaag);
    if (!keuring.goed) {
      antwoord.status(422).type('application/problem+json').json(probleem(422, 'ONVOLDOENDE_GEGEVENS', 'De aanmelding is niet volledig of klopt niet.', keuring.fouten));
      return;
    }
    const { schoolBrin, leerlingLeerlingId, signaalDatumSignaal } = keuring.waarde;
    const sleutel = createHash('sha256').update(`${schoolBrin}|${leerlingLeerlingId}|${signaalDatumSignaal}`).digest('hex');
    const bestaand = await casusnummerBijAanmelding(register.db, sleutel);
    if (bestaand) {
      antwoord.status(200).json({ casusnummer: bestaand, nieuw: false });
      return;
    }
    const { aanmeldingId } = await slaAanmeldingOp(register.db, { sleutel, gegevens: body as Record<string, unknown>, op: klok.nu() });
    // Opnieuw starten na een storing mag: casus-openen laat per aanmelding maar één casus ontstaan.
    await engine.start('kernteam', { aanmeldingId, schoolBrin });
    const einde = performance.now() + wachtMs;
    let casusnummer: string | undefined;
    while (casusnummer === undefined && performance.now() < einde) {
      casusnummer = await casusnummerBijAanmelding(register.db, sleutel);
      if (casusnummer === undefined) await new Promise((verder) => setTimeout(verder, 100));
    }
    antwoord.status(casusnummer ? 201 : 202).json(casusnummer ? { casusnummer, nieuw: true } : { nieuw: true, melding: 'De aanmelding is ontvangen; de casus wordt nog geopend.' });
  });
  router.use(jsonFout);
  return router;
}

const jsonFout: ErrorRequestHandler = (fout: { type?: string }, _vraag, antwoord, verder) => {
  if (fout.type === 'entity.parse.failed') antwoord.status(400).type('application/problem+json').json(probleem(400, 'JSON', 'Dit is geen geldige JSON.'));
  else if (fout.type === 'entity.too.large') antwoord.status(413).type('application/problem+json').json(probleem(413, 'PAYLOAD_TE_GROOT', 'De aanmelding is te groot.'));
  else verder(fout);
};
