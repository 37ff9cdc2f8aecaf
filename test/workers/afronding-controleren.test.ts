import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { maakAfrondingControleren } from '../../workers/afronding-controleren.ts';
import { maakCasusRegistreren } from '../../workers/casus-registreren.ts';
import { open } from '../helpers/casus.ts';
import { draai, openWerkbank, type Werkbank } from '../helpers/worker.ts';

let bank: Werkbank;
let casusId: string;
beforeAll(async () => void (bank = await openWerkbank()), 60_000);
beforeEach(async () => {
  await bank.leeg();
  ({ casusId } = await open(bank.register));
});
afterAll(() => bank.sluit());

const status = async () => bank.register.db.selectFrom('casus').select(['status', 'eindDatum', 'reden']).executeTakeFirst();

test('met een geopend logboek volgt de volledige afsluiting', async () => {
  await draai(maakCasusRegistreren(bank.deps()), { casusId, leerlingStatus: { leerplichtig: true } });
  expect(await draai(maakAfrondingControleren(bank.deps()), { casusId, afronding: { reden: 'VERZUIM_GESTOPT' } })).toEqual({ registratieGestart: true });
  expect(await status()).toMatchObject({ status: 'open' });
});

test('zonder logboek wordt de casus hier gesloten, zodat het kind later opnieuw kan worden aangemeld', async () => {
  expect(await draai(maakAfrondingControleren(bank.deps()), { casusId, afronding: { reden: 'UITGESCHREVEN_VERHUISD', einddatum: '2025-09-07' } })).toEqual({ registratieGestart: false });
  expect(await status()).toEqual({ status: 'afgesloten', eindDatum: '2025-09-07', reden: 'UITGESCHREVEN_VERHUISD' });
});

test('zonder gegevens over de afronding telt vandaag', async () => {
  await draai(maakAfrondingControleren(bank.deps()), { casusId, afronding: null });
  expect(await status()).toEqual({ status: 'afgesloten', eindDatum: '2025-09-08', reden: 'VERZUIM_GESTOPT' });
});
