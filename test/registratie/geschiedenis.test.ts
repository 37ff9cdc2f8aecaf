import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leesGeschiedenis, type Ronde } from '../../domein/geschiedenis/ronde.ts';
import { leesGeschiedenisStand } from '../../registratie/geschiedenis/stand.ts';
import type { Register } from '../../registratie/register.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';

describe.each(DATABASES)('geschiedenis op %s', (soort) => {
  let proef: TestDatabase;
  let register: Register;
  let bron: NepGeschiedenis;
  let nu: Date;
  beforeAll(async () => {
    proef = await openTestDatabase(soort);
    register = proef.register;
  }, 60_000);
  beforeEach(async () => {
    await proef.clear();
    bron = new NepGeschiedenis();
    nu = new Date('2025-09-20T12:00:00Z');
  });
  afterAll(() => proef.close());

  const lees = (): Promise<Ronde> => leesGeschiedenis({ register, bron, engine: TERMIJNEN, klok: { nu: () => nu }, kalenders });
  const bezoeken = () => register.db.selectFrom('elementbezoek').selectAll().orderBy('begonnen').orderBy('sleutel').execute();
  const bezoek = async (sleutel: string) => (await bezoeken()).find((b) => b.sleutel === sleutel);

  /** Een casus die haar route doorloopt tot in de gedeelde fase, met een open gesprek. */
  async function casus(route: 'kernteam' | 'geen-kernteam' = 'kernteam', leerling = 'L-2018-0031', dag = '2025-09-08', partitie = 1) {
    const frame = bron.start('casus', `${dag}T08:00:00Z`, undefined, partitie);
    bron.bezoek(frame, 'SE_start', 'START_EVENT', `${dag}T08:00:00Z`, `${dag}T08:00:00Z`, partitie);
    const roep = bron.bezoek(frame, 'route_doorlopen', 'CALL_ACTIVITY', `${dag}T08:00:02Z`, null, partitie);
    const routeInstantie = bron.start(route, `${dag}T08:00:02Z`, roep, partitie);
    const fase = bron.bezoek(routeInstantie, route === 'kernteam' ? 'KT_01' : 'GK_01', 'CALL_ACTIVITY', `${dag}T08:00:03Z`, null, partitie);
    const faseInstantie = bron.start('leerling-bespreken', `${dag}T08:00:03Z`, fase, partitie);
    const gesprek = bron.bezoek(faseInstantie, 'gesprek_ouders', 'USER_TASK', `${dag}T08:00:04Z`, null, partitie);
    const { casusId } = await open(register, nieuweCasus({ route, procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date(`${dag}T08:00:01Z`) }, leerling));
    return { casusId, frame, roep, routeInstantie, fase, faseInstantie, gesprek };
  }

  test('een bespreking in het OT telt bij de stap die haar vroeg', async () => {
    const { faseInstantie, routeInstantie } = await casus('geen-kernteam');
    const vraag = bron.bezoek(faseInstantie, 'ot_breed_bespreken', 'CALL_ACTIVITY', '2025-09-08T09:00:00Z');
    const uitStap1 = bron.bezoek(bron.start('ot-bespreking', '2025-09-08T09:00:01Z', vraag), 'perspectief_in_ot', 'USER_TASK', '2025-09-08T09:00:02Z');
    const later = bron.bezoek(routeInstantie, 'GK_06o', 'CALL_ACTIVITY', '2025-09-09T09:00:00Z');
    const naGesprek = bron.bezoek(bron.start('ot-bespreking', '2025-09-09T09:00:01Z', later), 'perspectief_in_ot', 'USER_TASK', '2025-09-09T09:00:02Z');
    await lees();
    expect([(await bezoek(uitStap1.key))?.stap, (await bezoek(naGesprek.key))?.stap]).toEqual(['GK-01c', 'GK-06o']);
  });

  test('elk bezoek weet zijn casus, zijn route en zijn stap, ook in een fase die beide routes delen', async () => {
    const [met, zonder] = [await casus('kernteam'), await casus('geen-kernteam', 'L-2018-0032')];
    await lees();
    expect(await bezoek(met.gesprek.key)).toMatchObject({ proces: 'leerling-bespreken', versie: 1, element: 'gesprek_ouders', casusId: met.casusId, route: 'kernteam', stap: 'KT-01a', toestand: 'open', geeindigd: null });
    expect(await bezoek(zonder.gesprek.key)).toMatchObject({ casusId: zonder.casusId, route: 'geen-kernteam', stap: 'GK-01a' });
    expect((await bezoeken()).every((b) => b.casusId !== null)).toBe(true);
    const { pad } = await register.db.selectFrom('procesInstantie').select('pad').where('sleutel', '=', met.faseInstantie.key).executeTakeFirstOrThrow();
    expect(pad).toEqual(['casus:route_doorlopen', 'kernteam:KT_01']);
  });

  test('een taak heeft de termijn van haar stap; wie eerder al een einddatum had, houdt die', async () => {
    const { casusId, gesprek, faseInstantie } = await casus();
    const eigen = bron.bezoek(faseInstantie, 'gesprek_ouders', 'USER_TASK', '2025-09-10T08:00:00Z');
    await register.db.insertInto('openTaak').values({ elementInstanceKey: eigen.key, casusId, stap: 'KT-01a', naam: 'x', uiterlijk: new Date('2025-09-30T15:00:00Z'), geopendOp: nu }).execute();
    await lees();
    expect((await bezoek(gesprek.key))?.uiterlijk).toEqual(new Date('2025-09-10T17:00:00+02:00'));
    expect((await bezoek(eigen.key))?.uiterlijk).toEqual(new Date('2025-09-30T15:00:00Z'));
    bron.eindig(gesprek, '2025-09-10T15:00:01Z');
    nu = new Date(nu.getTime() + 11 * 60_000);
    await lees();
    expect(await bezoek(gesprek.key)).toMatchObject({ teLaat: true, kalenderdagen: 2, schooldagen: 2 });
  });

  test('nog eens lezen verandert niets', async () => {
    await casus();
    await lees();
    const eerst = await bezoeken();
    expect(await lees()).toEqual({ bezoeken: 0, casussen: 0 });
    expect(await bezoeken()).toEqual(eerst);
  });

  test('wat open was krijgt later zijn einde, ook na een week stilstand, en een vakantie is geen vertraging', async () => {
    const { gesprek } = await casus('kernteam', 'L-2018-0031', '2025-10-10');
    nu = new Date('2025-10-10T10:00:00Z');
    await lees();
    bron.eindig(gesprek, '2025-10-28T09:00:00Z');
    nu = new Date('2025-11-06T10:00:00Z');
    await lees();
    // Vrijdag 10 oktober; herfstvakantie 18 t/m 26 oktober; dinsdag 28 oktober.
    expect(await bezoek(gesprek.key)).toMatchObject({ toestand: 'klaar', kalenderdagen: 18, schooldagen: 7, eindDag: '2025-10-28', schooljaar: '2025-2026' });
  });

  test('afgebroken is iets anders dan klaar, en telt wel mee', async () => {
    const { gesprek } = await casus();
    await lees();
    bron.eindig(gesprek, '2025-09-12T09:00:00Z', 'TERMINATED');
    nu = new Date(nu.getTime() + 11 * 60_000);
    await lees();
    expect(await bezoek(gesprek.key)).toMatchObject({ toestand: 'afgebroken', geteld: true, kalenderdagen: 4 });
  });

  test.each(['begin', 'einde', 'instanties', 'open'])('wie halverwege stopt bij "%s" gaat daar verder en mist niets', async (waar) => {
    for (let i = 0; i < 4; i++) {
      const { gesprek } = await casus('kernteam', `L-2018-10${i}0`, `2025-09-0${i + 1}`);
      if (i % 2) bron.eindig(gesprek, '2025-09-19T20:00:00Z');
    }
    let nog = waar === 'einde' ? 1 : 2;
    bron.bijBladzijde = (vraag) => { if (vraag === waar && --nog === 0) throw new Error('weg'); };
    const eersteVan: number[] = [];
    const vanaf = bron.visitsStarted;
    bron.visitsStarted = (from) => { eersteVan.push(from.getTime()); return vanaf(from); };
    await expect(lees()).rejects.toThrow('weg');
    expect((await leesGeschiedenisStand(register.db)).misluktSinds).toEqual(nu);
    nu = new Date(nu.getTime() + 60_000);
    await lees();
    expect((await bezoeken()).map((b) => [b.sleutel, b.toestand]).sort()).toEqual(bron.bezoeken.map((b) => [b.key, b.state === 'ACTIVE' ? 'open' : 'klaar']).sort());
    expect(await leesGeschiedenisStand(register.db)).toMatchObject({ misluktSinds: null, volledigOp: nu });
    if (waar === 'begin') expect(eersteVan[1], 'niet van voren af aan').toBeGreaterThan(0);
  });

  test('een partitie die achterliep wordt ingehaald zodra zij weer iets laat zien', async () => {
    await casus();
    const ander = await casus('geen-kernteam', 'L-2018-0032', '2025-09-09', 2);
    await lees();
    // Partitie 2 blijft hangen: er begint en eindigt iets dat nog niet te zien is, terwijl partitie 1 doorgaat.
    const gemist = bron.bezoek(ander.faseInstantie, 'gesprek_ouders', 'USER_TASK', '2025-09-10T08:00:00Z', '2025-09-10T09:00:00Z', 2);
    bron.verborgen.add(gemist.key);
    await casus('kernteam', 'L-2018-0033', '2025-09-15');
    await lees();
    expect(await bezoek(gemist.key)).toBeUndefined();
    bron.verborgen.clear();
    bron.bezoek(ander.faseInstantie, 'gesprek_ouders', 'USER_TASK', '2025-09-15T09:00:00Z', '2025-09-15T09:00:00Z', 2);
    await lees();
    expect(await bezoek(gemist.key)).toMatchObject({ toestand: 'klaar', casusId: ander.casusId });
  });

  test('wat binnen dezelfde partitie te laat in de zoekindex kwam, komt de volgende dag alsnog', async () => {
    const { faseInstantie } = await casus();
    await lees();
    const laat = bron.bezoek(faseInstantie, 'gesprek_ouders', 'USER_TASK', '2025-09-19T08:00:00Z', '2025-09-19T09:00:00Z');
    bron.verborgen.add(laat.key);
    bron.bezoek(faseInstantie, 'gesprek_ouders', 'USER_TASK', '2025-09-20T11:00:00Z', '2025-09-20T11:30:00Z');
    await lees();
    bron.verborgen.clear();
    nu = new Date('2025-09-21T06:00:00Z');
    await lees();
    expect(await bezoek(laat.key)).toMatchObject({ toestand: 'klaar' });
  });

  test('na een migratie staat het bezoek bij het nieuwe element en de nieuwe versie, op dezelfde regel', async () => {
    const { gesprek } = await casus();
    await lees();
    Object.assign(gesprek, { elementId: 'gesprek_ouders_nieuw', definition: bron.model('leerling-bespreken', 2) });
    nu = new Date(nu.getTime() + 11 * 60_000);
    await lees();
    expect(await bezoek(gesprek.key)).toMatchObject({ element: 'gesprek_ouders_nieuw', versie: 2, toestand: 'open' });
    expect(await bezoeken()).toHaveLength(bron.bezoeken.length);
  });

  test('wat gelezen werd voordat de casus er was, hoort er daarna bij', async () => {
    const frame = bron.start('casus', '2025-09-20T11:59:00Z');
    const begin = bron.bezoek(frame, 'SE_start', 'START_EVENT', '2025-09-20T11:59:00Z', '2025-09-20T11:59:00Z');
    await lees();
    expect(await bezoek(begin.key)).toMatchObject({ casusId: null });
    const { casusId } = await open(register, nieuweCasus({ procesInstantieKey: frame.key }));
    await lees();
    expect(await bezoek(begin.key)).toMatchObject({ casusId, route: 'kernteam', geteld: true });
  });

  test('wat los van de casus is gestart hoort erbij door de variabele casusId', async () => {
    const { casusId } = await casus();
    const los = bron.start('meldcode', '2025-09-10T08:00:00Z');
    bron.variabelen.set(los.key, casusId);
    const stap = bron.bezoek(los, 'SE_start', 'START_EVENT', '2025-09-10T08:00:00Z', '2025-09-10T08:00:00Z');
    await lees();
    expect(await bezoek(stap.key)).toMatchObject({ casusId, route: 'kernteam' });
  });

  test('wat de engine niet meer kent is vermist en niet meer open; komt het terug, dan is het weer open', async () => {
    const { gesprek } = await casus();
    await lees();
    bron.verborgen.add(gesprek.key);
    nu = new Date(nu.getTime() + 11 * 60_000);
    await lees();
    expect((await bezoek(gesprek.key))?.toestand).toBe('vermist');
    bron.verborgen.clear();
    nu = new Date(nu.getTime() + 11 * 60_000);
    await lees();
    expect((await bezoek(gesprek.key))?.toestand).toBe('open');
  });

  test('een sleutel boven 2^53 blijft precies dezelfde', async () => {
    const { gesprek } = await casus('kernteam', 'L-2018-0031', '2025-09-08', 5);
    expect(Number.isSafeInteger(Number(gesprek.key))).toBe(false);
    await lees();
    expect(await bezoek(gesprek.key)).toBeDefined();
  });
});
