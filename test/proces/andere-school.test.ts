import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { biedWachtendeAan } from '../../domein/berichten/aanbieden.ts';
import { ZONDER_KERNTEAM } from '../helpers/aanmelding.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { perspectief, preludeB } from './helpers/prelude-geen-kernteam.ts';
import { escaleer, preludeA, vierDagenThuis } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

/** Een ander kind van een school, zodat het register haar en haar mensen kent. */
const ZANDPLAAT = { ...ZONDER_KERNTEAM, ibErEmail: 'ib@zandplaat.example', directeurEmail: 'directeur@zandplaat.example' };
const SCHOLEN = { '20XY': 'SO De Zandplaat', '10AB': 'OBS De Wilgenbrug', '30CD': 'OBS De Kade' } as const;

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const bekend = new Set<unknown>();
/** Zorgt dat het register deze school kent, met een kind dat verder niet meedoet. */
async function kent(velden: Record<string, unknown>): Promise<void> {
  const { schoolBrin = '10AB' } = velden;
  if (bekend.has(schoolBrin)) return;
  bekend.add(schoolBrin);
  await proef.zetKlok('2025-09-08T08:00');
  await proef.meldAan(startForm({ leerlingRoepnaam: 'Sara', leerlingAchternaam: `Bos${'abc'[bekend.size] ?? ''}`, ...velden }));
  await proef.cleanUp();
}

let nummer = 0;
const signaal = (casus: Casusverloop, signaalType: string, datum: string, anders: Record<string, unknown> = {}) =>
  example('casus-signaal', { casusnummer: casus.variabele('casusnummer'), signaalType, datum, datumVolledigTerug: undefined, ...anders });

/** Geeft door dat de leerling naar een andere school gaat, zoals het formulier dat doet. */
async function wissel(casus: Casusverloop, brin: keyof typeof SCHOLEN, op: string, ingeschrevenOp = op.slice(0, 10)): Promise<string> {
  await proef.zetKlok(op);
  const instantie = await proef.start('casus-signaal', signaal(casus, 'andere-school', op.slice(0, 10), {
    nieuweSchool: SCHOLEN[brin], nieuweSchoolBrin: brin, nieuwLeerlingnummer: `NIEUW-${1000 + ++nummer}`, ingeschrevenOp,
    contactNaam: 'K. Nieuw', contactEmail: `k.nieuw@school-${brin.toLowerCase()}.example`, contactUserId: undefined,
  }));
  await proef.quiesce();
  return instantie;
}

const inRegister = (casus: Casusverloop) => proef.register.db.selectFrom('casus').select(['casusnummer', 'brin', 'route', 'status', 'vierWekenSinds']).where('casusId', '=', casus.casusId).executeTakeFirstOrThrow();
const periode = async (casus: Casusverloop) => (await proef.register.db.selectFrom('thuisperiode as t').innerJoin('casus as c', 'c.leerlingId', 't.leerlingId').select(['t.eersteDag', 't.eindDag']).where('c.casusId', '=', casus.casusId).execute());
const nuIn = async (casus: Casusverloop) => (await proef.register.db.selectFrom('contact').select('rol').where('casusId', '=', casus.casusId).where('tot', 'is', null).orderBy('rol').execute()).map((c) => c.rol);
const biedAan = () => biedWachtendeAan({ register: proef.register, klok: proef.klok, engine: { publish: ({ name, correlationKey, messageId, content }) => proef.publish(name, correlationKey, content, messageId) } });
const acties = async (casus: Casusverloop) => (await registerVan(proef, casus.casusId)).logboek.map((r) => r.actie);

describe('errata CA-01-5, §3: een andere school, met één nummer en één klok', () => {
  test('vóór de escalatie: op de dag zelf van kernteam naar geen kernteam, en later weer terug', async () => {
    await kent(ZANDPLAAT);
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Noor' });
    const begin = await inRegister(casus);
    await wissel(casus, '20XY', '2025-09-17T10:00', '2025-09-22');
    expect(await inRegister(casus), 'tot die dag blijft alles bij de vorige school').toEqual(begin);

    await proef.zetKlok('2025-09-22T09:00');
    expect(await inRegister(casus)).toMatchObject({ casusnummer: begin.casusnummer, brin: '20XY', route: 'geen-kernteam', status: 'open' });
    expect(casus.teDoen(), 'stap 1 is gedaan; de mensen van de nieuwe route zijn aan zet').toEqual(expect.arrayContaining(['GK-02', 'GK-00c']));
    expect(casus.teDoen().filter((stap) => stap.startsWith('KT-') || stap === 'GK-01a')).toEqual([]);
    expect((await casus.taak('GK-02')).groepen).toEqual(['ib-er-20XY']);
    expect(await nuIn(casus)).toEqual(['directeur-school-van-herkomst', 'ib-er', 'schoolbestuur']);
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-76', 'N-77', 'N-78']));
    const { post } = await registerVan(proef, casus.casusId);
    expect(post.filter((p) => p.melding === 'N-76').map((p) => p.adres)).toEqual(expect.arrayContaining(['k.nieuw@school-20xy.example', 'directeur@zandplaat.example', 'ouder@voorbeeld.example']));
    expect(post.filter((p) => p.melding === 'N-77').map((p) => p.adres)).toEqual(expect.arrayContaining(['ib@wilgenbrug.example', 'directeur@wilgenbrug.example']));
    expect(await acties(casus)).toEqual(expect.arrayContaining(['Wijziging doorgegeven', 'Leerling naar een andere school', 'Casus gaat verder met een andere regie']));
    expect(proef.beeld.variable('school', casus.instantie)).toMatchObject({ brin: '20XY', heeftKernteam: false });

    await wissel(casus, '10AB', '2025-09-25T10:00');
    expect(await inRegister(casus)).toMatchObject({ casusnummer: begin.casusnummer, brin: '10AB', route: 'kernteam' });
    expect(casus.teDoen().filter((stap) => stap.startsWith('GK-'))).toEqual([]);
    await casus.doe('KT-02', example('verzuimstand', { peildatum: '2025-09-25', geenVerzuim: true, regels: [], teLaat: [], tweeWekenGroteMoeite: false, verzuimGestopt: undefined }), '2025-09-25T11:00');
    const voorstel = await casus.taak('KT-03');
    expect(proef.beeld.variable('regisseurSwvNaam', voorstel.elementInstance), 'wat eerder is geantwoord staat al ingevuld').toBe(example('regisseurs-voorstel').regisseurSwvNaam);
    expect(casus.incidenten()).toEqual([]);
  });

  test('in de vier weken: het gesprek geldt, het begin van de vier weken en van de klok blijven, in beide richtingen', async () => {
    await kent(ZANDPLAAT);
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Daan' });
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    const [begin, klok] = [await inRegister(casus), await periode(casus)];
    expect(begin.vierWekenSinds).toBe('2025-09-29');
    expect(klok).toMatchObject([{ eersteDag: '2025-09-22', eindDag: null }]);

    await wissel(casus, '20XY', '2025-10-08T10:00');
    expect(await inRegister(casus)).toEqual({ ...begin, brin: '20XY', route: 'geen-kernteam' });
    expect(await periode(casus)).toEqual(klok);
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['GK-02', 'GK-00c', 'GK-07a']));
    expect(casus.teDoen().filter((stap) => stap.startsWith('KT-') || ['GK-01a', 'GK-06'].includes(stap))).toEqual([]);
    expect((casus.variabele('termijnen') as { t0: string; cyclus: number })).toMatchObject({ t0: '2025-09-29', cyclus: 1 });
    expect((await casus.taak('GK-07a')).groepen).toEqual(['ib-er-20XY']);

    await wissel(casus, '10AB', '2025-10-10T10:00');
    expect(await inRegister(casus)).toEqual(begin);
    expect(await periode(casus)).toEqual(klok);
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['KT-02', 'KT-08a']));
    expect(casus.teDoen().filter((stap) => stap.startsWith('GK-') || stap === 'KT-07a')).toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });

  test('te veel thuis en nog geen gesprek: de nieuwe route gaat verder bij de escalatie', async () => {
    await kent({});
    const casus = await preludeB(proef, { ...ZANDPLAAT, leerlingRoepnaam: 'Lotte' });
    await casus.bericht('verzuimstand', { verzuimInvoer: { peildatum: '2025-09-26', regels: vierDagenThuis, teLaat: [], tweeWekenGroteMoeite: false } }, '2025-09-26T16:00');
    expect(casus.teDoen()).toContain('GK-06');
    await wissel(casus, '10AB', '2025-09-29T10:00');
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['KT-02', 'KT-07a']));
    expect(casus.teDoen()).not.toContain('GK-06');
    expect(await inRegister(casus)).toMatchObject({ route: 'kernteam' });
    expect(casus.incidenten()).toEqual([]);
  });

  test('in een brugplaats: de mensen zijn meteen die van de nieuwe school, de brugplaats loopt door, en daarna wisselt de regie', async () => {
    await kent(ZANDPLAAT);
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Finn', leerlingGeboortedatum: '2015-11-30', leerlingGroep: 7 });
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    await naarBrugplaats(casus);
    const klok = await periode(casus);
    await wissel(casus, '20XY', '2025-11-06T10:00');
    expect(await inRegister(casus)).toMatchObject({ brin: '20XY', route: 'kernteam' });
    expect(casus.teDoen(), 'errata BE-DOORZETTING: een nieuwe route beëindigt geen brugplaats').toContain('BS-hand');
    await proef.zetKlok('2025-11-06T12:00');
    await biedAan();
    await proef.quiesce();
    expect(casus.teDoen()).toContain('BS-hand');

    await casus.doe('BS-hand', example('brugplaats-handmatig', { resultaat: 'GEEN_PLAATS', startDatum: undefined, eindDatum: undefined, locatie: undefined, bestemming: undefined }), '2025-11-07T10:00');
    await casus.doe('KT-16a', example('brug-verkenning', { individueleBegeleidingSBO: 'NEE', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', allesIngezet: true, oudersAkkoord: 'ja' }), '2025-11-10T10:00');
    await casus.doe('KT-16y', example('geen-brug', { keuze: 'NIEUWE_CYCLUS' }), '2025-11-11T10:00');
    await proef.zetKlok('2025-11-11T12:00');
    await biedAan();
    await proef.quiesce();
    expect(await inRegister(casus)).toMatchObject({ route: 'geen-kernteam' });
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['GK-00c', 'GK-07a']));
    expect(casus.teDoen().filter((stap) => stap.startsWith('KT-'))).toEqual([]);
    expect(await periode(casus)).toEqual(klok);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een school met dezelfde regie: niets begint opnieuw, de open taken gaan naar haar mensen', async () => {
    await kent({ schoolNaam: SCHOLEN['30CD'], schoolBrin: '30CD', directeurEmail: 'directeur@kade.example' });
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Mees' });
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    const voor = casus.teDoen();
    await wissel(casus, '30CD', '2025-10-01T10:00');
    expect(casus.teDoen()).toEqual(voor);
    expect((await casus.taak('KT-08a')).groepen).toEqual(['ib-er-30CD']);
    expect(await nuIn(casus), 'de regisseurs blijven bij hetzelfde bestuur').toEqual(expect.arrayContaining(['regisseur-schoolbestuur', 'regisseur-swv']));
    expect(await meldingenVan(proef, casus.casusId)).not.toContain('N-78');
    expect(casus.incidenten()).toEqual([]);
  });

  test('de nieuwe school meldt het kind zelf aan: dezelfde casus gaat mee, en haar opgave van verzuim telt', async () => {
    const kind = { leerlingRoepnaam: 'Sem' };
    const casus = await preludeA(proef, kind);
    await proef.zetKlok('2025-09-22T10:00');
    const tweede = await proef.meldAan(startForm({ ...ZANDPLAAT, ...kind, signaalDatumSignaal: '2025-09-19', leerlingWoongemeente: 'Papendrecht', verzuimRegels: [{ datum: '2025-09-22', dagdelen: 2, uren: 5, soort: 'ZIEKTE' }] }));
    await tweede.afgelopen();
    expect(tweede.variabele('casusnummer')).toBe(casus.variabele('casusnummer'));
    await biedAan();
    await proef.quiesce();
    expect(await inRegister(casus)).toMatchObject({ brin: '20XY', route: 'geen-kernteam' });
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['GK-02', 'GK-00c']));
    const { logboek } = await registerVan(proef, casus.casusId);
    expect(logboek.filter((r) => r.actie === 'Woongemeente gewijzigd').map((r) => r.uitkomst)).toContain('Van Sliedrecht naar Papendrecht.');
    expect([...casus.metGegevens(), ...tweede.metGegevens()]).toEqual([]);
    expect([...casus.incidenten(), ...tweede.incidenten()]).toEqual([]);
  });

  test('tijdens het sluiten: school en gemeente veranderen mee, en na een terugval is de route die van de school van nu', async () => {
    await kent(ZANDPLAAT);
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Evi' });
    await casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-09-22' }, '2025-09-24T11:00');
    expect(casus.teDoen()).toEqual(['KT-18']);
    await wissel(casus, '20XY', '2025-09-25T10:00');
    await proef.start('casus-signaal', signaal(casus, 'woongemeente-gewijzigd', '2025-09-25', { nieuweGemeente: 'Dordrecht' }));
    await proef.quiesce();
    expect(casus.teDoen()).toEqual(['KT-18']);
    expect(await inRegister(casus)).toMatchObject({ brin: '20XY', route: 'kernteam' });
    expect(await meldingenVan(proef, casus.casusId)).toEqual(expect.arrayContaining(['N-30', 'N-76']));

    await casus.bericht('verzuimstand', { verzuimInvoer: { peildatum: '2025-10-03', regels: ['2025-09-29', '2025-09-30', '2025-10-01', '2025-10-02'].map((datum) => ({ datum, dagdelen: 2, uren: 5, soort: 'ZIEKTE' })), teLaat: [], tweeWekenGroteMoeite: false } }, '2025-10-03T16:00');
    expect(await inRegister(casus)).toMatchObject({ route: 'geen-kernteam' });
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['GK-01a', 'GK-06']));
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('wanneer een verandering van school de casus sluit', () => {
  test('uitgeschreven naar een school waar de leerling nog niet volledig naartoe gaat sluit niet; volledig naar school wel', async () => {
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Bo' });
    await proef.zetKlok('2025-09-22T10:00');
    const weg = { nieuweSchool: 'De Sprong', ingeschrevenOp: '2025-09-22' };
    const nee = await proef.start('casus-signaal', signaal(casus, 'leerling-uitgeschreven', '2025-09-22', { ...weg, volledigNaarSchool: 'nee' }));
    await proef.quiesce();
    expect(JSON.stringify(proef.beeld.variable('fouten_CA_18_2', nee))).toMatch(/zolang de leerling thuis is, sluit de casus niet/);
    expect(await inRegister(casus)).toMatchObject({ status: 'open' });
    await proef.start('casus-signaal', signaal(casus, 'leerling-uitgeschreven', '2025-09-22', { ...weg, volledigNaarSchool: 'ja' }));
    await proef.quiesce();
    expect(casus.teDoen()).toEqual(['KT-18']);
    expect(casus.incidenten()).toEqual([]);
  });

  test('een kind zonder school dat op een andere school komt: de casus gaat mee, en een later antwoord van leerplicht sluit haar niet', async () => {
    await kent(ZANDPLAAT);
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Jip' });
    await casus.bericht('nergens-ingeschreven', { uitgeschrevenOp: '2025-09-17' }, '2025-09-17T10:00');
    await wissel(casus, '20XY', '2025-09-22T10:00');
    expect(proef.beeld.variable('leerling', casus.instantie)).toMatchObject({ ingeschreven: true });
    expect(await periode(casus), 'de klok loopt door tot het kind echt naar school gaat').toMatchObject([{ eersteDag: '2025-09-17', eindDag: null }]);
    await casus.doe('X-12', { ...example('inschrijving-nagaan'), datum: '2025-09-23', uitkomst: 'ANDERE_SCHOOL', ingeschrevenOp: '2025-09-22', nieuweSchool: 'SO De Zandplaat' }, '2025-09-23T10:00');
    expect(await inRegister(casus)).toMatchObject({ status: 'open', brin: '20XY', route: 'geen-kernteam' });
    expect(casus.incidenten()).toEqual([]);
  });
});

test('wat niet klopt komt terug met een zin, en er verandert niets', async () => {
  await kent(ZANDPLAAT);
  const casus = await preludeA(proef, { leerlingRoepnaam: 'Roos' });
  const voor = await inRegister(casus);
  await proef.zetKlok('2025-09-17T10:00');
  const fout = async (anders: Record<string, unknown>) => {
    const goed = { nieuweSchool: 'SO De Zandplaat', nieuweSchoolBrin: '20XY', nieuwLeerlingnummer: 'NIEUW-0001', ingeschrevenOp: '2025-09-17', contactNaam: 'K. Nieuw', contactEmail: 'k@zandplaat.example' };
    const instantie = await proef.start('casus-signaal', { ...signaal(casus, 'andere-school', '2025-09-17', goed), ...anders });
    await proef.quiesce();
    return JSON.stringify(proef.beeld.variable('fouten_CA_18_2', instantie));
  };
  expect(await fout({ nieuweSchoolBrin: '99ZZ' })).toMatch(/kent 99ZZ nog niet. Laat de nieuwe school de leerling zelf aanmelden/);
  expect(await fout({ nieuweSchool: 'De Regenboog' })).toMatch(/20XY hoort bij \\"SO De Zandplaat\\"/);
  expect(await fout({ nieuweSchool: SCHOLEN['10AB'], nieuweSchoolBrin: '10AB' })).toMatch(/staat in deze casus al op deze school/);
  expect(await fout({ ingeschrevenOp: null, contactEmail: 'geen adres' })).toMatch(/E-mail.*Ingeschreven of begonnen op/);
  expect(await inRegister(casus)).toEqual(voor);
});

/** Van het eind van de vier weken tot een gekozen brugplaats bij het SBO. */
async function naarBrugplaats(casus: Casusverloop): Promise<void> {
  await proef.zetKlok('2025-10-28T09:00');
  await casus.doe('KT-14', perspectief({ overbruggingNodig: 'ja', aanbodplek: 'SBO', wachttijdWeken: 14 }), '2025-11-03T10:00');
  await casus.doe('KT-16a', example('brug-verkenning', { aanleiding: 'WACHTLIJST', individueleBegeleidingSBO: 'JA', individueleBegeleidingASVZ: 'NEE', ruimteKDC: 'NEE', voOrientatie: 'nee', allesIngezet: true, oudersAkkoord: 'ja', besprokenMetKernteamOfContactpersoon: true, aangepastAanbodSinds: '2025-10-06' }), '2025-11-04T09:00');
  await casus.doe('KT-16b', example('brug-keuze', { gekozenOptie: 'sbo' }), '2025-11-04T10:00');
}
