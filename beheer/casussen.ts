import { Router, raw, type ErrorRequestHandler, type Request } from 'express';
import type { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { slaAanmeldingOp, uitkomstVanAanmelding } from '../registratie/aanmelding-opslaan.ts';
import { leesWeigering } from '../registratie/aanmelding-weigeren.ts';
import { aanmeldSleutel } from '../domein/aanmelding/sleutel.ts';
import { bezwarenTegenAanmelding } from '../domein/aanmelding/tegen-register.ts';
import type { Gebruikers } from '../domein/gebruikers.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import type { Klok } from '../domein/klok.ts';
import type { Register } from '../registratie/register.ts';
import { rijLabel, startVerzuimrouteSchema } from '../domein/aanmelding/start-verzuimroute.ts';
import { JsonFout, leesJson } from '../domein/invoer/json.ts';

type Opened = NonNullable<Awaited<ReturnType<typeof uitkomstVanAanmelding>>>;

interface FieldError {
  readonly pad: string;
  readonly code: string;
  readonly melding: string;
}

const problem = (status: number, code: string, detail: string, errors: FieldError[] = []) => ({
  type: 'about:blank', title: 'De aanmelding is niet opgeslagen', status, code, detail, errors,
});

/** Elke fout met het pad van het veld, voor programma's, en een zin, voor mensen. De ingevulde waarde staat er niet in. */
function fieldErrors(error: z.ZodError, invoer: Readonly<Record<string, unknown>>): FieldError[] {
  const rij = rijLabel(invoer);
  return error.issues.flatMap((kwestie) => {
    if (kwestie.code === 'unrecognized_keys') {
      return kwestie.keys.map((sleutel) => ({ pad: [...kwestie.path, sleutel.slice(0, 60)].join('.'), code: 'ONBEKEND_VELD', melding: `${rij(kwestie.path)}onbekend veld "${sleutel.slice(0, 60)}".`.replace(/^o/, 'O') }));
    }
    const verplicht = /verplicht|minstens één/.test(kwestie.message);
    return [{ pad: kwestie.path.join('.'), code: verplicht ? 'VERPLICHT' : 'ONGELDIG', melding: rij(kwestie.path) + kwestie.message }];
  });
}

/**
 * `POST /casussen`: dezelfde aanmelding als het startformulier, als JSON. Alle fouten tegelijk (422), niets half
 * opgeslagen; dezelfde aanmelding twee keer geeft dezelfde casus. De namen gaan niet door de engine. Het antwoord zegt wat
 * ervan kwam: geopend (201), bestond al (200), geweigerd (409, met de reden) of nog onderweg (202).
 */
export function casussen({ register, engine, klok, gebruikers, wachtMs: waitMs = 15_000 }: { register: Register; engine: Engine; klok: Klok; gebruikers: Gebruikers; wachtMs?: number }): Router {
  const router = Router();
  router.post('/casussen', raw({ type: 'application/json', limit: '200kb' }), async (vraag, antwoord) => {
    const body = leesInhoud(vraag);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      antwoord.status(400).type('application/problem+json').json(problem(400, 'VORM', 'Stuur één aanmelding als JSON-object.'));
      return;
    }
    const keuring = startVerzuimrouteSchema(vandaag(klok), 'schoolBrin' in body ? body.schoolBrin : undefined).safeParse(body);
    if (!keuring.success) {
      antwoord.status(422).type('application/problem+json').json(problem(422, 'ONVOLDOENDE_GEGEVENS', 'De aanmelding is niet volledig of klopt niet.', fieldErrors(keuring.error, body as Record<string, unknown>)));
      return;
    }
    const sleutel = aanmeldSleutel(keuring.data);
    const bestaand = await uitkomstVanAanmelding(register.db, sleutel);
    if (bestaand) {
      antwoord.status(200).json({ casusnummer: bestaand.casusnummer, nieuw: false });
      return;
    }
    const bezwaren = await bezwarenTegenAanmelding(register.db, gebruikers, keuring.data);
    if (bezwaren.length > 0) {
      const errors = bezwaren.map((melding) => ({ pad: '', code: 'ONGELDIG', melding }));
      antwoord.status(422).type('application/problem+json').json(problem(422, 'ONVOLDOENDE_GEGEVENS', 'De aanmelding past niet bij wat al bekend is.', errors));
      return;
    }
    const { aanmeldingId, nieuw } = await slaAanmeldingOp(register.db, { sleutel, gegevens: body as Record<string, unknown>, op: klok.nu() });
    // Dezelfde aanmelding kan net ergens anders onderweg zijn; pas als daar niets van komt (storing) start de route opnieuw.
    // Ook dan ontstaat er maar één casus: casus-openen laat per aanmelding de tweede niet toe.
    let uitkomst = nieuw ? undefined : await waitForOutcome(register, sleutel, waitMs / 3);
    if (uitkomst === undefined) {
      await engine.start('casus', { aanmeldingId, schoolBrin: keuring.data.schoolBrin });
      uitkomst = await waitForOutcome(register, sleutel, waitMs);
    }
    if (uitkomst === undefined) antwoord.status(202).json({ nieuw: true, melding: 'De aanmelding is ontvangen, maar het is nog niet bekend of er een casus van komt. Stuur haar straks nog eens: dan hoort u het.' });
    else if ('casusnummer' in uitkomst) antwoord.status(uitkomst.uitkomst === 'geopend' ? 201 : 200).json(result(uitkomst));
    else antwoord.status(409).type('application/problem+json').json(problem(409, 'GEWEIGERD', 'De aanmelding is geweigerd; er is geen casus geopend.', uitkomst.redenen.map((melding) => ({ pad: '', code: 'GEWEIGERD', melding }))));
  });
  router.use(jsonError);
  return router;
}

/** Wat de aanmelder te horen krijgt. */
function result({ casusnummer, uitkomst }: Opened): Record<string, unknown> {
  if (uitkomst === 'loopt-al') return { casusnummer, nieuw: false, melding: `Deze leerling heeft al een lopende casus: ${casusnummer}. Het verzuim uit deze aanmelding is als verzuimstand aan die casus doorgegeven.` };
  if (uitkomst === 'heropend') return { casusnummer, nieuw: false, melding: `Casus ${casusnummer} van deze leerling gaat weer verder, met hetzelfde nummer.` };
  return { casusnummer, nieuw: uitkomst === 'geopend' };
}

type Outcome = Opened | { readonly redenen: readonly string[] };

/** Wacht tot de route de casus geopend of geweigerd heeft; dat duurt gewoonlijk minder dan een seconde. */
async function waitForOutcome(register: Register, sleutel: string, patienceMs: number): Promise<Outcome | undefined> {
  const einde = performance.now() + patienceMs;
  for (;;) {
    const uitkomst = await uitkomstVanAanmelding(register.db, sleutel);
    if (uitkomst !== undefined) return uitkomst;
    const redenen = await leesWeigering(register.db, sleutel);
    if (redenen !== undefined) return { redenen };
    if (performance.now() > einde) return undefined;
    await new Promise((verder) => setTimeout(verder, 100));
  }
}

/** De inhoud als JSON; wat geen `application/json` is blijft ongelezen. @throws JsonFout */
function leesInhoud({ body, headers }: Request): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  const tekenset = /charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (tekenset !== undefined && !/^(utf-?8|us-ascii)$/i.test(tekenset)) throw new JsonFout('stuur de aanmelding als UTF-8.');
  return leesJson(body);
}

const jsonError: ErrorRequestHandler = (error: { type?: string }, _vraag, antwoord, verder) => {
  if (error instanceof JsonFout) antwoord.status(400).type('application/problem+json').json(problem(400, 'JSON', `De aanmelding is niet te lezen: ${error.message}`));
  else if (error.type === 'entity.too.large') antwoord.status(413).type('application/problem+json').json(problem(413, 'PAYLOAD_TE_GROOT', 'De aanmelding is te groot.'));
  else verder(error);
};
