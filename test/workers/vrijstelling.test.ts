import { expect, test } from 'vitest';
import type { Vrijstellingsoort } from '../../registratie/schema/vrijstelling.ts';
import { leesStand } from '../../domein/casus/stand.ts';
import { makeDuoRegistratieIndienen } from '../../workers/duo-registratie-indienen.ts';
import { makeVrijstellingVastleggen } from '../../workers/vrijstelling-vastleggen.ts';
import { setupVerzuim, vermoedelijk } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const WEEK = ['2025-09-08', '2025-09-09', '2025-09-10', '2025-09-11'].map((d) => vermoedelijk(d, 5, 2));
const verleen = (casusId: string, soort: Vrijstellingsoort, ingangsdatum: string, einddatum: string, uitgeschreven = false) =>
  runWorker(makeVrijstellingVastleggen(bank.deps()), { casusId, vrijstelling: { besluit: 'VERLEEND', soort, ingangsdatum, einddatum, uitgeschreven } });
const ontheffing = async (casusId: string) => ((await leesStand(bank.deps(), casusId)).leerlingStatus as { ontheffing: boolean }).ontheffing;

test('errata §1 CA-11: over dagen met een vrijstelling van schoolbezoek wordt niets gemeld, over andere dagen wel, en de dagen thuis tellen', async () => {
  const { stand, casusId } = await setupVerzuim(bank);
  expect((await stand('2025-09-12', { regels: WEEK })).gronden).toEqual(['ZESTIEN_UUR_4WK']);
  await bank.register.db.deleteFrom('openGrond').execute();
  await verleen(casusId, 'VRIJSTELLING_SCHOOLBEZOEK', '2025-09-09', '2025-09-10');
  const { verzuim, gronden } = await stand('2025-09-12', { regels: WEEK });
  expect(gronden).toEqual([]);
  expect(verzuim).toMatchObject({ urenOngeoorloofd4wk: 10, dagenThuisWeek: 4 });
  await runWorker(makeDuoRegistratieIndienen(bank.deps()), { casusId, leerlingStatus: { leerplichtig: true } });
  const regels = await bank.register.db.selectFrom('logboekRegel').select('uitkomst').where('actie', '=', 'Verzuim geregistreerd bij DUO').execute();
  expect(regels.at(-1)?.uitkomst, 'ook de registratie telt die dagen niet').toBe('Dagen met verzuim: 2');
});

test('errata §3: alleen een vrijstelling van de inschrijving maakt vrijgesteld, en alleen zolang zij geldt', async () => {
  const { casusId } = await setupVerzuim(bank);
  await verleen(casusId, 'VRIJSTELLING_SCHOOLBEZOEK', '2025-09-01', '2025-12-31');
  bank.klok.zet('2025-09-12T09:00:00+02:00');
  expect(await ontheffing(casusId)).toBe(false);
  await verleen(casusId, 'VRIJSTELLING_INSCHRIJVING', '2025-09-15', '2025-10-31', true);
  expect(await ontheffing(casusId), 'zij gaat nog in').toBe(false);
  bank.klok.zet('2025-10-31T09:00:00+01:00');
  expect(await ontheffing(casusId)).toBe(true);
  bank.klok.zet('2025-11-01T09:00:00+01:00');
  expect(await ontheffing(casusId), 'en is dan voorbij').toBe(false);
});

test('dezelfde opdracht nog eens geeft één vrijstelling', async () => {
  const { casusId } = await setupVerzuim(bank);
  for (let i = 0; i < 2; i += 1) await runWorker(makeVrijstellingVastleggen(bank.deps()), { casusId, vrijstelling: { soort: 'ONTHEFFING', ingangsdatum: '2025-09-15', einddatum: '2026-07-31' } }, { elementInstanceKey: '5' });
  expect(await bank.register.db.selectFrom('vrijstelling').selectAll().execute()).toHaveLength(1);
});
