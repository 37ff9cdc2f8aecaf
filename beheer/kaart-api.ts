import { Router } from 'express';
import { z } from 'zod';
import type { Beslissen } from '../domein/beslissen.ts';
import { leesVersheid } from '../domein/geschiedenis/versheid.ts';
import { leesKaart } from '../domein/kaart/lees-kaart.ts';
import { makeNormen } from '../domein/kaart/normen.ts';
import type { Klok } from '../domein/klok.ts';
import { ROUTES } from '../domein/routes/index.ts';
import { leesKeuzes } from '../registratie/kaart/keuzes.ts';
import type { Register } from '../registratie/register.ts';

const leeg = (waarde: unknown): unknown => (waarde === '' ? undefined : waarde);
const tekst = z.preprocess(leeg, z.string().max(120).optional());
const dag = z.preprocess(leeg, z.iso.date({ error: 'wordt een datum als jjjj-mm-dd verwacht' }).optional());
const getal = (max: number, wat: string) => z.preprocess(leeg, z.coerce.number({ error: wat }).int({ error: wat }).min(1, { error: wat }).max(max, { error: wat }).optional());

/** Het filter zoals het in het adres staat; wat er niet in hoort wordt geweigerd, want een tikfout zou stil alles tonen. */
export const kaartfilter = z.strictObject({
  schooljaar: z.preprocess(leeg, z.string().regex(/^\d{4}-\d{4}$/, { error: 'wordt een schooljaar als 2025-2026 verwacht' }).optional()),
  van: dag, tot: dag,
  gemeente: tekst, bestuur: tekst, reden: tekst,
  school: z.preprocess(leeg, z.string().regex(/^\d{2}[A-Z]{2}$/, { error: 'wordt een brinnummer als 10AB verwacht' }).optional()),
  groep: getal(8, 'wordt een groep van 1 tot en met 8 verwacht'),
  route: z.preprocess(leeg, z.enum(ROUTES.map((r) => r.proces) as [string, ...string[]], { error: `wordt een route verwacht: ${ROUTES.map((r) => r.proces).join(' of ')}` }).optional()),
  versie: getal(1_000_000, 'wordt een versienummer verwacht'),
}, { error: (kwestie) => (kwestie.code === 'unrecognized_keys' ? `onbekend filter: ${kwestie.keys.join(', ').slice(0, 80)}` : undefined) })
  .refine((f) => f.van === undefined || f.tot === undefined || f.van <= f.tot, { path: ['tot'], error: 'ligt vóór de eerste dag' })
  .refine((f) => f.schooljaar === undefined || (f.van === undefined && f.tot === undefined), { path: ['schooljaar'], error: 'kies een schooljaar of een tijdvak, niet allebei' });

/**
 * `GET /api/kaart/<proces>`: de cijfers van een proces (domein/kaart/kaart.ts zegt wat elk veld is), met het filter in het adres.
 * `GET /api/kaart`: waaruit te kiezen is. Verkeerd filter: 400 met een zin per veld; onbekend proces: 404.
 */
export function kaartApi({ register, engine, klok }: { register: Register; engine: Beslissen; klok: Klok }): Router {
  const router = Router();
  const normen = makeNormen(engine, klok);
  router.get('/api/kaart', async (_vraag, antwoord) => {
    antwoord.json({ ...(await leesKeuzes(register.db)), routes: ROUTES.map((r) => r.proces), versheid: await leesVersheid(register.db, klok) });
  });
  router.get('/api/kaart/:proces', async (vraag, antwoord) => {
    const filter = kaartfilter.safeParse(vraag.query);
    if (!filter.success) {
      const fouten = filter.error.issues.map((kwestie) => ({ veld: kwestie.path.join('.'), melding: kwestie.path.length === 0 ? `${kwestie.message}.` : `Bij ${kwestie.path.join('.')} ${kwestie.message}.` }));
      antwoord.status(400).type('application/problem+json').json({ type: 'about:blank', title: 'Dit filter klopt niet', status: 400, detail: fouten.map((f) => f.melding).join(' '), errors: fouten });
      return;
    }
    const kaart = await leesKaart({ db: register.db, klok, normen }, String(vraag.params['proces']), filter.data);
    if (kaart === undefined) antwoord.status(404).type('application/problem+json').json({ type: 'about:blank', title: 'Niet gevonden', status: 404, detail: 'Er is geen proces met deze naam.' });
    else antwoord.json(kaart);
  });
  return router;
}
