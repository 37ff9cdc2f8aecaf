import { describe, expect, it } from 'vitest';
import { BusinessError } from '../../domein/errors.ts';
import { registreer } from '../helpers/casus.ts';
import { AS03, setupVerzuim, teLaat, vermoedelijk } from '../helpers/verzuim.ts';
import { useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = (geboortedatum?: string) => setupVerzuim(bank, geboortedatum);

describe('AS-03: drempels van DUO en niet dubbel melden', () => {
  it('loopt van 15,75 uur tot de tweede melding', async () => {
    const { stand, meld, klok, casusId, db, register } = await setup();
    await registreer(register, casusId);
    const eerste = await stand('2025-09-19', { regels: AS03 });
    expect(eerste.verzuim).toMatchObject({ urenOngeoorloofd4wk: 15.75, dagenThuisWeek: 3 });
    expect(eerste.gronden).toEqual([]);

    const tweede = await stand('2025-09-22', { regels: [vermoedelijk('2025-09-22', 0.25, 0)] });
    expect(tweede.verzuim.urenOngeoorloofd4wk).toBe(16);
    expect(tweede.gronden).toEqual(['ZESTIEN_UUR_4WK']);

    const tussendoor = await stand('2025-09-23', { regels: AS03 });
    expect(tussendoor.gronden).toEqual([]);
    expect(tussendoor.verzuim.openGronden).toEqual(['ZESTIEN_UUR_4WK']);

    klok.zet('2025-09-23T10:00:00+02:00');
    const melding = { periodeVan: '2025-08-26', periodeTot: '2025-09-22', urenOngeoorloofd: 16, aantalTeLaat: 0, aardVerzuim: 'VERMOEDELIJK_ONGEOORLOOFD' };
    const { duoId } = await meld(['ZESTIEN_UUR_4WK'], melding);
    expect(await db.selectFrom('duo').selectAll().where('duoId', '=', duoId as string).executeTakeFirst()).toMatchObject({ soort: 'MELDING', urenOngeoorloofd: 16, gronden: ['ZESTIEN_UUR_4WK'], status: 'INGEDIEND' });
    expect((await db.selectFrom('thuiszittersregistratie').select('duoMeldingOp').executeTakeFirst())?.duoMeldingOp).toBe('2025-09-23');

    const opnieuw = await stand('2025-09-23', { regels: [...AS03, vermoedelijk('2025-09-22', 0.25, 0)] });
    expect(opnieuw).toMatchObject({ gronden: [], verzuim: { urenOngeoorloofd4wk: 0, openGronden: [] } });

    expect((await stand('2025-10-02', { teLaat: teLaat.slice(0, 8) })).verzuim.aantalTeLaat).toBe(8);
    const negende = await stand('2025-10-03', { teLaat });
    expect(negende.gronden).toEqual(['NEGEN_KEER_TE_LAAT']);
    await meld(['NEGEN_KEER_TE_LAAT'], { periodeVan: '2025-09-22', periodeTot: '2025-10-03', urenOngeoorloofd: 0, aantalTeLaat: 9 });
    expect((await stand('2025-10-03')).verzuim.aantalTeLaat).toBe(0);

    expect(await db.selectFrom('duo').selectAll().execute()).toHaveLength(2);
    const regels = await db.selectFrom('logboekRegel').select(['rol', 'actie']).execute();
    expect(regels).toEqual(Array(2).fill({ rol: 'systeem', actie: 'Verzuimmelding ingediend bij DUO' }));
  });

  it('een melding over te laat komen laat de uren staan', async () => {
    const { stand, meld } = await setup();
    await stand('2025-09-19', { regels: AS03 });
    await stand('2025-10-03', { teLaat });
    await meld(['NEGEN_KEER_TE_LAAT'], { periodeVan: '2025-09-08', periodeTot: '2025-10-03', urenOngeoorloofd: 15.75, aantalTeLaat: 9 });
    expect((await stand('2025-10-03')).verzuim).toMatchObject({ urenOngeoorloofd4wk: 15.75, aantalTeLaat: 0 });
  });
});

describe('duo-melding-indienen', () => {
  const melding = { periodeVan: '2025-08-26', periodeTot: '2025-09-22', urenOngeoorloofd: 16, aantalTeLaat: null };
  const fouten = async (attempt: Promise<unknown>): Promise<string> => {
    const error = await attempt.then(() => undefined, (f: unknown) => f);
    expect(error).toBeInstanceOf(BusinessError);
    expect((error as BusinessError).code).toBe('DUO_AFGEWEZEN');
    return ((error as BusinessError).variables.validatieFouten as string[]).join(' ');
  };

  it('AS-22: dezelfde gronden en einddatum zijn dezelfde melding', async () => {
    const { meld, db } = await setup();
    const een = await meld(['ZESTIEN_UUR_4WK', 'LUXE_VERZUIM'], melding);
    expect(await meld(['LUXE_VERZUIM', 'ZESTIEN_UUR_4WK'], melding)).toEqual(een);
    expect(await db.selectFrom('duo').selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(1);
  });
  it('errata F-14, DMN-04 r3: een grond die na correctie onder de drempel ligt vervalt en wordt niet afgedwongen', async () => {
    const { stand, meld, db } = await setup();
    await stand('2025-09-22', { regels: [...AS03, vermoedelijk('2025-09-22', 0.25, 0)] });
    expect(await db.selectFrom('openGrond').select('grond').execute()).toEqual([{ grond: 'ZESTIEN_UUR_4WK' }]);
    expect(await meld(['ZESTIEN_UUR_4WK'], { ...melding, urenOngeoorloofd: 12 })).toMatchObject({ duoId: null, gronden: [] });
    expect(await db.selectFrom('duo').selectAll().execute()).toHaveLength(0);
    expect(await db.selectFrom('openGrond').selectAll().execute(), 'blijkt het later toch zo te zijn, dan komt de grond terug').toEqual([]);
    expect((await db.selectFrom('logboekRegel').select(['actie', 'uitkomst']).executeTakeFirst())).toMatchObject({ actie: 'Grond voor een verzuimmelding vervallen' });
  });
  it('errata F-14: vervalt één van twee gronden, dan gaat de melding met de andere', async () => {
    const { meld, db } = await setup();
    const gemeld = await meld(['NEGEN_KEER_TE_LAAT', 'ZESTIEN_UUR_4WK'], { ...melding, aantalTeLaat: 8 });
    expect(gemeld).toMatchObject({ gronden: ['ZESTIEN_UUR_4WK'] });
    expect(await db.selectFrom('duo').select('gronden').execute()).toEqual([{ gronden: ['ZESTIEN_UUR_4WK'] }]);
  });
  it('B-16: de einddatum voor de begindatum wordt afgewezen', async () => {
    const { meld } = await setup();
    expect(await fouten(meld(['LUXE_VERZUIM'], { ...melding, periodeTot: '2025-08-25' }))).toMatch(/einddatum ligt vóór de begindatum/);
  });
  it('B-21: dezelfde grond vanaf dezelfde dag wordt afgewezen en zegt hoe het wel kan', async () => {
    const { meld } = await setup();
    await meld(['ZESTIEN_UUR_4WK'], melding);
    expect(await fouten(meld(['ZESTIEN_UUR_4WK'], { ...melding, periodeTot: '2025-09-29' }))).toMatch(/al gemeld vanaf 26 augustus 2025 tot en met 22 september 2025/);
  });
  it('neemt de acties van de school uit het logboek over', async () => {
    const { meld, db, casusId } = await setup();
    await db.insertInto('logboekRegel').values({ regelId: crypto.randomUUID(), casusId, volgnummer: 1, tijdstip: new Date(), stap: 'CA-02-1', formulier: 'duo-verzuimmelding', actie: 'a', actor: 'u', rol: 'ib-er', uitkomst: 'u', velden: JSON.stringify({ actiesSchool: 'Twee gesprekken gevoerd.' }), voorgeschiedenis: false, sleutel: 's' }).execute();
    await db.updateTable('casus').set({ logboekTeller: 1 }).execute();
    await meld(['ZESTIEN_UUR_4WK'], melding);
    expect(await db.selectFrom('duo').select('actiesSchool').executeTakeFirst()).toEqual({ actiesSchool: 'Twee gesprekken gevoerd.' });
  });
});
