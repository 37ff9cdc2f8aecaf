import { describe, expect, test } from 'vitest';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';
import { KLOK, useBeheer } from './helpers/app.ts';

const beheer = useBeheer(() => ({ engineCommands: TERMIJNEN }));
const vraag = async (path: string) => (await beheer.als('swv-management')).get(path);

/** Zeven kinderen bij het gesprek met ouders, van wie één op een andere school. */
async function zevenKinderen(nummer = 'L-'): Promise<void> {
  const bron = new NepGeschiedenis(100, nummer === 'L-' ? 100 : 1_000);
  for (let i = 0; i < 7; i++) {
    const frame = bron.start('kernteam', '2025-09-01T08:00:00Z');
    const basis = nieuweCasus({ procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date('2025-09-01T08:00:00Z') }, `${nummer}${i}`);
    await open(beheer.register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${nummer}${i}`, geboortedatum: `${nummer === 'L-' ? 2018 : 2016}-03-1${i}` }, school: { ...basis.school, brin: i === 0 ? '11CD' : '10AB' } });
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
    expect(body).toMatchObject({ proces: 'leerling-bespreken', naam: expect.any(String), filter: {}, toelichting: [], kinderenNu: 7, versheid: { bijgewerktOm: '2025-09-08T09:00:00+02:00', actueel: true } });
    expect(body.elementen.find((e: { id: string }) => e.id === 'gesprek_ouders')).toMatchObject({
      soort: 'userTask', binnen: 'SP_GESPREK_OUDERS', stappen: ['KT-01a', 'GK-01a'], termijnen: [{ stap: 'KT-01a', aantal: 2, eenheid: 'schooldagen' }, { stap: 'GK-01a', aantal: 2, eenheid: 'schooldagen' }],
      nu: { kinderen: 7, overTermijn: 7, aandeelOverTermijn: 1, kalenderdagen: { n: 7, mediaan: 7, p90: null }, schooldagen: { mediaan: 5 } }, geeindigd: { kinderen: 0, kalenderdagen: null },
    });
    const boven = (await vraag('/api/kaart/kernteam')).body.elementen.find((e: { id: string }) => e.id === 'KT_01');
    expect(boven).toMatchObject({ roept: 'leerling-bespreken', nu: { kinderen: 7 }, inhoud: { nuOverTermijn: 5, nuAandeel: 1 } });
    expect(JSON.stringify(body)).not.toMatch(/Kind|Milan|Buikpijn/);
  });

  test('een filter dat minder dan vijf kinderen overlaat geeft geen enkel cijfer, en de school ernaast ook niet: samen zijn zij het geheel', async () => {
    await zevenKinderen();
    for (const school of ['11CD', '10AB', '99ZZ']) {
      const { body } = await vraag(`/api/kaart/kernteam?school=${school}`);
      expect([school, body.kinderenNu]).toEqual([school, null]);
      expect(body.elementen.find((e: { id: string }) => e.id === 'KT_01').nu).toEqual({ kinderen: null, overTermijn: null, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null });
      expect(body.toelichting[0]).toContain('Met een filter op school');
    }
  });

  test('nog eens vragen geeft byte voor byte hetzelfde, en na een wijziging het nieuwe', async () => {
    await zevenKinderen();
    const eerst = await vraag('/api/kaart/kernteam');
    expect((await vraag('/api/kaart/kernteam')).text).toBe(eerst.text);
    await zevenKinderen('L-1');
    expect((await vraag('/api/kaart/kernteam')).body.kinderenNu).toBe(14);
  });

  test('waaruit te kiezen is', async () => {
    await zevenKinderen();
    expect((await vraag('/api/kaart')).body).toMatchObject({ gemeenten: ['Sliedrecht'], besturen: ['Stichting De Brug'], scholen: [{ brin: '10AB' }, { brin: '11CD' }], groepen: [4], redenen: ['lopend'], routes: ['kernteam', 'geen-kernteam'], versies: { kernteam: [1] } });
  });

  test('een verkeerd filter is 400 met een zin per veld; welke dat zijn staat in kaartfilter.test.ts', async () => {
    for (const [filter, veld] of [['shool=10AB', ''], ['school=1&groep=9', 'school'], ['bestuur=x&groep=4', 'groep'], ['school=10AB&van=2025-09', 'van'], ['school=10AB&school=11CD', 'school']] as const) {
      const { status, body, type } = await vraag(`/api/kaart/kernteam?${filter}`);
      expect([filter, status, type, body.errors?.[0]?.veld]).toEqual([filter, 400, 'application/problem+json', veld]);
      expect(body.detail).toBe(body.errors.map((f: { melding: string }) => f.melding).join(' '));
    }
  });

  test('een kenmerk zonder tijd gaat over het lopende schooljaar, en dat staat in het antwoord', async () => {
    expect((await vraag('/api/kaart/kernteam?school=10AB')).body.filter).toEqual({ schooljaar: '2025-2026', school: '10AB' });
  });

  test('een proces dat er niet is: 404', async () => expect((await vraag('/api/kaart/bestaat-niet')).status).toBe(404));
});
