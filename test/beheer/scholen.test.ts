import { beforeEach, describe, expect, test } from 'vitest';
import { aanmelding } from '../helpers/aanmelding.ts';
import { open } from '../helpers/casus.ts';
import { useBeheer } from './helpers/app.ts';

const beheer = useBeheer();
beforeEach(async () => void (await open(beheer.register)));
const meldAan = (inhoud: object) => beheer.vraag().post('/casussen').set('authorization', beheer.sleutel()).send(inhoud);

describe('scholen', () => {
  test('een aanmelding kan een school niet hernoemen: geweigerd met beide namen; de beheerder kan het wel', async () => {
    const { status, body } = await meldAan(aanmelding({ leerlingLeerlingId: 'L-2018-0044', schoolNaam: 'OBS De Nieuwe Brug' }));
    expect(status).toBe(422);
    expect(body.errors[0].melding).toMatch(/"OBS De Wilgenbrug".*"OBS De Nieuwe Brug"/);
    expect((await beheer.bekijk('/scholen')).text).toContain('10AB: OBS De Wilgenbrug');
    expect((await beheer.druk('/scholen/10AB', { naam: ' OBS De  Nieuwe Brug ' })).status).toBe(303);
    expect((await beheer.bekijk('/scholen')).text).toContain('10AB: OBS De Nieuwe Brug');
  });

  test('een lege naam of een onbekende school wordt geweigerd, en zonder aanmelden komt niemand erin', async () => {
    expect((await beheer.druk('/scholen/10AB', { naam: ' ' })).status).toBe(422);
    expect((await beheer.druk('/scholen/99ZZ', { naam: 'Een school' })).status).toBe(404);
    await beheer.vraag().get('/scholen').expect(401);
  });

  test('een gebruikersnaam die niet bestaat wordt ook hier geweigerd', async () => {
    const { status, body } = await meldAan(aanmelding({ leerlingLeerlingId: 'L-2018-0045', schoolBrin: '99ZZ', ibErUserId: 'onbekend' }));
    expect(status).toBe(422);
    expect(body.errors[0].melding).toMatch(/^Gebruikersnaam IB-er: deze gebruikersnaam bestaat niet/);
  });
});
