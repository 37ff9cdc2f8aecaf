import { describe, expect, it } from 'vitest';
import { PermanentError } from '../../domein/errors.ts';
import { makeVerzuimstandControleren } from '../../workers/verzuimstand-controleren.ts';
import { makeVerzuimVerwerken } from '../../workers/verzuim-verwerken.ts';
import { AS03, setupVerzuim, vermoedelijk } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = (geboortedatum?: string) => setupVerzuim(bank, geboortedatum);

describe('verzuim-verwerken', () => {
  it('dezelfde opdracht nog eens geeft dezelfde uitkomst en zet niets terug', async () => {
    const { stand, db } = await setup();
    const job = { elementInstanceKey: '77' };
    const regels = [...AS03, vermoedelijk('2025-09-17', 5, 2)];
    const eerste = await stand('2025-09-19', { regels }, job);
    await stand('2025-09-19', { regels: [vermoedelijk('2025-09-15', 2.5, 1)] });
    expect(await stand('2025-09-19', { regels }, job)).toEqual(eerste);
    expect(await db.selectFrom('verzuimRegel').select('uren').where('datum', '=', '2025-09-15').executeTakeFirst()).toEqual({ uren: 2.5 });
  });

  it('twee standen tegelijk geven samen één keer de grond', async () => {
    const { stand } = await setup();
    const regels = [...AS03, vermoedelijk('2025-09-17', 5, 2)];
    const uitkomsten = await Promise.all([stand('2025-09-19', { regels }), stand('2025-09-19', { regels })]);
    expect(uitkomsten.flatMap((u) => u.gronden)).toEqual(['ZESTIEN_UUR_4WK']);
  });

  it('een grond waarvan de taak verdwenen is komt na vier lesweken terug', async () => {
    const { stand } = await setup();
    const regels = [...AS03, vermoedelijk('2025-09-17', 5, 2)];
    expect((await stand('2025-09-19', { regels })).gronden).toEqual(['ZESTIEN_UUR_4WK']);
    const nieuw = ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02'].map((d) => vermoedelijk(d, 5, 2));
    expect((await stand('2025-10-03', { regels: nieuw })).gronden).toEqual([]);
    expect((await stand('2025-10-17')).gronden).toEqual(['ZESTIEN_UUR_4WK']);
  });

  it('AS-04: de escalatie geeft een grond, en laat de uren staan', async () => {
    const { stand, meld } = await setup();
    await stand('2025-09-19', { regels: AS03 });
    const gesprek = await stand('2025-09-29', { escalatiegesprekGevoerd: true, tweeWekenGroteMoeite: null });
    expect(gesprek.gronden).toEqual(['ESCALATIE_THUIS']);
    await meld(['ESCALATIE_THUIS'], { periodeVan: '2025-09-01', periodeTot: '2025-09-29', urenOngeoorloofd: 15.75, aantalTeLaat: 0 });
    expect((await stand('2025-10-03', { regels: [vermoedelijk('2025-10-01', 0.25, 0)] })).gronden).toEqual(['ZESTIEN_UUR_4WK']);
  });

  it('een feit uit de route geeft zijn grond, en laat de dagen, de uren en de vraag van de week van de school', async () => {
    const { stand, db, deps, casusId, klok } = await setup();
    await stand('2025-09-19', { regels: AS03, tweeWekenGroteMoeite: true });
    klok.zet('2025-10-07T10:00:00+02:00');
    const feit = async (invoer: Record<string, unknown>) => (await runWorker(makeVerzuimVerwerken(deps), { casusId, verzuimInvoer: invoer })).verzuim as Record<string, unknown>;
    expect(await feit({ jgzGeenGehoor: true })).toMatchObject({ jgzGeenGehoor: true, peildatum: '2025-09-19', dagenThuisWeek: 3, urenOngeoorloofd4wk: 15.75, tweeWekenGroteMoeite: true });
    expect((await feit({ jgzGeenGehoor: true })).openGronden).toEqual(['GEEN_GEHOOR_JEUGDARTS']);
    expect(await feit({ escalatiegesprekGevoerd: true })).toMatchObject({ escalatiegesprekGevoerd: true, peildatum: '2025-09-19' });
    expect(await db.selectFrom('verzuimstand').select(['peildatum', 'jgzGeenGehoor']).execute()).toEqual([{ peildatum: '2025-09-19', jgzGeenGehoor: false }]);
    expect(await db.selectFrom('openGrond').select(['grond', 'sinds']).orderBy('grond').execute()).toEqual([
      { grond: 'ESCALATIE_THUIS', sinds: '2025-10-07' }, { grond: 'GEEN_GEHOOR_JEUGDARTS', sinds: '2025-10-07' },
    ]);
    expect((await runWorker(makeVerzuimstandControleren(deps), { casusId })).standRecent).toBe(false);
  });

  it('een opgave zonder peildatum en zonder feit is geen opgave', async () => {
    const { deps, casusId } = await setup();
    await expect(runWorker(makeVerzuimVerwerken(deps), { casusId, verzuimInvoer: { regels: [] } })).rejects.toThrow('peildatum');
  });

  it('wat de school niet opnieuw invult blijft staan', async () => {
    const { stand } = await setup();
    await stand('2025-09-19', { tweeWekenGroteMoeite: true });
    expect((await stand('2025-09-22', { jgzGeenGehoor: true, regels: null })).verzuim).toMatchObject({ tweeWekenGroteMoeite: true, jgzGeenGehoor: true });
    expect((await stand('2025-09-23', { tweeWekenGroteMoeite: false })).verzuim.tweeWekenGroteMoeite).toBe(false);
  });

  it('AS-20: een kind van vier geeft geen grond, en na de verjaardag tellen alleen de nieuwe uren', async () => {
    const { stand } = await setup('2020-10-01');
    const regels = [...AS03, vermoedelijk('2025-09-24', 7.5, 2)];
    expect(await stand('2025-09-26', { regels })).toMatchObject({ gronden: [], status: { leeftijd: 4, leerplichtig: false } });
    expect(await stand('2025-10-03', { regels: [vermoedelijk('2025-10-02', 5, 2)] })).toMatchObject({
      gronden: [], status: { leeftijd: 5, leerplichtig: true }, verzuim: { urenOngeoorloofd4wk: 5 },
    });
  });

  it('behoudt de registratiestatus; of er een ontheffing is zegt het register, niet de variabele', async () => {
    const { deps, casusId } = await setup();
    const uit = await runWorker(makeVerzuimVerwerken(deps), { casusId, verzuimInvoer: { peildatum: '2025-09-19' }, leerlingStatus: { registratieStatus: 'DREIGEND_THUISZITTER', ontheffing: true } });
    expect(uit.leerlingStatus).toEqual({ registratieStatus: 'DREIGEND_THUISZITTER', ontheffing: false, leeftijd: 7, leerplichtig: true });
  });

  it('een casus die er niet is geeft een incident', async () => {
    const { deps } = await setup();
    await expect(runWorker(makeVerzuimVerwerken(deps), { casusId: crypto.randomUUID(), verzuimInvoer: { peildatum: '2025-09-19' } })).rejects.toThrow(PermanentError);
  });
});
