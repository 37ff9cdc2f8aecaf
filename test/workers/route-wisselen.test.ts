import { beforeEach, describe, expect, test } from 'vitest';
import { wachtNog } from '../../domein/berichten/vasthouden.ts';
import { eerdereAntwoorden } from '../../domein/logboek/eerdere-antwoorden.ts';
import { makeFormulierlezer } from '../../domein/logboek/formulier.ts';
import { bewaarSignaal, vangSignaal } from '../../registratie/signaal.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { makeRouteWisselen } from '../../workers/route-wisselen.ts';
import { open, registreer } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
  await registreer(bank.register, casusId);
  await bank.register.db.updateTable('school').set({ heeftKernteam: false }).execute();
});

let volgnummer = 0;
const ingevuld = (formulier: string, tijdstip: string, velden: Record<string, unknown> = { a: 1 }, stap = 'KT') =>
  bank.register.transaction((tx) => voegLogboekToe(tx, { casusId, tijdstip: new Date(tijdstip), stap, actie: formulier, actor: 'ib-er', rol: 'ib-er', uitkomst: 'x', formulier, velden, sleutel: `t${++volgnummer}` }));
const wissel = () => runWorker(makeRouteWisselen(bank.deps()), { casusId });

describe('errata CA-01-5: de route voor de school van nu, en waar het kind was', () => {
  test('nog niets gedaan: de route begint bij stap 1, en wie de regie had hoort er niet meer bij', async () => {
    await bank.register.db.insertInto('contact').values({ contactId: crypto.randomUUID(), casusId, rol: 'regisseur-swv', userId: 'r', naam: null, email: null, sinds: bank.klok.nu() }).execute();
    expect(await wissel()).toEqual({ route: 'geen-kernteam', afsluiter: { rol: 'contactpersoon-swv', persoon: 'contactpersoonSwv', groep: 'contactpersoon-swv' }, hervat: { besproken: false, geescaleerd: false, gesproken: false, escalatieSignaal: null, escalatie: null, vierWeken: null, ronde: 1 } });
    expect((await bank.register.db.selectFrom('contact').select('rol').where('tot', 'is', null).orderBy('rol').execute()).map((c) => c.rol)).toEqual(['ib-er', 'schoolbestuur']);
    expect(await bank.register.db.selectFrom('thuiszittersregistratie').select('route').executeTakeFirst()).toEqual({ route: 'geen-kernteam' });
    expect(await bank.register.db.selectFrom('logboekRegel').select(['actie', 'uitkomst']).execute()).toEqual([{ actie: 'Casus gaat verder met een andere regie', uitkomst: expect.stringContaining('Van de route kernteam naar geen-kernteam, voor OBS De Wilgenbrug. De escalatie is er nog niet.') }]);
  });

  test('te veel thuis en nog geen gesprek: de escalatie gaat mee', async () => {
    await ingevuld('bespreking-team', '2025-09-05T10:00:00Z');
    const { signaalId } = await bewaarSignaal(bank.register.db, { casusId, bericht: 'escalatie-thuis', sleutel: 's', inhoud: { escalatieSignaal: { weekNr: 37, dagenThuisWeek: 4 } }, ontvangenIn: 'x', op: bank.klok.nu() });
    expect((await wissel()).hervat, 'een escalatie die niemand oppakte komt vanzelf nog').toMatchObject({ geescaleerd: false });
    await bank.register.transaction((tx) => vangSignaal(tx, signaalId, bank.klok.nu()));
    expect((await wissel()).hervat).toMatchObject({ besproken: true, geescaleerd: true, gesproken: false, escalatieSignaal: { weekNr: 37, dagenThuisWeek: 4 } });
  });

  test('in de vier weken: begin, periode en ronde gaan mee', async () => {
    const { db } = bank.register;
    await db.updateTable('casus').set({ vierWekenSinds: '2025-09-01' }).execute();
    await db.updateTable('thuiszittersregistratie').set({ escalatieDatum: '2025-08-25', cyclus: 2, dagenThuisWeek: 4 }).execute();
    await ingevuld('monitoring-week', '2025-08-28T10:00:00Z');
    await ingevuld('monitoring-week', '2025-09-04T10:00:00Z');
    expect((await wissel()).hervat).toMatchObject({ gesproken: true, geescaleerd: true, escalatie: { gesprekDatum: '2025-08-25', dagenThuisWeek: 4 }, vierWeken: { sinds: '2025-09-01', cyclus: 2 }, ronde: 2 });
    expect(await db.selectFrom('casus').select(['vierWekenSinds', 'routeOpnieuwSinds']).executeTakeFirst()).toEqual({ vierWekenSinds: '2025-09-01', routeOpnieuwSinds: '2025-09-08' });
  });
});

test('de eerste keer na de wissel staat wat eerder is geantwoord al ingevuld; daarna en bij wat elke week nieuw is niet', async () => {
  const taak = (formulier: string) => eerdereAntwoorden(bank.register, makeFormulierlezer(), { casusId, formulier }, 'GK-01a');
  await ingevuld('gesprek-ouders', '2025-09-05T10:00:00Z', { oorzaken: 'Druk in de klas' });
  expect((await taak('gesprek-ouders')).oorzaken).toBeUndefined();
  await wissel();
  expect((await taak('gesprek-ouders')).oorzaken).toBe('Druk in de klas');
  await ingevuld('verzuimweek', '2025-09-05T10:00:00Z', { geenVerzuim: true });
  expect((await taak('verzuimweek')).geenVerzuim).toBeUndefined();
  await ingevuld('gesprek-ouders', '2025-09-09T10:00:00Z', { oorzaken: 'Anders' });
  expect((await taak('gesprek-ouders')).oorzaken).toBeUndefined();
});

describe('errata BE-DOORZETTING: een nieuwe route beëindigt geen brugplaats', () => {
  const wacht = () => wachtNog(bank.register.db, casusId, 'route-wisselt');
  test('zij wacht vanaf de keuze van een brugplaats of het plan voor een overstap, tot er weer een besluit is', async () => {
    expect(await wacht()).toBe(false);
    await ingevuld('perspectief', '2025-09-01T10:00:00Z');
    expect(await wacht()).toBe(false);
    await ingevuld('brug-keuze', '2025-09-02T10:00:00Z');
    expect(await wacht()).toBe(true);
    expect(await wachtNog(bank.register.db, casusId, 'andere-school'), 'de mensen wisselen meteen').toBe(false);
    await ingevuld('geen-brug', '2025-09-03T10:00:00Z');
    expect(await wacht()).toBe(false);
    await ingevuld('overdracht-overstap', '2025-09-04T10:00:00Z');
    expect(await wacht()).toBe(true);
    await bank.register.db.updateTable('casus').set({ vierWekenSinds: '2025-09-05' }).execute();
    expect(await wacht()).toBe(false);
  });
  test('een besluit van de bestuurder gaat mee tot de overstap is gemaakt; nam hij er geen, dan is er niets om op te wachten', async () => {
    await ingevuld('perspectief', '2025-09-01T10:00:00Z');
    await ingevuld('doorzettingsmacht-handmatig', '2025-09-02T10:00:00Z', { status: 'DOORZETTINGSBESLUIT' }, 'DZ-hand');
    expect(await wacht()).toBe(false);
    await ingevuld('doorzettingsmacht-handmatig', '2025-09-03T10:00:00Z', { besluitGenomen: 'nee' }, 'DZ-besluit');
    expect(await wacht()).toBe(false);
    await ingevuld('doorzettingsmacht-handmatig', '2025-09-04T10:00:00Z', { besluitGenomen: 'ja', bestemming: 'SO De Boei' }, 'DZ-besluit');
    expect(await wacht()).toBe(true);
  });
  test('ook een doorzettingsmacht loopt eerst af', async () => {
    await bank.register.db.updateTable('casus').set({ doorzettingsmachtInstantie: 'x' }).execute();
    expect(await wacht()).toBe(true);
  });
});
