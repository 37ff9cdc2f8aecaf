import { beforeEach, describe, expect, it } from 'vitest';
import { bewaarThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { leesThuisperioden } from '../../registratie/thuisperiode-lezen.ts';
import { makeAfrondingControleren } from '../../workers/afronding-controleren.ts';
import { plusDagen, type Datum } from '../../domein/kalender/datum.ts';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { registreer } from '../helpers/casus.ts';
import { setupVerzuim } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let zaak: Awaited<ReturnType<typeof setupVerzuim>>;
beforeEach(async () => void (zaak = await setupVerzuim(bank)));

const kalender = schoolkalenders()('10AB');
/** De schooldagen van deze tot en met die dag, elk een hele dag thuis. */
function thuis(van: Datum, tot: Datum, dagdelen = 2): Record<string, unknown>[] {
  const dagen: Datum[] = [];
  for (let dag = van; dag <= tot; dag = plusDagen(dag, 1)) if (kalender.isSchooldag(dag)) dagen.push(dag);
  return dagen.map((datum) => ({ datum, dagdelen, uren: 2.5 * dagdelen, soort: 'ZIEKTE' }));
}
const opgave = async (peildatum: Datum, regels: Record<string, unknown>[], meer: Record<string, unknown> = {}): Promise<void> => {
  bank.klok.zet(`${peildatum}T16:00:00+02:00`);
  await zaak.stand(peildatum, { regels, ...meer });
};
const geenVerzuim = (vrijdag: Datum) => opgave(vrijdag, [], { geenVerzuim: true, week: plusDagen(vrijdag, -4) });
const perioden = async () => (await leesThuisperioden(bank.register.db, zaak.casusId)).map(({ eersteDag, eindDag, eindeReden }) => ({ eersteDag, eindDag, eindeReden }));
const loopt = (eersteDag: Datum) => ({ eersteDag, eindDag: null, eindeReden: null });
const sluit = async (reden: string, op: Datum): Promise<void> => {
  bank.klok.zet(`${op}T16:00:00+02:00`);
  await runWorker(makeAfrondingControleren(bank.deps()), { casusId: zaak.casusId, afronding: { reden, datumVolledigTerug: op } });
};

describe('errata §3, D-07 thuiszitter_sinds: een periode thuis begint op de eerste dag', () => {
  it('drie dagen in een week is nog geen periode, meer dan drie wel', async () => {
    await opgave('2025-09-12', thuis('2025-09-10', '2025-09-12'));
    expect(await perioden()).toEqual([]);
    await opgave('2025-09-19', thuis('2025-09-15', '2025-09-18'));
    expect(await perioden()).toEqual([loopt('2025-09-10')]);
  });

  it('een halve dag ervoor hoort er niet bij, en een eerdere opgave die later komt wel', async () => {
    await opgave('2025-09-19', [...thuis('2025-09-12', '2025-09-12', 1), ...thuis('2025-09-15', '2025-09-18')]);
    expect(await perioden()).toEqual([loopt('2025-09-15')]);
    await opgave('2025-09-19', thuis('2025-09-08', '2025-09-12'));
    expect(await perioden()).toEqual([loopt('2025-09-08')]);
  });

  it('verbetert de school haar opgave, dan was er geen periode', async () => {
    await opgave('2025-09-19', thuis('2025-09-15', '2025-09-19'));
    await opgave('2025-09-19', thuis('2025-09-15', '2025-09-19', 0).map((regel) => ({ ...regel, uren: 0 })));
    expect(await perioden()).toEqual([]);
  });
});

describe('errata §3: een brugplaats, een vakantie, een betere week of een week zonder opgave eindigt haar niet', () => {
  it('de herfstvakantie telt door', async () => {
    await opgave('2025-10-17', thuis('2025-10-13', '2025-10-17'));
    await opgave('2025-10-31', thuis('2025-10-27', '2025-10-31'));
    expect(await perioden()).toEqual([loopt('2025-10-13')]);
  });

  it('een week met minder dagen thuis, en een week waar niemand iets over zei', async () => {
    await opgave('2025-09-19', thuis('2025-09-15', '2025-09-19'));
    await opgave('2025-09-26', thuis('2025-09-22', '2025-09-22'));
    await opgave('2025-10-10', thuis('2025-10-06', '2025-10-10'));
    expect(await perioden()).toEqual([loopt('2025-09-15')]);
  });

  it('een week naar de brugplaats zonder verzuim', async () => {
    await opgave('2025-09-19', thuis('2025-09-15', '2025-09-19'));
    await registreer(bank.register, zaak.casusId);
    await bank.register.db.updateTable('thuiszittersregistratie').set({ brugStart: '2025-09-22', brugEind: '2025-11-14' }).execute();
    await geenVerzuim('2025-09-26');
    expect(await perioden()).toEqual([loopt('2025-09-15')]);
  });

  it('na vier weken thuis ook niet door een week op school: D-06 r5, een kind van 200 dagen verdwijnt niet', async () => {
    await opgave('2025-10-17', thuis('2025-09-08', '2025-10-17'));
    await geenVerzuim('2025-10-31');
    expect(await perioden()).toEqual([loopt('2025-09-08')]);
  });

  it('wie binnen vier weken weer een hele week elke dag op school was, was geen thuiszitter; weer thuis is een nieuwe periode', async () => {
    await opgave('2025-09-19', thuis('2025-09-15', '2025-09-19'));
    await geenVerzuim('2025-09-26');
    const voorbij = { eersteDag: '2025-09-15', eindDag: '2025-09-22', eindeReden: 'WEER_OP_SCHOOL' };
    expect(await perioden()).toEqual([voorbij]);
    await opgave('2025-10-10', thuis('2025-10-06', '2025-10-10'));
    expect(await perioden()).toEqual([voorbij, loopt('2025-10-06')]);
  });
});

describe('errata §3: alleen het echte begin van een blijvend aanbod eindigt haar', () => {
  beforeEach(() => opgave('2025-10-17', thuis('2025-09-08', '2025-10-17')));

  it('de klok stopt op de dag dat het kind volledig terug is, met de reden', async () => {
    await sluit('VERZUIM_GESTOPT', '2025-10-27');
    expect(await perioden()).toEqual([{ eersteDag: '2025-09-08', eindDag: '2025-10-27', eindeReden: 'VERZUIM_GESTOPT' }]);
  });

  it('wie kort erna weer thuis is had geen blijvend aanbod: dezelfde klok loopt door', async () => {
    await sluit('VERZUIM_GESTOPT', '2025-10-27');
    await opgave('2025-11-14', thuis('2025-11-10', '2025-11-14'));
    expect(await perioden()).toEqual([loopt('2025-09-08')]);
    await opgave('2025-11-21', thuis('2025-11-17', '2025-11-21'));
    expect(await perioden()).toEqual([loopt('2025-09-08')]);
  });

  it('wie maanden later weer thuis is begint een nieuwe periode: de maanden op school waren geen thuiszitten', async () => {
    await sluit('PASSEND_AANBOD_GEREALISEERD', '2025-10-27');
    await opgave('2026-02-06', thuis('2026-02-02', '2026-02-06'));
    expect(await perioden()).toEqual([{ eersteDag: '2025-09-08', eindDag: '2025-10-27', eindeReden: 'PASSEND_AANBOD_GEREALISEERD' }, loopt('2026-02-02')]);
  });
});

it('een kind dat op geen school staat houdt zijn klok van dag één, ook zonder verzuim', async () => {
  await bank.register.transaction((tx) => bewaarThuisperiode(tx, zaak.casusId, { eersteDag: '2025-09-15', nergensIngeschrevenSinds: '2025-09-15', eindDag: null, eindeReden: null }, bank.klok.nu()));
  await opgave('2025-09-19', thuis('2025-09-16', '2025-09-16'));
  expect(await perioden()).toEqual([loopt('2025-09-15')]);
  await opgave('2025-09-26', thuis('2025-09-08', '2025-09-12'));
  await geenVerzuim('2025-10-03');
  expect(await perioden()).toEqual([loopt('2025-09-08')]);
});
