import { afterAll, describe, expect, it } from 'vitest';
import { makeDoorzettingsmachtVastleggen } from '../../workers/doorzettingsmacht-vastleggen.ts';
import { ContractError } from '../../domein/errors.ts';
import { runWorker, registreer, closeTestRegister } from './helpers/register.ts';
import { businessError, setup } from './helpers/casus.ts';

afterAll(closeTestRegister);

describe('bericht-publiceren', () => {
  it('publiceert het bericht van de kop, een uur geldig, en schrijft een regel', async () => {
    const { bericht, casusId, gepubliceerd, db } = await setup();
    const job = { headers: { bericht: 'escalatie-thuis' }, elementId: 'CA_01_5p', elementInstanceKey: '8' };
    await bericht({ inhoud: { escalatieSignaal: { dagenThuisWeek: 3.5 } }, berichtSleutel: 'escalatie:2025-W39' }, job);
    await bericht({ inhoud: { escalatieSignaal: { dagenThuisWeek: 3.5 } }, berichtSleutel: 'escalatie:2025-W39' }, job);
    expect(gepubliceerd).toEqual([{ name: 'escalatie-thuis', correlationKey: casusId, messageId: `${casusId}:escalatie-thuis:escalatie:2025-W39`, ttlMs: 3_600_000, content: { escalatieSignaal: { dagenThuisWeek: 3.5 } } }]);
    expect(await db.selectFrom('logboekRegel').select(['stap', 'rol']).execute()).toEqual([{ stap: 'CA-01-5p', rol: 'systeem' }]);
  });
  it('zonder sleutel is de elementinstantie de sleutel', async () => {
    const { bericht, casusId, gepubliceerd } = await setup();
    await bericht({}, { headers: { bericht: 'aot-nodig' }, elementInstanceKey: '42' });
    expect(gepubliceerd[0]?.messageId).toBe(`${casusId}:aot-nodig:42`);
  });
  it.each([['onveiligheid', 'vermoeden-onveiligheid'], ['vrijstelling', 'vrijstelling-overwogen'], ['cce-gewenst', 'cce-gewenst']])('signaal %s wordt bericht %s', async (signaalType, naam) => {
    const { bericht, casusnummer, casusId, gepubliceerd } = await setup();
    expect(await bericht({ casusId: null, casusnummer, signaalType, inhoud: { signaalDatum: '2025-10-14' } })).toEqual({ casusId });
    expect(gepubliceerd[0]?.name).toBe(naam);
  });
  it('AS-10: uitgeschreven naar een andere school', async () => {
    const { bericht, gepubliceerd } = await setup();
    await bericht({ signaalType: 'leerling-uitgeschreven', inhoud: { nieuweSchool: 'CBS De Regenboog', signaalDatum: '2025-10-14' }, overstap: { bestemmingSchool: 'De Kameleon' } });
    expect(gepubliceerd[0]?.name).toBe('leerling-uitgeschreven');
  });
  it.each(['variabele', 'register', 'logboek'])('R-MSG-1: uitgeschreven naar de school van het plan bevestigt de inschrijving (%s)', async (bron) => {
    const { bericht, gepubliceerd, db, casusId, register } = await setup();
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
    expect(gepubliceerd[0]).toMatchObject({ name: 'inschrijving-bevestigd', content: { ingeschrevenOp: '2025-10-14' } });
  });
  it('R-DZM-1: geen tweede doorzettingsmacht', async () => {
    const { bericht, gepubliceerd, deps, casusId } = await setup();
    const leg = (moment: string, job: Record<string, unknown>) => runWorker(makeDoorzettingsmachtVastleggen(deps), { casusId, dzm: { status: 'ROUTE_VERVOLGEN' } }, { headers: { moment }, ...job });
    await leg('begin', { processInstanceKey: '1', elementInstanceKey: '11' });
    const error = await businessError(bericht({ signaalType: 'impasse' }));
    expect(error.code).toBe('ONVOLDOENDE_GEGEVENS');
    expect(error.variables.validatieFouten).toEqual([expect.stringMatching(/^Wat wilt u doorgeven: voor deze casus loopt al/)]);
    await leg('eind', { processInstanceKey: '1', elementInstanceKey: '12' });
    await bericht({ signaalType: 'impasse' });
    expect(gepubliceerd).toHaveLength(1);
  });
  it('een onbekende of afgesloten casus', async () => {
    const { bericht, db } = await setup();
    expect((await businessError(bericht({ casusId: null, casusnummer: '2025-9999', signaalType: 'impasse' }))).code).toBe('CASUS_ONBEKEND');
    await db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: new Date() }).execute();
    const error = await businessError(bericht({ signaalType: 'impasse' }));
    expect(error.variables.validatieFouten).toEqual([expect.stringMatching(/^Casusnummer: er loopt geen casus/)]);
  });
  it('een onvolledig signaal en een onbekend bericht', async () => {
    const { bericht, gepubliceerd } = await setup();
    expect((await businessError(bericht({ signaalType: 'verzuim-gestopt', inhoud: {} }))).code).toBe('ONVOLDOENDE_GEGEVENS');
    await expect(bericht({}, { headers: { bericht: 'bestaat-niet' } })).rejects.toThrow(ContractError);
    await expect(bericht({})).rejects.toThrow(ContractError);
    expect(gepubliceerd).toEqual([]);
  });
});
