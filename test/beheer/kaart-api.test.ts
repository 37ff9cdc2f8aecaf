import { describe, expect, test } from 'vitest';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';
import { KLOK, useBeheer } from './helpers/app.ts';

const beheer = useBeheer(() => ({ engineCommands: TERMIJNEN }));
const vraag = async (path: string) => (await beheer.als('swv-management')).get(path);

/** Zeven kinderen bij het gesprek met ouders, van wie één op een andere school. */
async function zevenKinderen(): Promise<void> {
  const bron = new NepGeschiedenis(100);
  for (let i = 0; i < 7; i++) {
    const frame = bron.start('kernteam', '2025-09-01T08:00:00Z');
    const basis = nieuweCasus({ procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date('2025-09-01T08:00:00Z') }, `L-${i}`);
    await open(beheer.register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${i}`, geboortedatum: `2018-03-1${i}` }, school: { ...basis.school, brin: i === 0 ? '11CD' : '10AB' } });
    const fase = bron.bezoek(frame, 'KT_01', 'CALL_ACTIVITY', '2025-09-01T08:00:00Z');
    bron.bezoek(bron.start('leerling-bespreken', '2025-09-01T08:00:01Z', fase), 'gesprek_ouders', 'USER_TASK', '2025-09-01T08:00:01Z');
  }
  await leesGeschiedenis({ register: beheer.register, bron, engine: TERMIJNEN, klok: KLOK, kalenders });
}

describe('/api/kaart', () => {
  test('alleen na aanmelden', async () => {
    expect((await beheer.vraag().get('/api/kaart/kernteam')).status).toBe(401);
    expect((await beheer.vraag().get('/api/kaart')).status).toBe(401);
  });

  test('waar kinderen nu zijn, hoe lang al, hoeveel over de termijn, en hoe vers dat is', async () => {
    await zevenKinderen();
    const { status, body } = await vraag('/api/kaart/leerling-bespreken');
    expect(status).toBe(200);
    expect(body).toMatchObject({ proces: 'leerling-bespreken', naam: expect.any(String), filter: {}, kinderenNu: 7, versheid: { bijgewerktOm: '2025-09-08T09:00:00+02:00', actueel: true } });
    expect(body.elementen.find((e: { id: string }) => e.id === 'gesprek_ouders')).toMatchObject({
      soort: 'userTask', binnen: 'SP_GESPREK_OUDERS', stappen: ['KT-01a', 'GK-01a'], termijnen: [{ stap: 'KT-01a', aantal: 2, eenheid: 'schooldagen' }, { stap: 'GK-01a', aantal: 2, eenheid: 'schooldagen' }],
      nu: { kinderen: 7, bezoeken: 7, overTermijn: 7, aandeelOverTermijn: 1, kalenderdagen: { n: 7, mediaan: 7, p90: 7, max: 7 }, schooldagen: { mediaan: 5 } }, geeindigd: { kinderen: 0, kalenderdagen: null },
    });
    const boven = (await vraag('/api/kaart/kernteam')).body.elementen.find((e: { id: string }) => e.id === 'KT_01');
    expect(boven).toMatchObject({ roept: 'leerling-bespreken', nu: { kinderen: 7 }, inhoud: { nuOverTermijn: 7, nuAandeel: 1 } });
    expect(JSON.stringify(body)).not.toMatch(/Kind|Milan|Buikpijn/);
  });

  test('een filter dat minder dan vijf kinderen overlaat geeft geen enkel cijfer', async () => {
    await zevenKinderen();
    const { body } = await vraag('/api/kaart/leerling-bespreken?school=11CD');
    expect(body.kinderenNu).toBe('<5');
    expect(body.elementen.find((e: { id: string }) => e.id === 'gesprek_ouders').nu).toEqual({ kinderen: '<5', bezoeken: null, overTermijn: null, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null });
  });

  test('waaruit te kiezen is', async () => {
    await zevenKinderen();
    expect((await vraag('/api/kaart')).body).toMatchObject({ gemeenten: ['Sliedrecht'], besturen: ['Stichting De Brug'], scholen: [{ brin: '10AB' }, { brin: '11CD' }], groepen: [4], redenen: ['lopend'], routes: ['kernteam', 'geen-kernteam'], versies: { kernteam: [1] } });
  });

  test.each([['groep=9', 'groep'], ['schooljaar=2025', 'schooljaar'], ['van=gisteren', 'van'], ['van=2025-10-01&tot=2025-09-01', 'tot'], ['route=kern', 'route'], ['shool=10AB', ''], ['schooljaar=2025-2026&van=2025-10-01', 'schooljaar'], ['school=1', 'school'], ['versie=0', 'versie']])('een verkeerd filter (%s) noemt het veld', async (filter, veld) => {
    const { status, body } = await vraag(`/api/kaart/kernteam?${filter}`);
    expect([status, body.errors?.[0]?.veld]).toEqual([400, veld]);
    expect(body.detail).toMatch(/verwacht|onbekend filter|ligt vóór|niet allebei/);
  });

  test('een proces dat er niet is: 404', async () => expect((await vraag('/api/kaart/bestaat-niet')).status).toBe(404));
});
