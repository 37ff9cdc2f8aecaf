import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { maakOverzetten } from '../../engine/migreren/opdracht.ts';
import { leesModel } from '../../engine/migreren/model.ts';
import { leesModellen, rolUit } from '../../engine/uitrollen.ts';
import { maakVerbinding } from '../../engine/verbinding.ts';
import { preludeA } from './hulp/prelude.ts';
import { startformulier } from './hulp/startformulier.ts';
import { Proef } from './hulp/proef.ts';

let proef: Proef;
const zeebe = maakVerbinding({ grpcAdres: process.env['TEST_ZEEBE_GRPC']!, restAdres: process.env['TEST_ZEEBE_REST']! });
beforeAll(async () => { proef = await Proef.start(); });
afterEach(() => proef.ruimOp());
afterAll(async () => { await proef.stop(); await zeebe.close(); });

test('verken', async () => {
  const b = await leesModellen();
  const v1 = await rolUit(zeebe, b);
  console.log(v1.slice(0, 3), v1.find((u) => u.id === 'kernteam'));
  const b2 = b.map((x) => x.naam === 'gesprek-ouders.form' ? { ...x, inhoud: Buffer.from(x.inhoud.toString() + '\n') } : x);
  const v2 = await rolUit(zeebe, b2);
  console.log('na formulier', v2.filter((u) => v1.find((o) => o.id === u.id && o.versie !== u.versie)).map((u) => u.id).length, 'van', v2.length);
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startformulier());
  console.log(casus.teDoen(), proef.beeld.instanties.actief(casus.instantie));
  const b3 = b.map((x) => x.naam === 'kernteam.bpmn' ? { ...x, inhoud: Buffer.from(x.inhoud.toString().replace('name="Met ouders spreken"', 'name="Met ouders en kind spreken"')) } : x);
  const v3 = await rolUit(zeebe, b3);
  const m = await leesModel(b3.find((x) => x.naam === 'kernteam.bpmn')!.inhoud.toString());
  const doel = v3.find((u) => u.id === 'kernteam')!.sleutel;
  const zet = maakOverzetten(zeebe);
  const ids = (f: (s: string) => boolean) => [...m.values()].filter((o) => f(o.soort)).map(({ id }) => ({ sourceElementId: id, targetElementId: id }));
  console.log('alles', await zet(casus.instantie, doel, ids((s) => s !== 'Process')));
  console.log(proef.beeld.instanties.lopend.get(casus.instantie));
  console.log('nog eens', await zet(casus.instantie, doel, ids((s) => s !== 'Process')));
  await proef.rust();
  console.log('nog eens', await zet(casus.instantie, doel, ids((s) => s !== 'Process')));
  console.log(casus.teDoen(), proef.beeld.instanties.actief(casus.instantie), proef.beeld.instanties.lopend.get(casus.instantie));
  await rolUit(zeebe, b);
});
