import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenTask } from '../../engine/reads/reads.ts';
import { noteerOpenTaak, sluitOpenTaak } from '../../registratie/open-taak.ts';
import { makeTakenHerinneren } from '../../workers/taken-herinneren.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  bank.klok.zet('2025-09-10T08:00:00+02:00');
  ({ casusId } = await open(bank.register));
});

const taak = (anders: Partial<OpenTask> = {}): OpenTask => ({
  key: '77', elementInstanceKey: '78', elementId: 'gesprek_ouders', name: 'Met ouders spreken', casusId, uiterlijk: '2025-09-09T17:00:00+02:00', assignee: null, groepen: ['ib-er-10AB'], processInstance: '70', ...anders,
});
const herinner = (...taken: OpenTask[]) => runWorker(makeTakenHerinneren({ ...bank.deps(), takenLezen: { openTasks: async () => taken } }), {});
const post = () => bank.register.db.selectFrom('uitgaand').selectAll().orderBy('id').execute();
const gestuurd = async () => (await post()).map((p) => `${p.melding} ${p.aanRol}`);

describe('herinneren', () => {
  test('vóór de einddatum één keer, met een link naar de taak', async () => {
    bank.klok.zet('2025-09-05T08:00:00+02:00');
    await herinner(taak());
    expect(await post(), 'twee schooldagen ervoor nog niet').toEqual([]);
    bank.klok.zet('2025-09-08T08:00:00+02:00');
    await herinner(taak());
    await herinner(taak());
    bank.klok.zet('2025-09-09T08:00:00+02:00');
    await herinner(taak());
    expect(await gestuurd()).toEqual(['N-29 ib-er']);
    const [mail] = await post();
    expect(mail?.tekst).toContain('moet binnenkort klaar zijn');
    expect(mail?.tekst).toContain('Uiterlijk klaar op: dinsdag 9 september 2025 om 17:00');
    expect(mail?.tekst).toContain('/77');
  });

  test('daarna elke week tot de taak is gedaan, vanaf de tweede ook naar wie erboven staat', async () => {
    for (const dag of ['10', '11', '16', '17', '18', '24']) {
      bank.klok.zet(`2025-09-${dag}T08:00:00+02:00`);
      await herinner(taak());
    }
    expect(await gestuurd()).toEqual([
      'N-29 ib-er',
      'N-29 ib-er', 'N-29b directeur-school-van-herkomst',
      'N-29 ib-er', 'N-29b directeur-school-van-herkomst',
    ]);
    expect((await post())[0]?.tekst).toContain('Moest klaar zijn op: dinsdag 9 september 2025 om 17:00');
  });

  test('een taak die na een verbetering terugkomt begint niet opnieuw bij de eerste herinnering', async () => {
    await herinner(taak());
    await herinner(taak({ key: '87', elementInstanceKey: '88' }));
    expect(await gestuurd()).toEqual(['N-29 ib-er']);
    bank.klok.zet('2025-09-17T08:00:00+02:00');
    await herinner(taak({ key: '97', elementInstanceKey: '98' }));
    expect(await gestuurd()).toContain('N-29b directeur-school-van-herkomst');
  });

  test('wie de taak op naam heeft krijgt de herinnering; onbekend in het register dan de groepen', async () => {
    await herinner(taak({ assignee: 'ib', groepen: ['regisseur-swv'] }), taak({ processInstance: '71', assignee: 'onbekend', groepen: ['regisseur-swv', 'regisseur-schoolbestuur-10AB'] }));
    expect((await post()).map((p) => p.aanRol)).toEqual(['ib-er', 'regisseur-swv', 'regisseur-schoolbestuur']);
  });

  test('errata §2.3: over de meldcode hoort alleen wie de taak heeft, en het bericht noemt de taak niet', async () => {
    const meldcode = taak({ elementId: 'MC_04', name: 'Wegen', groepen: ['ib-er-10AB'] });
    await herinner(meldcode);
    bank.klok.zet('2025-09-17T08:00:00+02:00');
    await herinner(meldcode);
    expect(await gestuurd()).toEqual(['N-59 ib-er', 'N-59 ib-er']);
    for (const { onderwerp, tekst } of await post()) expect(`${onderwerp}${tekst}`).not.toMatch(/wegen|meldcode|veiligheid/i);
  });

  test('zonder datum of zonder casus: geen herinnering', async () => {
    await herinner(taak({ uiterlijk: '2025-09-15T17:00:00+02:00' }), taak({ uiterlijk: null }), taak({ casusId: null }), taak({ casusId: 'geen-uuid' }));
    expect(await post()).toEqual([]);
  });

  test('in het weekend wacht de herinnering tot de volgende schooldag', async () => {
    bank.klok.zet('2025-09-13T08:00:00+02:00');
    await herinner(taak());
    expect(await post()).toEqual([]);
    bank.klok.zet('2025-09-15T08:00:00+02:00');
    await herinner(taak());
    expect(await post()).toHaveLength(1);
  });
});

describe('wat is afgebroken', () => {
  const noteer = (elementInstanceKey: string, geopend = '2025-09-08T09:00:00+02:00') =>
    noteerOpenTaak(bank.register.db, { elementInstanceKey, casusId, stap: 'KT-11a', naam: 'Plan van aanpak maken', uiterlijk: new Date('2025-09-15T17:00:00+02:00'), geopendOp: new Date(geopend) });
  const logboek = () => bank.register.db.selectFrom('logboekRegel').select(['stap', 'actie', 'uitkomst']).where('sleutel', 'like', 'vervallen:%').execute();

  test('staat in het logboek en één keer in een bericht aan de regisseurs', async () => {
    await noteer('101');
    await noteer('102');
    await herinner();
    await herinner();
    expect(await gestuurd()).toEqual(['N-11c regisseur-swv', 'N-11c regisseur-schoolbestuur']);
    expect((await post())[0]?.tekst).toContain('Plan van aanpak maken (KT-11a), moest klaar zijn op maandag 15 september 2025 om 17:00');
    expect(await logboek()).toEqual(Array.from({ length: 2 }, () => ({ stap: 'KT-11a', actie: 'Plan van aanpak maken', uitkomst: 'Niet gedaan en vervallen. Moest klaar zijn op maandag 15 september 2025 om 17:00.' })));
  });

  test('niet wat nog openstaat, wat gedaan is, of wat zo pas openging dat de takenlijst het nog niet kent', async () => {
    await noteer('101');
    await noteer('102');
    await noteer('103', '2025-09-10T07:30:00+02:00');
    await bank.register.transaction((tx) => sluitOpenTaak(tx, '102'));
    await herinner(taak({ elementInstanceKey: '101', uiterlijk: '2025-09-15T17:00:00+02:00' }));
    expect(await post()).toEqual([]);
    expect(await logboek()).toEqual([]);
  });
});
