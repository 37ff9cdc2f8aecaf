import { afterAll, describe, expect, it } from 'vitest';
import { maakDuoMeldingIndienen } from '../../workers/duo-melding-indienen.ts';
import { maakDuoRegistratieIndienen } from '../../workers/duo-registratie-indienen.ts';
import { maakDuoTerugkoppelingVerwerken } from '../../workers/duo-terugkoppeling-verwerken.ts';
import { plusDagen } from '../../workers/kalender/datum.ts';
import { BedrijfsFout, PermanenteFout } from '../../workers/runtime/fouten.ts';
import { bepaalGronden } from '../../workers/verzuim/meldplicht.ts';
import { maakVerzuimVerwerken } from '../../workers/verzuim-verwerken.ts';
import { maakVerzuimstandControleren } from '../../workers/verzuimstand-controleren.ts';
import { draai, metDeps, nepEngine, proefregister, registreer, sluitProefregister, testKlok } from './hulp.ts';

type Verzuim = Record<string, number & boolean & string[]>;
afterAll(sluitProefregister);

async function opzet(geboortedatum?: string) {
  const { register, casus } = await proefregister(geboortedatum);
  const klok = testKlok('2025-09-19T16:00:00+02:00');
  const { engine } = nepEngine();
  const deps = metDeps(register, klok, engine);
  const verwerk = maakVerzuimVerwerken(deps);
  const { casusId } = casus;
  /** Een verzuimstand door CA-01: verwerken, en dan de gronden zoals het model ze bepaalt. */
  const stand = async (peildatum: string, meer: Record<string, unknown> = {}, job = {}) => {
    const uit = await draai(verwerk, { casusId, verzuimInvoer: { peildatum, ...meer } }, job);
    const verzuim = uit.verzuim as Verzuim;
    const status = uit.leerlingStatus as { leeftijd: number; leerplichtig: boolean };
    return { verzuim, status, gronden: status.leerplichtig ? await bepaalGronden(engine, verzuim) : [] };
  };
  const meld = (gronden: string[], duoMelding: Record<string, unknown>, job = {}) =>
    draai(maakDuoMeldingIndienen(deps), { casusId, gronden, duoMelding }, job);
  return { register, casusId, klok, deps, stand, meld, db: register.db };
}

const vermoedelijk = (datum: string, uren: number, dagdelen: number) => ({ datum, uren, dagdelen: String(dagdelen), soort: 'VERMOEDELIJK_ONGEOORLOOFD' });
const AS03 = [vermoedelijk('2025-09-15', 5, 2), vermoedelijk('2025-09-16', 5, 2), vermoedelijk('2025-09-18', 5, 2), vermoedelijk('2025-09-19', 0.75, 0)];
const teLaat = Array.from({ length: 9 }, (_, n) => ({ datum: plusDagen('2025-09-23', n), moment: n > 6 ? 'TIJDENS_LES' : 'BEGIN_SCHOOLDAG' }));

describe('AS-03: drempels van DUO en niet dubbel melden', () => {
  it('loopt van 15,75 uur tot de tweede melding', async () => {
    const { stand, meld, klok, casusId, db, register } = await opzet();
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
    const { stand, meld } = await opzet();
    await stand('2025-09-19', { regels: AS03 });
    await stand('2025-10-03', { teLaat });
    await meld(['NEGEN_KEER_TE_LAAT'], { periodeVan: '2025-09-08', periodeTot: '2025-10-03', urenOngeoorloofd: 15.75, aantalTeLaat: 9 });
    expect((await stand('2025-10-03')).verzuim).toMatchObject({ urenOngeoorloofd4wk: 15.75, aantalTeLaat: 0 });
  });
});

describe('verzuim-verwerken', () => {
  it('dezelfde opdracht nog eens geeft dezelfde uitkomst en zet niets terug', async () => {
    const { stand, db } = await opzet();
    const job = { elementInstanceKey: '77' };
    const regels = [...AS03, vermoedelijk('2025-09-17', 5, 2)];
    const eerste = await stand('2025-09-19', { regels }, job);
    await stand('2025-09-19', { regels: [vermoedelijk('2025-09-15', 2.5, 1)] });
    expect(await stand('2025-09-19', { regels }, job)).toEqual(eerste);
    expect(await db.selectFrom('verzuimRegel').select('uren').where('datum', '=', '2025-09-15').executeTakeFirst()).toEqual({ uren: 2.5 });
  });

  it('twee standen tegelijk geven samen één keer de grond', async () => {
    const { stand } = await opzet();
    const regels = [...AS03, vermoedelijk('2025-09-17', 5, 2)];
    const uitkomsten = await Promise.all([stand('2025-09-19', { regels }), stand('2025-09-19', { regels })]);
    expect(uitkomsten.flatMap((u) => u.gronden)).toEqual(['ZESTIEN_UUR_4WK']);
  });

  it('een grond waarvan de taak verdwenen is komt na vier lesweken terug', async () => {
    const { stand } = await opzet();
    const regels = [...AS03, vermoedelijk('2025-09-17', 5, 2)];
    expect((await stand('2025-09-19', { regels })).gronden).toEqual(['ZESTIEN_UUR_4WK']);
    const nieuw = ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02'].map((d) => vermoedelijk(d, 5, 2));
    expect((await stand('2025-10-03', { regels: nieuw })).gronden).toEqual([]);
    expect((await stand('2025-10-17')).gronden).toEqual(['ZESTIEN_UUR_4WK']);
  });

  it('AS-04: de escalatie geeft een grond, en laat de uren staan', async () => {
    const { stand, meld } = await opzet();
    await stand('2025-09-19', { regels: AS03 });
    const gesprek = await stand('2025-09-29', { escalatiegesprekGevoerd: true, tweeWekenGroteMoeite: null });
    expect(gesprek.gronden).toEqual(['ESCALATIE_THUIS']);
    await meld(['ESCALATIE_THUIS'], { periodeVan: '2025-09-01', periodeTot: '2025-09-29', urenOngeoorloofd: 15.75, aantalTeLaat: 0 });
    expect((await stand('2025-10-03', { regels: [vermoedelijk('2025-10-01', 0.25, 0)] })).gronden).toEqual(['ZESTIEN_UUR_4WK']);
  });

  it('wat de school niet opnieuw invult blijft staan', async () => {
    const { stand } = await opzet();
    await stand('2025-09-19', { tweeWekenGroteMoeite: true });
    expect((await stand('2025-09-22', { jgzGeenGehoor: true, regels: null })).verzuim).toMatchObject({ tweeWekenGroteMoeite: true, jgzGeenGehoor: true });
    expect((await stand('2025-09-23', { tweeWekenGroteMoeite: false })).verzuim.tweeWekenGroteMoeite).toBe(false);
  });

  it('AS-20: een kind van vier geeft geen grond, en na de verjaardag tellen alleen de nieuwe uren', async () => {
    const { stand } = await opzet('2020-10-01');
    const regels = [...AS03, vermoedelijk('2025-09-24', 7.5, 2)];
    expect(await stand('2025-09-26', { regels })).toMatchObject({ gronden: [], status: { leeftijd: 4, leerplichtig: false } });
    expect(await stand('2025-10-03', { regels: [vermoedelijk('2025-10-02', 5, 2)] })).toMatchObject({
      gronden: [], status: { leeftijd: 5, leerplichtig: true }, verzuim: { urenOngeoorloofd4wk: 5 },
    });
  });

  it('behoudt de rest van leerlingStatus', async () => {
    const { deps, casusId } = await opzet();
    const uit = await draai(maakVerzuimVerwerken(deps), { casusId, verzuimInvoer: { peildatum: '2025-09-19' }, leerlingStatus: { registratieStatus: 'DREIGEND_THUISZITTER', ontheffing: true } });
    expect(uit.leerlingStatus).toEqual({ registratieStatus: 'DREIGEND_THUISZITTER', ontheffing: true, leeftijd: 7, leerplichtig: true });
  });

  it('een casus die er niet is geeft een incident', async () => {
    const { deps } = await opzet();
    await expect(draai(maakVerzuimVerwerken(deps), { casusId: crypto.randomUUID(), verzuimInvoer: { peildatum: '2025-09-19' } })).rejects.toThrow(PermanenteFout);
  });
});

describe('verzuimstand-controleren', () => {
  it('kijkt naar de laatste volle schoolweek', async () => {
    const { deps, stand, klok, casusId } = await opzet();
    const recent = async (nu: string) => {
      klok.zet(nu);
      return (await draai(maakVerzuimstandControleren(deps), { casusId })).standRecent;
    };
    expect(await recent('2025-09-23T09:00:00+02:00')).toBe(false);
    await stand('2025-09-18');
    expect(await recent('2025-09-23T09:00:00+02:00')).toBe(false);
    await stand('2025-09-19');
    expect(await recent('2025-09-23T09:00:00+02:00')).toBe(true);
    await stand('2025-10-17');
    expect(await recent('2025-10-28T09:00:00+01:00')).toBe(true);
    expect(await recent('2025-11-03T09:00:00+01:00')).toBe(false);
  });
});

describe('duo-melding-indienen', () => {
  const melding = { periodeVan: '2025-08-26', periodeTot: '2025-09-22', urenOngeoorloofd: 16, aantalTeLaat: null };
  const fouten = async (poging: Promise<unknown>): Promise<string> => {
    const fout = await poging.then(() => undefined, (f: unknown) => f);
    expect(fout).toBeInstanceOf(BedrijfsFout);
    expect((fout as BedrijfsFout).code).toBe('DUO_AFGEWEZEN');
    return ((fout as BedrijfsFout).variabelen.validatieFouten as string[]).join(' ');
  };

  it('AS-22: dezelfde gronden en einddatum zijn dezelfde melding', async () => {
    const { meld, db } = await opzet();
    const een = await meld(['ZESTIEN_UUR_4WK', 'LUXE_VERZUIM'], melding);
    expect(await meld(['LUXE_VERZUIM', 'ZESTIEN_UUR_4WK'], melding)).toEqual(een);
    expect(await db.selectFrom('duo').selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(1);
  });
  it('B-23: onder de drempel wordt afgewezen', async () => {
    const { meld, db } = await opzet();
    expect(await fouten(meld(['ZESTIEN_UUR_4WK'], { ...melding, urenOngeoorloofd: 12 }))).toMatch(/^Uren ongeoorloofd: .*onder de drempel/);
    expect(await fouten(meld(['NEGEN_KEER_TE_LAAT'], { ...melding, aantalTeLaat: 8 }))).toMatch(/^Aantal keren te laat/);
    expect(await db.selectFrom('duo').selectAll().execute()).toHaveLength(0);
  });
  it('B-16: de einddatum voor de begindatum wordt afgewezen', async () => {
    const { meld } = await opzet();
    expect(await fouten(meld(['LUXE_VERZUIM'], { ...melding, periodeTot: '2025-08-25' }))).toMatch(/einddatum ligt vóór de begindatum/);
  });
  it('B-21: dezelfde grond vanaf dezelfde dag wordt afgewezen en zegt hoe het wel kan', async () => {
    const { meld } = await opzet();
    await meld(['ZESTIEN_UUR_4WK'], melding);
    expect(await fouten(meld(['ZESTIEN_UUR_4WK'], { ...melding, periodeTot: '2025-09-29' }))).toMatch(/al gemeld vanaf 26 augustus 2025 tot en met 22 september 2025/);
  });
  it('neemt de acties van de school uit het logboek over', async () => {
    const { meld, db, casusId } = await opzet();
    await db.insertInto('logboekRegel').values({ regelId: crypto.randomUUID(), casusId, volgnummer: 1, tijdstip: new Date(), stap: 'CA-02-1', actie: 'a', actor: 'u', rol: 'ib-er', uitkomst: 'u', velden: JSON.stringify({ actiesSchool: 'Twee gesprekken gevoerd.' }), voorgeschiedenis: false, sleutel: 's' }).execute();
    await db.updateTable('casus').set({ logboekTeller: 1 }).execute();
    await meld(['ZESTIEN_UUR_4WK'], melding);
    expect(await db.selectFrom('duo').select('actiesSchool').executeTakeFirst()).toEqual({ actiesSchool: 'Twee gesprekken gevoerd.' });
  });
  it('de terugkoppeling van leerplicht komt bij de melding', async () => {
    const { meld, deps, db, casusId, register } = await opzet();
    await registreer(register, casusId);
    const { duoId } = await meld(['ZESTIEN_UUR_4WK'], melding);
    const werker = maakDuoTerugkoppelingVerwerken(deps);
    await draai(werker, { casusId, duoId, terugkoppeling: { actie: 'GESPREK_OUDERS' } });
    expect(await db.selectFrom('duo').select(['status', 'terugkoppeling']).executeTakeFirst()).toEqual({ status: 'TERUGGEKOPPELD', terugkoppeling: { actie: 'GESPREK_OUDERS' } });
    expect((await db.selectFrom('thuiszittersregistratie').select('leerplichtBetrokken').executeTakeFirst())?.leerplichtBetrokken).toBe(true);
    await expect(draai(werker, { casusId, duoId: crypto.randomUUID(), terugkoppeling: {} })).rejects.toThrow(PermanenteFout);
  });
});

describe('duo-registratie-indienen', () => {
  it('houdt één rij per casus bij', async () => {
    const { stand, deps, casusId, db } = await opzet();
    const werker = maakDuoRegistratieIndienen(deps);
    const leeg = await draai(werker, { casusId });
    await stand('2025-09-19', { regels: AS03 });
    const job = { elementInstanceKey: '5' };
    expect(await draai(werker, { casusId, leerlingStatus: { leerplichtig: true } }, job)).toEqual(leeg);
    await draai(werker, { casusId, leerlingStatus: { leerplichtig: true } }, job);
    expect(await db.selectFrom('duo').select(['soort', 'periodeVan', 'periodeTot']).execute()).toEqual([{ soort: 'REGISTRATIE', periodeVan: '2025-09-15', periodeTot: '2025-09-19' }]);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(2);
  });
  it('slaat een kind dat niet leerplichtig is over', async () => {
    const { deps, casusId, db } = await opzet('2021-06-15');
    expect(await draai(maakDuoRegistratieIndienen(deps), { casusId })).toEqual({ duoId: null });
    expect(await db.selectFrom('duo').selectAll().execute()).toEqual([]);
  });
});
