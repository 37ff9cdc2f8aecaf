import { beforeEach, expect, test } from 'vitest';
import { makeBetrokkenenBepalen } from '../../workers/betrokkenen-bepalen.ts';
import { rolVanGroep } from '../../domein/casus/rollen.ts';
import { makeMeldingVersturen } from '../../workers/melding-versturen.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, makeJob, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
});

test('de groepen van de nieuwe gemeente; de school houdt de hare; herhalen geeft hetzelfde', async () => {
  const zelfde = makeJob({ type: 'betrokkenen-bepalen' });
  const uit = await runWorker(makeBetrokkenenBepalen(bank.deps()), { casusId, nieuweGemeente: 'Dordrecht' }, zelfde);
  expect(uit).toMatchObject({ groepen: { leerplichtambtenaar: 'leerplichtambtenaar-dordrecht', ibEr: 'ib-er-10AB' } });
  expect(await runWorker(makeBetrokkenenBepalen(bank.deps()), { casusId, nieuweGemeente: 'Dordrecht' }, zelfde)).toEqual(uit);
  expect(await bank.register.db.selectFrom('leerling').select('woongemeente').executeTakeFirst()).toEqual({ woongemeente: 'Dordrecht' });
});

test('N-30 bereikt daarna de nieuwe én de vorige leerplichtambtenaar', async () => {
  await runWorker(makeBetrokkenenBepalen(bank.deps()), { casusId, nieuweGemeente: 'Dordrecht' });
  await runWorker(makeMeldingVersturen(bank.deps()), { casusId }, { headers: { meldingen: 'N-30' } });
  const post = await bank.register.db.selectFrom('uitgaand').select(['aanRol', 'adres']).orderBy('aanRol').execute();
  expect(post).toEqual([
    { aanRol: 'leerplichtambtenaar', adres: 'leerplicht.dordrecht@example.org' },
    { aanRol: 'vorige-leerplichtambtenaar', adres: 'leerplicht.sliedrecht@example.org' },
  ]);
});

test.each([['ib-er-10AB', 'ib-er'], ['regisseur-swv', 'regisseur-swv'], ['schoolbestuur-10AB', 'schoolbestuur'], ['leerplichtambtenaar-hendrik-ido-ambacht', 'leerplichtambtenaar'], ['directeur-sbo', 'directeur-sbo'], ['onbekend', undefined]])('groep %s hoort bij rol %s', (groep, rol) => {
  expect(rolVanGroep(groep)).toBe(rol);
});
