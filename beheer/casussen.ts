import { createHash } from 'node:crypto';
import { Router, json, type ErrorRequestHandler } from 'express';
import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { slaAanmeldingOp, uitkomstVanAanmelding } from '../registratie/aanmelding-opslaan.ts';
import type { Klok } from '../domein/klok.ts';
import type { Register } from '../registratie/register.ts';
import { startVerzuimrouteSchema } from '../domein/aanmelding/start-verzuimroute.ts';

type Outcome = NonNullable<Awaited<ReturnType<typeof uitkomstVanAanmelding>>>;

interface FieldError {
  readonly pad: string;
  readonly code: string;
  readonly melding: string;
}

const problem = (status: number, code: string, detail: string, errors: FieldError[] = []) => ({
  type: 'about:blank', title: 'De aanmelding is niet opgeslagen', status, code, detail, errors,
});

/** Elke fout met het pad van het veld, voor programma's, en een zin, voor mensen. De ingevulde waarde staat er niet in. */
function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((kwestie) => {
    if (kwestie.code === 'unrecognized_keys') {
      return kwestie.keys.map((sleutel) => ({ pad: [...kwestie.path, sleutel.slice(0, 60)].join('.'), code: 'ONBEKEND_VELD', melding: `Onbekend veld "${sleutel.slice(0, 60)}".` }));
    }
    const verplicht = /verplicht|minstens één/.test(kwestie.message);
    return [{ pad: kwestie.path.join('.'), code: verplicht ? 'VERPLICHT' : 'ONGELDIG', melding: kwestie.message }];
  });
}

/**
 * `POST /casussen`: dezelfde aanmelding als het startformulier, als JSON. Alle fouten tegelijk (422), niets half
 * opgeslagen; dezelfde aanmelding twee keer geeft dezelfde casus. De namen gaan niet door de engine.
 */
export function casussen({ register, engine, klok, wachtMs: waitMs = 15_000 }: { register: Register; engine: Engine; klok: Klok; wachtMs?: number }): Router {
  const router = Router();
  router.post('/casussen', json({ limit: '200kb' }), async (vraag, antwoord) => {
    const body: unknown = vraag.body;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      antwoord.status(400).type('application/problem+json').json(problem(400, 'VORM', 'Stuur één aanmelding als JSON-object.'));
      return;
    }
    const vandaag = DateTime.fromJSDate(klok.nu(), { zone: 'Europe/Amsterdam' }).toISODate() as string;
    const keuring = startVerzuimrouteSchema(vandaag).safeParse(body);
    if (!keuring.success) {
      antwoord.status(422).type('application/problem+json').json(problem(422, 'ONVOLDOENDE_GEGEVENS', 'De aanmelding is niet volledig of klopt niet.', fieldErrors(keuring.error)));
      return;
    }
    const { schoolBrin, leerlingLeerlingId, signaalDatumSignaal } = keuring.data;
    const sleutel = createHash('sha256').update(`${schoolBrin}|${leerlingLeerlingId}|${signaalDatumSignaal}`).digest('hex');
    const bestaand = await uitkomstVanAanmelding(register.db, sleutel);
    if (bestaand) {
      antwoord.status(200).json({ casusnummer: bestaand.casusnummer, nieuw: false });
      return;
    }
    const { aanmeldingId, nieuw } = await slaAanmeldingOp(register.db, { sleutel, gegevens: body as Record<string, unknown>, op: klok.nu() });
    // Dezelfde aanmelding kan net ergens anders onderweg zijn; pas als daar niets van komt (storing) start de route opnieuw.
    // Ook dan ontstaat er maar één casus: casus-openen laat per aanmelding de tweede niet toe.
    let uitkomst = nieuw ? undefined : await waitForCasus(register, sleutel, waitMs / 3);
    if (uitkomst === undefined) {
      await engine.start('casus', { aanmeldingId, schoolBrin });
      uitkomst = await waitForCasus(register, sleutel, waitMs);
    }
    if (uitkomst) antwoord.status(uitkomst.uitkomst === 'geopend' ? 201 : 200).json(result(uitkomst));
    else antwoord.status(202).json({ nieuw: true, melding: 'De aanmelding is ontvangen; de casus wordt nog geopend.' });
  });
  router.use(jsonError);
  return router;
}

/** Wat de aanmelder te horen krijgt. */
function result({ casusnummer, uitkomst }: Outcome): Record<string, unknown> {
  if (uitkomst === 'loopt-al') return { casusnummer, nieuw: false, melding: `Deze leerling heeft al een lopende casus: ${casusnummer}. Het verzuim uit deze aanmelding is als verzuimstand aan die casus doorgegeven.` };
  if (uitkomst === 'heropend') return { casusnummer, nieuw: false, melding: `Casus ${casusnummer} van deze leerling was gesloten en is heropend.` };
  return { casusnummer, nieuw: uitkomst === 'geopend' };
}

/** Wacht tot de route de casus geopend heeft; dat duurt gewoonlijk minder dan een seconde. */
async function waitForCasus(register: Register, sleutel: string, patienceMs: number): Promise<Outcome | undefined> {
  const einde = performance.now() + patienceMs;
  for (;;) {
    const uitkomst = await uitkomstVanAanmelding(register.db, sleutel);
    if (uitkomst !== undefined || performance.now() > einde) return uitkomst;
    await new Promise((verder) => setTimeout(verder, 100));
  }
}

const jsonError: ErrorRequestHandler = (error: { type?: string }, _vraag, antwoord, verder) => {
  if (error.type === 'entity.parse.failed') antwoord.status(400).type('application/problem+json').json(problem(400, 'JSON', 'Dit is geen geldige JSON.'));
  else if (error.type === 'entity.too.large') antwoord.status(413).type('application/problem+json').json(problem(413, 'PAYLOAD_TE_GROOT', 'De aanmelding is te groot.'));
  else verder(error);
};
