import { beforeEach, describe, expect, test } from 'vitest';
import { aanmelding } from '../helpers/aanmelding.ts';
import { open } from '../helpers/casus.ts';
import { PASSWORD, useBeheer } from './helpers/app.ts';

const beheer = useBeheer();
beforeEach(async () => void (await open(beheer.register)));
const meldAan = (inhoud: object) => beheer.vraag().post('/casussen').auth('beheer', PASSWORD).set('Sec-Fetch-Site', 'same-origin').send(inhoud);

describe('scholen', () => {
  test('een aanmelding kan een school niet hernoemen: geweigerd met beide namen; de beheerder kan het wel', async () => {
    const { status, body } = await meldAan(aanmelding({ leerlingLeerlingId: 'L-2018-0044', schoolNaam: 'OBS De Nieuwe Brug' }));
    expect(status).toBe(422);
    expect(body.errors[0].melding).toMatch(/"OBS De Wilgenbrug".*"OBS De Nieuwe Brug"/);
    expect((await beheer.vraag().get('/scholen').auth('beheer', PASSWORD)).text).toContain('10AB: OBS De Wilgenbrug');
    await beheer.vraag().post('/scholen/10AB').auth('beheer', PASSWORD).set('Sec-Fetch-Site', 'same-origin').type('form').send({ naam: ' OBS De  Nieuwe Brug ' }).expect(303);
    expect((await beheer.vraag().get('/scholen').auth('beheer', PASSWORD)).text).toContain('10AB: OBS De Nieuwe Brug');
  });

  test('een lege naam of een onbekende school wordt geweigerd, en zonder aanmelden komt niemand erin', async () => {
    const bewaar = (brin: string, naam: string) => beheer.vraag().post(`/scholen/${brin}`).auth('beheer', PASSWORD).set('Sec-Fetch-Site', 'same-origin').type('form').send({ naam });
    await bewaar('10AB', ' ').expect(422);
    await bewaar('99ZZ', 'Een school').expect(404);
    await beheer.vraag().get('/scholen').expect(401);
  });

  test('een gebruikersnaam die niet bestaat wordt ook hier geweigerd', async () => {
    const { status, body } = await meldAan(aanmelding({ leerlingLeerlingId: 'L-2018-0045', schoolBrin: '99ZZ', ibErUserId: 'onbekend' }));
    expect(status).toBe(422);
    expect(body.errors[0].melding).toMatch(/^Gebruikersnaam IB-er: deze gebruikersnaam bestaat niet/);
  });
});
