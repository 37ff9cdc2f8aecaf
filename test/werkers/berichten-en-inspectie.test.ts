import { afterAll, describe, expect, it } from 'vitest';
import { maakBerichtPubliceren } from '../../workers/bericht-publiceren.ts';
import { maakDoorzettingsmachtVastleggen } from '../../workers/doorzettingsmacht-vastleggen.ts';
import { maakInspectieAanvraagIndienen } from '../../workers/inspectie-aanvraag-indienen.ts';
import { maakInspectieBesluitVerwerken } from '../../workers/inspectie-besluit-verwerken.ts';
import { maakInspectieMeldingIndienen } from '../../workers/inspectie-melding-indienen.ts';
import { maakInvoerControleren } from '../../workers/invoer-controleren.ts';
import { maakProcesStarten } from '../../workers/proces-starten.ts';
import { BedrijfsFout, ContractFout, PermanenteFout } from '../../workers/runtime/fouten.ts';
import { draai, metDeps, nepEngine, proefregister, registreer, sluitProefregister, testKlok } from './hulp.ts';

afterAll(sluitProefregister);

async function opzet() {
  const { register, casus } = await proefregister();
  const nep = nepEngine();
  const klok = testKlok('2025-10-14T10:00:00+02:00');
  const deps = metDeps(register, klok, nep.engine);
  const bericht = (invoer: Record<string, unknown>, job = {}) => draai(maakBerichtPubliceren(deps), { casusId: casus.casusId, ...invoer }, job);
  return { register, db: register.db, deps, bericht, ...casus, ...nep };
}
const bedrijfsfout = async (poging: Promise<unknown>): Promise<BedrijfsFout> => {
  const fout = await poging.then(() => undefined, (f: unknown) => f);
  expect(fout).toBeInstanceOf(BedrijfsFout);
  return fout as BedrijfsFout;
};

describe('bericht-publiceren', () => {
  it('publiceert het bericht van de kop, een uur geldig, en schrijft een regel', async () => {
    const { bericht, casusId, gepubliceerd, db } = await opzet();
    const job = { koppen: { bericht: 'escalatie-thuis' }, elementId: 'CA_01_5p', elementInstanceKey: '8' };
    await bericht({ inhoud: { escalatieSignaal: { dagenThuisWeek: 3.5 } }, berichtSleutel: 'escalatie:2025-W39' }, job);
    await bericht({ inhoud: { escalatieSignaal: { dagenThuisWeek: 3.5 } }, berichtSleutel: 'escalatie:2025-W39' }, job);
    expect(gepubliceerd).toEqual([{ naam: 'escalatie-thuis', correlatie: casusId, berichtId: `${casusId}:escalatie-thuis:escalatie:2025-W39`, ttlMs: 3_600_000, inhoud: { escalatieSignaal: { dagenThuisWeek: 3.5 } } }]);
    expect(await db.selectFrom('logboekRegel').select(['stap', 'rol']).execute()).toEqual([{ stap: 'CA-01-5p', rol: 'systeem' }]);
  });
  it('zonder sleutel is de elementinstantie de sleutel', async () => {
    const { bericht, casusId, gepubliceerd } = await opzet();
    await bericht({}, { koppen: { bericht: 'aot-nodig' }, elementInstanceKey: '42' });
    expect(gepubliceerd[0]?.berichtId).toBe(`${casusId}:aot-nodig:42`);
  });
  it.each([['onveiligheid', 'vermoeden-onveiligheid'], ['vrijstelling', 'vrijstelling-overwogen'], ['cce-gewenst', 'cce-gewenst']])('signaal %s wordt bericht %s', async (signaalType, naam) => {
    const { bericht, casusnummer, casusId, gepubliceerd } = await opzet();
    expect(await bericht({ casusId: null, casusnummer, signaalType, inhoud: { signaalDatum: '2025-10-14' } })).toEqual({ casusId });
    expect(gepubliceerd[0]?.naam).toBe(naam);
  });
  it('AS-10: uitgeschreven naar een andere school', async () => {
    const { bericht, gepubliceerd } = await opzet();
    await bericht({ signaalType: 'leerling-uitgeschreven', inhoud: { nieuweSchool: 'CBS De Regenboog', signaalDatum: '2025-10-14' }, overstap: { bestemmingSchool: 'De Kameleon' } });
    expect(gepubliceerd[0]?.naam).toBe('leerling-uitgeschreven');
  });
  it.each(['variabele', 'register', 'logboek'])('R-MSG-1: uitgeschreven naar de school van het plan bevestigt de inschrijving (%s)', async (bron) => {
    const { bericht, gepubliceerd, db, casusId, register } = await opzet();
    if (bron === 'register') {
      await registreer(register, casusId);
      await db.updateTable('thuiszittersregistratie').set({ bestemming: 'De Kameleon' }).execute();
    }
    if (bron === 'logboek') {
      await db.insertInto('logboekRegel').values({ regelId: crypto.randomUUID(), casusId, volgnummer: 1, tijdstip: new Date(), stap: 'CA-06-2', actie: 'a', actor: 'u', rol: 'ib-er', uitkomst: 'u', velden: JSON.stringify({ bestemmingSchool: 'De Kameleon' }), voorgeschiedenis: false, sleutel: 's' }).execute();
      await db.updateTable('casus').set({ logboekTeller: 1 }).execute();
    }
    const overstap = bron === 'variabele' ? { bestemmingSchool: 'De Kameleon' } : null;
    await bericht({ signaalType: 'leerling-uitgeschreven', inhoud: { nieuweSchool: ' de kameleon', signaalDatum: '2025-10-14' }, overstap });
    expect(gepubliceerd[0]).toMatchObject({ naam: 'inschrijving-bevestigd', inhoud: { ingeschrevenOp: '2025-10-14' } });
  });
  it('R-DZM-1: geen tweede doorzettingsmacht', async () => {
    const { bericht, gepubliceerd, deps, casusId } = await opzet();
    const leg = (moment: string, job: Record<string, unknown>) => draai(maakDoorzettingsmachtVastleggen(deps), { casusId, dzm: { status: 'ROUTE_VERVOLGEN' } }, { koppen: { moment }, ...job });
    await leg('begin', { processInstanceKey: '1', elementInstanceKey: '11' });
    const fout = await bedrijfsfout(bericht({ signaalType: 'impasse' }));
    expect(fout.code).toBe('ONVOLDOENDE_GEGEVENS');
    expect(fout.variabelen.validatieFouten).toEqual([expect.stringMatching(/^Wat wilt u doorgeven: voor deze casus loopt al/)]);
    await leg('eind', { processInstanceKey: '1', elementInstanceKey: '12' });
    await bericht({ signaalType: 'impasse' });
    expect(gepubliceerd).toHaveLength(1);
  });
  it('een onbekende of afgesloten casus', async () => {
    const { bericht, db } = await opzet();
    expect((await bedrijfsfout(bericht({ casusId: null, casusnummer: '2025-9999', signaalType: 'impasse' }))).code).toBe('CASUS_ONBEKEND');
    await db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: new Date() }).execute();
    const fout = await bedrijfsfout(bericht({ signaalType: 'impasse' }));
    expect(fout.variabelen.validatieFouten).toEqual([expect.stringMatching(/^Casusnummer: er loopt geen casus/)]);
  });
  it('een onvolledig signaal en een onbekend bericht', async () => {
    const { bericht, gepubliceerd } = await opzet();
    expect((await bedrijfsfout(bericht({ signaalType: 'verzuim-gestopt', inhoud: {} }))).code).toBe('ONVOLDOENDE_GEGEVENS');
    await expect(bericht({}, { koppen: { bericht: 'bestaat-niet' } })).rejects.toThrow(ContractFout);
    await expect(bericht({})).rejects.toThrow(ContractFout);
    expect(gepubliceerd).toEqual([]);
  });
});

describe('inspectie', () => {
  const aotAanvraag = { urenPerWeek: 12, vanDatum: '2025-11-17', totDatum: '2026-01-26', oppOpgesteld: true, eerderVerzocht: 'nee' };
  it('AS-05: aanvraag en melding zijn elk één rij', async () => {
    const { deps, casusId, db } = await opzet();
    const aotOordeel = { categorie: 'D' };
    const aanvraag = await draai(maakInspectieAanvraagIndienen(deps), { casusId, aotOordeel, aotAanvraag });
    expect(await draai(maakInspectieAanvraagIndienen(deps), { casusId, aotOordeel, aotAanvraag })).toEqual(aanvraag);
    await draai(maakInspectieMeldingIndienen(deps), { casusId, aotOordeel, aotMelding: { ...aotAanvraag, oppOpgesteld: null, eerderVerzocht: null } });
    expect(await db.selectFrom('inspectie').select(['soort', 'categorie', 'oppAanwezig', 'eerderVerzoek']).orderBy('soort').execute()).toEqual([
      { soort: 'AOT_AANVRAAG', categorie: 'D', oppAanwezig: true, eerderVerzoek: false },
      { soort: 'AOT_MELDING', categorie: 'D', oppAanwezig: null, eerderVerzoek: null },
    ]);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(2);

    await draai(maakInspectieBesluitVerwerken(deps), { casusId, inspectieId: aanvraag.inspectieId, besluit: 'TOEGEKEND' });
    expect(await db.selectFrom('inspectie').select('besluit').where('soort', '=', 'AOT_AANVRAAG').executeTakeFirst()).toEqual({ besluit: 'TOEGEKEND' });
    await expect(draai(maakInspectieBesluitVerwerken(deps), { casusId, inspectieId: casusId, besluit: 'X' })).rejects.toThrow(PermanenteFout);
  });
  it('weigert een aanvraag over twee schooljaren of zonder OPP', async () => {
    const { deps, casusId } = await opzet();
    const fout = await bedrijfsfout(draai(maakInspectieAanvraagIndienen(deps), { casusId, aotOordeel: null, aotAanvraag: { ...aotAanvraag, totDatum: '2026-09-01', oppOpgesteld: false } }));
    expect(fout.code).toBe('ONVOLDOENDE_GEGEVENS');
    expect(fout.variabelen.validatieFouten).toHaveLength(2);
  });
});

describe('invoer-controleren', () => {
  const controleer = async (controle: string, invoer: Record<string, unknown>, meer: Record<string, unknown> = {}) => {
    const { deps, casusId } = await opzet();
    return draai(maakInvoerControleren(deps), { casusId, invoer, ...meer }, { koppen: { controle } });
  };
  it('is tevreden en wist oude fouten', async () => {
    expect(await controleer('gesprek-ouders', { gesprekDatum: '2025-09-09' })).toEqual({ validatieFouten: null });
  });
  it('kent de datum van het signaal uit het register', async () => {
    const fout = await bedrijfsfout(controleer('gesprek-ouders', { gesprekDatum: '2025-09-04' }));
    expect(fout.variabelen.validatieFouten).toEqual(['Datum gesprek: kies 5 september 2025 (de datum van het signaal) of een latere dag.']);
  });
  it('haalt normen uit de beslistabellen', async () => {
    expect(await controleer('escalatiegesprek', { gesprekDatum: '2025-09-29', dagenThuisWeek: 3.5 })).toEqual({ validatieFouten: null });
    await bedrijfsfout(controleer('escalatiegesprek', { gesprekDatum: '2025-09-29', dagenThuisWeek: 3 }));
    expect(await controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-06' })).toEqual({ validatieFouten: null });
    await bedrijfsfout(controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-07' }));
    await bedrijfsfout(controleer('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-22', urenOngeoorloofd: 12, gronden: ['ZESTIEN_UUR_4WK'] }));
  });
  it('ziet de procesvariabelen die het model niet apart meegeeft', async () => {
    await bedrijfsfout(controleer('onderwijsaanbod-4wk', { startDatum: '2025-10-05' }, { termijnen: { t0: '2025-10-06' } }));
    await bedrijfsfout(controleer('afsluitnotitie', { einddatum: '2025-09-07' }));
  });
});

describe('proces-starten', () => {
  it('start één keer en geeft de context mee', async () => {
    const { deps, casusId, casusnummer, gestart } = await opzet();
    const job = { koppen: { proces: 'meldcode' }, elementInstanceKey: '3' };
    const invoer = { casusId, casusnummer, route: 'kernteam', leerling: { aanduiding: 'M.K., groep 4' }, signaal: { datumSignaal: '2025-09-05' } };
    const eerste = await draai(maakProcesStarten(deps), invoer, job);
    expect(await draai(maakProcesStarten(deps), invoer, job)).toEqual(eerste);
    expect(gestart).toEqual([{ procesId: 'meldcode', variabelen: { casusId, casusnummer, leerling: { aanduiding: 'M.K., groep 4' }, groepen: null, personen: null, school: null, route: 'kernteam' } }]);
  });
});
