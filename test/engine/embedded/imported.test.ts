import { afterEach, expect, test } from 'vitest';
import { wachtTotIngelezen } from '../../../engine/embedded/imported.ts';
import { StartFout } from '../../../engine/embedded/start-error.ts';
import { startStandIn, type Antwoord } from '../helpers/webserver.ts';

const UITGEROLD = [
  { soort: 'proces', id: 'kernteam', versie: 1, sleutel: '11' },
  { soort: 'beslissing', id: 'termijnen', versie: 1, sleutel: '12' },
  { soort: 'formulier', id: 'gesprek-ouders', versie: 1, sleutel: '13' },
] as const;
const leeft = new Promise<StartFout>(() => undefined);
let index: Awaited<ReturnType<typeof startStandIn>>;
afterEach(() => index.stop());

/** De zoekindex van Tasklist, die na een aantal vragen alles kent. */
async function zoekindex(...antwoorden: Antwoord[]): Promise<string> {
  index = await startStandIn(() => antwoorden[Math.min(index.verzoeken.length, antwoorden.length) - 1] as Antwoord);
  return index.url;
}

test('wacht tot Tasklist elk proces en elk formulier kan vinden, en vraagt niet naar beslistabellen', async () => {
  const opensearchUrl = await zoekindex({ status: 503, json: {} }, { json: { count: 0 } }, { json: { count: 1 } }, { json: { count: 2 } });
  const gemeld: string[] = [];
  await wachtTotIngelezen({ opensearchUrl, uitgerold: UITGEROLD, gestorven: leeft, meld: (regel) => gemeld.push(regel) });
  expect(index.verzoeken).toHaveLength(4);
  expect(index.verzoeken[0]?.inhoud).toEqual({ query: { ids: { values: ['11', '13'] } } });
  expect(gemeld).toEqual([expect.stringContaining('leest de nieuwe modellen')]);
});

test('is er niets nieuws, dan is één vraag genoeg en wordt er niets gemeld', async () => {
  const opensearchUrl = await zoekindex({ json: { count: 2 } });
  const gemeld: string[] = [];
  await wachtTotIngelezen({ opensearchUrl, uitgerold: UITGEROLD, gestorven: leeft, meld: (regel) => gemeld.push(regel) });
  expect(index.verzoeken).toHaveLength(1);
  expect(gemeld).toEqual([]);
});

test('duurt het te lang, dan zegt de start wat er aan de hand is', async () => {
  const opensearchUrl = await zoekindex({ json: { count: 1 } });
  const poging = wachtTotIngelezen({ opensearchUrl, uitgerold: UITGEROLD, gestorven: leeft, termijnMs: 10 });
  await expect(poging).rejects.toThrow(StartFout);
  await expect(poging).rejects.toThrow(/nog niet ingelezen/);
});

test('een JVM die sterft en Ctrl-C breken het wachten af', async () => {
  const opensearchUrl = await zoekindex({ json: { count: 0 } });
  const dood = new StartFout('webapps is gestopt.');
  await expect(wachtTotIngelezen({ opensearchUrl, uitgerold: UITGEROLD, gestorven: Promise.resolve(dood) })).rejects.toBe(dood);
  await expect(wachtTotIngelezen({ opensearchUrl, uitgerold: UITGEROLD, gestorven: leeft, signaal: AbortSignal.abort(new Error('gestopt')) })).rejects.toThrow('gestopt');
});
