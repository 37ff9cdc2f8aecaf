import { beforeEach, describe, expect, it } from 'vitest';
import { hoogPrioriteitenOp } from '../../domein/taken/ophogen.ts';
import { bewaarThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { fakeTakenbord } from '../helpers/takenbord.ts';
import { useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
  await bank.register.transaction((tx) => bewaarThuisperiode(tx, casusId, { eersteDag: '2025-09-01', nergensIngeschrevenSinds: null, eindDag: null, eindeReden: null }, bank.klok.nu()));
});

/** Zoals de tabel: na acht weken 90, na vier weken 75, thuis 60, anders 40. */
const engine = () => ({ ...fakeEngine(), beslis: (id: string, v: Record<string, unknown>) =>
  id === 'taakprioriteit' ? Promise.resolve(v.dagenThuis === null ? 40 : Number(v.dagenThuis) >= 56 ? 90 : Number(v.dagenThuis) >= 28 ? 75 : 60) : fakeEngine().beslis(id, v) });
const taak = (key: string, anders: Record<string, unknown> = {}) => ({ key, elementId: 'KT_07a', casusId, assignee: null, groepen: ['ib-er-10AB'], prioriteit: 60, ...anders });
const stappen = (_proces: string | undefined, elementId: string) => Promise.resolve({ naam: elementId, stappen: [], ...(elementId === 'KT_07a' ? { formulier: 'vooroverleg-escalatie' } : {}) });
const ronde = (dag: string, bord: ReturnType<typeof fakeTakenbord>) => {
  bank.klok.zet(`${dag}T08:00:00Z`);
  return hoogPrioriteitenOp({ ...bank.deps(engine()), stappen }, bord);
};

describe('een open taak wordt dringender als de klok van het kind een grens passeert', () => {
  it('na vier en na acht weken, en nog eens doen verandert niets', async () => {
    const bord = fakeTakenbord([taak('1'), taak('2')]);
    const standen: unknown[] = [];
    for (const dag of ['2025-09-28', '2025-09-29', '2025-09-29', '2025-10-27']) {
      await ronde(dag, bord);
      standen.push(bord.taken.map((t) => t.prioriteit));
    }
    expect(standen).toEqual([[60, 60], [75, 75], [75, 75], [90, 90]]);
  });

  it('wat al zo dringend is wordt niet opnieuw geschreven, en niets wordt minder dringend', async () => {
    const bord = fakeTakenbord([taak('1', { prioriteit: 75 }), taak('2', { prioriteit: 100 })]);
    const geschreven: string[] = [];
    await ronde('2025-09-29', { ...bord, changePriority: async (key) => void geschreven.push(key) });
    expect(geschreven).toEqual([]);
  });

  it('een taak die intussen gedaan is, een taak zonder formulier en een taak van een onbekende casus houden de rest niet op', async () => {
    const bord = fakeTakenbord([taak('1'), taak('2', { elementId: 'iets' }), taak('3', { casusId: '00000000-0000-4000-8000-000000000000' }), taak('4', { casusId: null }), taak('5')]);
    await ronde('2025-09-29', { ...bord, openTasks: async () => [taak('weg'), ...bord.taken] });
    expect(bord.taken.map((t) => t.prioriteit)).toEqual([75, 60, 60, 60, 75]);
  });

  it('een fout bij één kind houdt een ander kind niet op, en de ronde zegt dat er iets misging', async () => {
    const kind = nieuweCasus({}, 'L-ANDER');
    const ander = await open(bank.register, { ...kind, leerling: { ...kind.leerling, roepnaam: 'Fenna' } });
    const bord = fakeTakenbord([taak('1'), taak('2', { casusId: ander.casusId, prioriteit: 10 })]);
    const hapert = { ...bord, changePriority: (key: string, p: number) => (key === '1' ? Promise.reject(new Error('weg')) : bord.changePriority(key, p)) };
    await expect(ronde('2025-09-29', hapert)).rejects.toThrow('weg');
    expect(bord.taken.map((t) => t.prioriteit)).toEqual([60, 40]);
  });

  it('een kind dat van de inschrijving is vrijgesteld maakt zijn taken niet dringender', async () => {
    await bank.register.db.insertInto('vrijstelling').values({ vrijstellingId: '00000000-0000-4000-8000-000000000009', casusId, soort: 'ONTHEFFING', ingangsdatum: '2025-09-15', einddatum: '2026-07-31', uitgeschreven: false, vastgelegdOp: bank.klok.nu(), sleutel: 'v' }).execute();
    const bord = fakeTakenbord([taak('1')]);
    await ronde('2025-10-27', bord);
    expect(bord.taken.map((t) => t.prioriteit)).toEqual([60]);
  });
});
