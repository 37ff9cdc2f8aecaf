import { describe, expect, it } from 'vitest';
import { BusinessError } from '../../domein/errors.ts';
import { registreer } from '../helpers/casus.ts';
import { makeCasusLezen } from '../../workers/casus-lezen.ts';
import { runWorker } from '../helpers/worker.ts';
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

describe('errata F-14: de IB-er verbetert het verzuim per dag, en niet een getal erboven', () => {
  const zestien = [...AS03, vermoedelijk('2025-09-22', 0.25, 0)];
  const periode = { periodeVan: '2025-08-26', periodeTot: '2025-09-22', urenOngeoorloofd: null, aantalTeLaat: null };
  const GEEN = { dagen: [], keren: [] };

  /** Wat de taak te zien krijgt, en wat de IB-er terugstuurt. */
  async function taak(gronden: string[], anders: { regels?: unknown[]; teLaat?: unknown[] } = { regels: zestien }, peildatum = '2025-09-22') {
    const proef = await setup();
    await proef.stand(peildatum, anders);
    const zie = () => runWorker(makeCasusLezen(proef.deps), { casusId: proef.casusId, gronden, metVerzuim: { van: '2025-08-26', tot: peildatum } });
    const velden = (await zie()) as { verzuimBekend: boolean; verzuimDagen: { datum: string; uren: number; soort: string; dagdelen: string }[]; teLaatKeren: { datum: string; moment: string }[]; verzuimGetoond: object };
    const stuur = (terug: object, melding: object = {}) => proef.meld(gronden, { ...periode, ...melding }, {}, { getoond: velden.verzuimGetoond, dagen: velden.verzuimDagen, keren: velden.teLaatKeren, ...terug });
    const regels = () => proef.db.selectFrom('verzuimRegel').select(['datum', 'uren', 'soort']).orderBy('datum').execute();
    return { ...proef, velden, zie, stuur, regels };
  }

  it('de taak laat elke dag zien die nog niet gemeld is; zonder iets te tonen zegt zij dat', async () => {
    const { velden, deps, casusId } = await taak(['ZESTIEN_UUR_4WK']);
    expect(velden).toMatchObject({ verzuimBekend: true, teLaatKeren: [] });
    expect(velden.verzuimDagen).toEqual(['2025-09-15', '2025-09-16', '2025-09-18'].map((datum) => ({ datum, uren: 5, dagdelen: '2', soort: 'VERMOEDELIJK_ONGEOORLOOFD' })).concat([
      { datum: '2025-09-19', uren: 0.75, dagdelen: '0', soort: 'VERMOEDELIJK_ONGEOORLOOFD' }, { datum: '2025-09-22', uren: 0.25, dagdelen: '0', soort: 'VERMOEDELIJK_ONGEOORLOOFD' },
    ]));
    expect(await runWorker(makeCasusLezen(deps), { casusId, gronden: [], metVerzuim: { van: '2025-06-01', tot: '2025-06-20' } })).toMatchObject({ verzuimBekend: false });
    expect(await runWorker(makeCasusLezen(deps), { casusId }), 'alleen wie erom vraagt').not.toHaveProperty('verzuimBekend');
  });

  it('zonder verbetering komen de aantallen uit de dagen, wat er ook getypt is', async () => {
    const { stuur, regels } = await taak(['ZESTIEN_UUR_4WK']);
    const voor = await regels();
    const uit = await stuur({}, { urenOngeoorloofd: 40 });
    expect(uit).toMatchObject({ gronden: ['ZESTIEN_UUR_4WK'], duoMelding: { urenOngeoorloofd: 16 }, hertelling: { naMelding: true } });
    expect(await regels()).toEqual(voor);
  });

  it('een dag die geen verzuim was gaat uit het verzuim, de grond vervalt en komt bij de volgende stand niet terug', async () => {
    const { velden, stuur, stand, regels, db } = await taak(['ZESTIEN_UUR_4WK']);
    const uit = await stuur({ dagen: velden.verzuimDagen.filter((d) => d.datum !== '2025-09-16') });
    expect(uit).toMatchObject({ duoId: null, gronden: [], duoMelding: { urenOngeoorloofd: 11 }, hertelling: { naMelding: true, peildatum: '2025-09-22', verbeterd: ['2025-09-16'] } });
    expect((await regels()).map((r) => r.datum)).toEqual(['2025-09-15', '2025-09-18', '2025-09-19', '2025-09-22']);
    const opnieuw = await stand('2025-09-22', uit.hertelling as Record<string, unknown>);
    expect(opnieuw).toMatchObject({ gronden: [], verzuim: { urenOngeoorloofd4wk: 11, openGronden: [] } });
    expect((await stand('2025-09-23', { regels: [vermoedelijk('2025-09-23', 0, 0)] })).gronden).toEqual([]);
    const regel = await db.selectFrom('logboekRegel').select('uitkomst').where('actie', '=', 'Verzuim per dag verbeterd').executeTakeFirst();
    expect(regel?.uitkomst).toBe('16 september 2025: geen verzuim');
  });

  it('wat binnenkwam terwijl de taak openlag blijft, en geeft na het vervallen weer een grond', async () => {
    const { velden, stuur, stand } = await taak(['ZESTIEN_UUR_4WK']);
    await stand('2025-09-24', { regels: [vermoedelijk('2025-09-23', 5, 2), vermoedelijk('2025-09-24', 5, 2)] });
    const uit = await stuur({ dagen: velden.verzuimDagen.filter((d) => d.datum !== '2025-09-16') });
    expect(uit).toMatchObject({ duoId: null, gronden: [] });
    expect(await stand('2025-09-24', uit.hertelling as Record<string, unknown>)).toMatchObject({ gronden: ['ZESTIEN_UUR_4WK'], verzuim: { urenOngeoorloofd4wk: 21 } });
  });

  it('andere uren of een andere soort veranderen de dag; blijft de grond, dan gaat de melding met de verbeterde uren', async () => {
    const { velden, stuur, regels, db } = await taak(['ZESTIEN_UUR_4WK']);
    const dagen = velden.verzuimDagen.map((d) => (d.datum === '2025-09-22' ? { ...d, uren: 5, dagdelen: '2' } : d.datum === '2025-09-19' ? { ...d, soort: 'ZIEKTE' } : d));
    const uit = await stuur({ dagen });
    expect(uit).toMatchObject({ gronden: ['ZESTIEN_UUR_4WK'], duoMelding: { urenOngeoorloofd: 20 }, hertelling: { verbeterd: ['2025-09-19', '2025-09-22'] } });
    expect(await regels()).toContainEqual({ datum: '2025-09-19', uren: 0.75, soort: 'ZIEKTE' });
    expect(await db.selectFrom('duo').select('urenOngeoorloofd').where('soort', '=', 'MELDING').execute()).toEqual([{ urenOngeoorloofd: 20 }]);
  });

  it('een leerling die toch op tijd was telt niet als te laat', async () => {
    const { velden, stuur, stand } = await taak(['NEGEN_KEER_TE_LAAT'], { teLaat }, '2025-10-03');
    expect(velden.teLaatKeren).toHaveLength(9);
    expect(await stuur({ keren: velden.teLaatKeren.slice(1) }, { periodeTot: '2025-10-03' })).toMatchObject({ duoId: null, duoMelding: { aantalTeLaat: 8 } });
    expect((await stand('2025-10-03')).verzuim.aantalTeLaat).toBe(8);
  });

  it('blijkt luxeverzuim ziekte te zijn, dan vervalt die grond ook', async () => {
    const { velden, stuur } = await taak(['LUXE_VERZUIM'], { regels: [{ ...vermoedelijk('2025-09-18', 5, 2), soort: 'LUXE' }] });
    expect(await stuur({ dagen: velden.verzuimDagen.map((d) => ({ ...d, soort: 'ZIEKTE' })) })).toMatchObject({ duoId: null, gronden: [] });
  });

  it('wijst DUO de melding af, dan verandert er ook aan de dagen niets', async () => {
    const { velden, stuur, regels } = await taak(['ZESTIEN_UUR_4WK']);
    const voor = await regels();
    await expect(stuur({ dagen: velden.verzuimDagen.slice(0, 4).map((d) => ({ ...d, uren: 8 })) }, { periodeVan: '2025-09-23' })).rejects.toBeInstanceOf(BusinessError);
    expect(await regels()).toEqual(voor);
  });

  it('een leeggemaakte lijst is een verbetering: er was geen verzuim', async () => {
    const { stuur, regels } = await taak(['ZESTIEN_UUR_4WK']);
    expect(await stuur(GEEN)).toMatchObject({ duoId: null, duoMelding: { urenOngeoorloofd: 0 } });
    expect(await regels()).toEqual([]);
  });

  it('wat al gemeld is gaat niet uit het verzuim', async () => {
    const { velden, stuur, regels, zie } = await taak(['ZESTIEN_UUR_4WK']);
    await stuur({});
    expect(await zie()).toMatchObject({ verzuimBekend: false });
    await stuur(GEEN, { periodeVan: '2025-09-08' });
    expect(await regels(), 'gemeld blijft gemeld').toHaveLength(velden.verzuimDagen.length);
  });

  it('was er niets te tonen, dan telt het getal; zet de IB-er er dagen bij, dan tellen die', async () => {
    const getoond = { van: '2025-08-26', tot: '2025-09-22', ...GEEN };
    const { meld, regels } = await taak(['ZESTIEN_UUR_4WK'], { teLaat: [] });
    expect(await meld(['ZESTIEN_UUR_4WK'], { ...periode, urenOngeoorloofd: 12 }, {}, { getoond, ...GEEN })).toMatchObject({ duoId: null, hertelling: null });
    const uit = await meld(['ZESTIEN_UUR_4WK'], periode, {}, { getoond, dagen: zestien, keren: [] });
    expect(uit).toMatchObject({ gronden: ['ZESTIEN_UUR_4WK'], duoMelding: { urenOngeoorloofd: 16 } });
    expect(await regels()).toHaveLength(5);
  });

  it('liet de taak geen dagen zien, dan telt het getal en wordt er na het vervallen niet meteen opnieuw gewogen', async () => {
    const { meld } = await setup();
    expect(await meld(['ZESTIEN_UUR_4WK'], { ...periode, urenOngeoorloofd: 12 }, {}, { getoond: null, ...GEEN })).toMatchObject({ duoId: null, hertelling: null });
  });
});
