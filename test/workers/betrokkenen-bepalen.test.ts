import { beforeEach, expect, test } from 'vitest';
import { makeBetrokkenenBepalen } from '../../workers/betrokkenen-bepalen.ts';
import { rolVanGroep } from '../../domein/casus/rollen.ts';
import { makeCasusLezen } from '../../workers/casus-lezen.ts';
import { makeMeldingVersturen } from '../../workers/melding-versturen.ts';
import { open } from '../helpers/casus.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { fakeTakenbord } from '../helpers/takenbord.ts';
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

const taak = (key: string, groep: string, assignee: string | null = null, elementId = 'een_taak') => ({ key, elementId, casusId, assignee, groepen: [groep] });

test('de open taken van leerplicht en jeugdteam gaan mee, die van de school niet', async () => {
  const bord = fakeTakenbord([taak('1', 'leerplichtambtenaar-sliedrecht', 'oude.ambtenaar'), taak('2', 'ib-er-10AB', 'ib'), { ...taak('3', 'leerplichtambtenaar-sliedrecht'), casusId: crypto.randomUUID() }]);
  await runWorker(makeBetrokkenenBepalen({ ...bank.deps(), takenbord: bord }), { casusId, nieuweGemeente: 'Dordrecht' });
  expect(bord.taken.map((t) => [t.groepen[0], t.assignee])).toEqual([['leerplichtambtenaar-dordrecht', null], ['ib-er-10AB', 'ib'], ['leerplichtambtenaar-sliedrecht', null]]);
});

test('een taak die bij het SWV lag omdat de gemeente geen adres had, gaat naar de nieuwe gemeente; de eigen taken van het SWV blijven', async () => {
  const bord = fakeTakenbord([taak('1', 'contactpersoon-swv', 'nina', 'CA_14_4'), taak('2', 'contactpersoon-swv', 'nina', 'GK_hand')]);
  await runWorker(makeBetrokkenenBepalen({ ...bank.deps(), takenbord: bord }), { casusId, nieuweGemeente: 'Dordrecht' });
  expect(bord.taken.map((t) => [t.groepen[0], t.assignee])).toEqual([['leerplichtambtenaar-dordrecht', null], ['contactpersoon-swv', 'nina']]);
});

test('zonder eigen adres van de gemeente zeggen mail en taak bij wie dit nu ligt', async () => {
  const opmerking = 'Voor deze gemeente staat niemand in de adreslijst.';
  const engine = fakeEngine({ adressen: { leerplichtambtenaar: { email: 'contactpersoon@swv.example', userId: 'nina', groep: 'contactpersoon-swv', opmerking } } });
  const { groepen } = await runWorker(makeBetrokkenenBepalen(bank.deps(engine)), { casusId, nieuweGemeente: 'Anders' });
  expect(groepen).toMatchObject({ leerplichtambtenaar: 'contactpersoon-swv' });
  await runWorker(makeMeldingVersturen(bank.deps(engine)), { casusId, gegevens: { rol: 'leerplichtambtenaar', stap: 'CA-14-4' } }, { headers: { meldingen: 'N-29' } });
  expect((await bank.register.db.selectFrom('uitgaand').selectAll().executeTakeFirst())?.tekst).toMatch(new RegExp(`^${opmerking}`));
  const lezen = (rol: string) => runWorker(makeCasusLezen(bank.deps(engine)), { casusId, rol });
  expect(await lezen('leerplichtambtenaar')).toMatchObject({ toelichtingTaak: opmerking, personen: { leerplichtambtenaar: 'nina' }, groepen: { leerplichtambtenaar: 'contactpersoon-swv' } });
  expect(await lezen('ib-er')).not.toHaveProperty('toelichtingTaak');
  const verkeerd = fakeEngine({ adressen: { leerplichtambtenaar: { email: 'contactpersoon@swv.example', userId: 'onbekend', groep: 'contactpersoon-swv', opmerking } } });
  const taak = await runWorker(makeCasusLezen(bank.deps(verkeerd)), { casusId, rol: 'leerplichtambtenaar' });
  expect(taak).toMatchObject({ toelichtingTaak: expect.stringMatching(/niemand in de adreslijst\.\n\nIn de adreslijst .* gebruikersnaam die niet bestaat/), personen: { leerplichtambtenaar: '' } });
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
