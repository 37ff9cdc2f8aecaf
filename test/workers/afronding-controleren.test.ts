import { beforeEach, expect, test } from 'vitest';
import { makeAfrondingControleren } from '../../workers/afronding-controleren.ts';
import { makeCasusRegistreren } from '../../workers/casus-registreren.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
});

const status = async () => bank.register.db.selectFrom('casus').select(['status', 'eindDatum', 'reden']).executeTakeFirst();

test('met een geopend logboek volgt de volledige afsluiting', async () => {
  await runWorker(makeCasusRegistreren(bank.deps()), { casusId });
  expect(await runWorker(makeAfrondingControleren(bank.deps()), { casusId, afronding: { reden: 'VERZUIM_GESTOPT' } })).toEqual({ registratieGestart: true });
  expect(await status()).toMatchObject({ status: 'open' });
});

test('zonder logboek wordt de casus hier gesloten, zodat het kind later opnieuw kan worden aangemeld', async () => {
  expect(await runWorker(makeAfrondingControleren(bank.deps()), { casusId, afronding: { reden: 'UITGESCHREVEN_VERHUISD', einddatum: '2025-09-07' } })).toEqual({ registratieGestart: false });
  expect(await status()).toEqual({ status: 'afgesloten', eindDatum: '2025-09-07', reden: 'UITGESCHREVEN_VERHUISD' });
});

test('zonder gegevens over de afronding telt vandaag', async () => {
  await runWorker(makeAfrondingControleren(bank.deps()), { casusId, afronding: null });
  expect(await status()).toEqual({ status: 'afgesloten', eindDatum: '2025-09-08', reden: 'VERZUIM_GESTOPT' });
});
