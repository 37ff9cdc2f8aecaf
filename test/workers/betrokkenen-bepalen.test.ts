import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { maakBetrokkenenBepalen } from '../../workers/betrokkenen-bepalen.ts';
import { rolVanGroep } from '../../domein/casus/rollen.ts';
import { maakMeldingVersturen } from '../../workers/melding-versturen.ts';
import { open } from '../helpers/casus.ts';
import { draai, opdracht, openWerkbank, type Werkbank } from '../helpers/worker.ts';

let bank: Werkbank;
let casusId: string;
beforeAll(async () => void (bank = await openWerkbank()), 60_000);
beforeEach(async () => {
  await bank.leeg();
  ({ casusId } = await open(bank.register));
});
afterAll(() => bank.sluit());

test('de groepen van de nieuwe gemeente; de school houdt de hare; herhalen geeft hetzelfde', async () => {
  const zelfde = opdracht({ type: 'betrokkenen-bepalen' });
  const uit = await draai(maakBetrokkenenBepalen(bank.deps()), { casusId, nieuweGemeente: 'Dordrecht' }, { opdracht: zelfde });
  expect(uit).toMatchObject({ groepen: { leerplichtambtenaar: 'leerplichtambtenaar-dordrecht', ibEr: 'ib-er-10AB' } });
  expect(await draai(maakBetrokkenenBepalen(bank.deps()), { casusId, nieuweGemeente: 'Dordrecht' }, { opdracht: zelfde })).toEqual(uit);
  expect(await bank.register.db.selectFrom('leerling').select('woongemeente').executeTakeFirst()).toEqual({ woongemeente: 'Dordrecht' });
});

test('N-30 bereikt daarna de nieuwe én de vorige leerplichtambtenaar', async () => {
  await draai(maakBetrokkenenBepalen(bank.deps()), { casusId, nieuweGemeente: 'Dordrecht' });
  await draai(maakMeldingVersturen(bank.deps()), { casusId }, { koppen: { meldingen: 'N-30' } });
  const post = await bank.register.db.selectFrom('uitgaand').select(['aanRol', 'adres']).orderBy('aanRol').execute();
  expect(post).toEqual([
    { aanRol: 'leerplichtambtenaar', adres: 'leerplicht.dordrecht@example.org' },
    { aanRol: 'vorige-leerplichtambtenaar', adres: 'leerplicht.sliedrecht@example.org' },
  ]);
});

test.each([['ib-er-10AB', 'ib-er'], ['regisseur-swv', 'regisseur-swv'], ['schoolbestuur-10AB', 'schoolbestuur'], ['leerplichtambtenaar-hendrik-ido-ambacht', 'leerplichtambtenaar'], ['directeur-sbo', 'directeur-sbo'], ['onbekend', undefined]])('groep %s hoort bij rol %s', (groep, rol) => {
  expect(rolVanGroep(groep)).toBe(rol);
});
