import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { redenTekst } from '../../beheer/redenen.ts';
import { rolTekst } from '../../beheer/kaart/rolnamen.ts';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';
import { KLOK, useBeheer, VAN_HIER } from './helpers/app.ts';

const beheer = useBeheer(() => ({ engineCommands: TERMIJNEN }));
const bekijk = async (pad: string) => (await beheer.als('swv-management')).get(pad).set(VAN_HIER);

async function zevenKinderen(): Promise<void> {
  const bron = new NepGeschiedenis(100);
  for (let i = 0; i < 7; i++) {
    const frame = bron.start('kernteam', '2025-09-01T08:00:00Z');
    const basis = nieuweCasus({ procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date('2025-09-01T08:00:00Z') }, `L-${i}`);
    await open(beheer.register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${i}`, geboortedatum: `2018-03-1${i}` } });
    const fase = bron.bezoek(frame, 'KT_01', 'CALL_ACTIVITY', '2025-09-01T08:00:00Z');
    bron.bezoek(bron.start('leerling-bespreken', '2025-09-01T08:00:01Z', fase), 'gesprek_ouders', 'USER_TASK', '2025-09-01T08:00:01Z');
  }
  await leesGeschiedenis({ register: beheer.register, bron, engine: TERMIJNEN, klok: KLOK, kalenders });
}

describe('/kaart', () => {
  test('noemt het geheel, de routes en hun stappen, met dit schooljaar', async () => {
    const { text, status } = await bekijk('/kaart');
    expect(status).toBe(200);
    expect(text).toContain('href="/kaart/kernteam?schooljaar&#x3D;2025-2026"');
    expect(text).toMatch(/Leerling bespreken<\/a> <span class="proceslijst__stap">KT-01, GK-01/);
  });
});

describe('/kaart/<proces>', () => {
  test('de tabel heeft dezelfde getallen als de API, en de tekening krijgt ze ook; nergens een naam van een kind', async () => {
    await zevenKinderen();
    const { text, status } = await bekijk('/kaart/kernteam');
    expect(status).toBe(200);
    expect(text).toMatch(/id="rij-KT_01"[\s\S]*?<td data-waarde="7" class="getal">7<\/td>/);
    expect(text).toContain('&quot;id&quot;:&quot;KT_01&quot;,&quot;niveau&quot;:1,&quot;getal&quot;:&quot;7&quot;');
    expect(text).toContain('bijgewerkt om maandag 8 september 2025 om 09:00');
    expect(text).not.toMatch(/Kind\d|Milan|Buikpijn/);
  });

  test('een aangeroepen proces opent met hetzelfde filter, en een kruimel leidt terug', async () => {
    await zevenKinderen();
    expect((await bekijk('/kaart/kernteam?schooljaar=2025-2026')).text).toContain('href="/kaart/leerling-bespreken?schooljaar&#x3D;2025-2026&amp;via&#x3D;kernteam"');
    expect((await bekijk('/kaart/leerling-bespreken?schooljaar=2025-2026&via=casus,kernteam')).text).toContain('href="/kaart/kernteam?schooljaar&#x3D;2025-2026&amp;via&#x3D;casus"');
  });

  test('zonder kinderen zegt de pagina dat', async () => {
    expect((await bekijk('/kaart/kernteam')).text).toContain('Nog geen kinderen in dit proces.');
    expect((await bekijk('/kaart/kernteam?schooljaar=2024-2025')).text).toContain('Met dit filter waren en zijn er geen kinderen');
  });

  test('het formulier leidt naar een adres dat te delen is', async () => {
    const { status, headers } = await bekijk('/kaart/kernteam?beeld=duur&periode=2025-2026&kenmerk=school%3A10AB&van=&tot=&route=');
    expect([status, headers['location']]).toEqual([303, '/kaart/kernteam?beeld=duur&schooljaar=2025-2026&school=10AB']);
  });

  test.each([['groep=9', 'groep'], ['beeld=heet', 'beeld'], ['bestuur=a&school=10AB', 'school'], ['van=2025-09&school=10AB', 'van'], ['shool=10AB', 'onbekend filter'], ['van=2025-12&tot=2025-09', 'tot']])('een verkeerd filter (%s) is een pagina die het veld noemt, met het formulier om het te herstellen', async (filter, veld) => {
    const { text, status } = await bekijk(`/kaart/kernteam?${filter}`);
    expect(status).toBe(400);
    expect(text).toMatch(new RegExp(`<li>[^<]*${veld}`, 'i'));
    expect(text).toContain('class="kaart-filter"');
    expect(text).not.toContain('data-gegevens');
  });

  test('een kenmerk zonder schooljaar geldt voor dit schooljaar, en dat staat erbij', async () => {
    await zevenKinderen();
    const { text } = await bekijk('/kaart/kernteam?bestuur=Stichting+De+Brug');
    expect(text).toMatch(/class="chip">Schooljaar 2025-2026</);
    expect(text).toContain('Schoolbestuur: Stichting De Brug');
  });

  test('cijfers die niet bij zijn worden nooit stil getoond', async () => {
    await zevenKinderen();
    beheer.delen = { ...beheer.delen, klok: { nu: () => new Date('2025-09-08T12:00:00+02:00') } };
    expect((await bekijk('/kaart/kernteam')).text).toContain('Deze cijfers zijn misschien niet bij');
  });

  test('een proces dat er niet is', async () => expect((await bekijk('/kaart/bestaat-niet')).status).toBe(404));
});

describe('wat de pagina ophaalt', () => {
  test('het model op een adres dat met de inhoud verandert, alleen voor wie de kaart mag zien', async () => {
    const adres = /&quot;model&quot;:&quot;([^&]+)&quot;/.exec((await bekijk('/kaart/kernteam')).text)![1]!;
    const { status, headers, text } = await bekijk(adres);
    expect([status, headers['cache-control']]).toEqual([200, 'private, max-age=31536000, immutable']);
    expect(text).toBe(readFileSync('bpmn/kernteam.bpmn', 'utf8'));
    expect((await bekijk('/kaart/kernteam/model-000000000000.bpmn')).status).toBe(404);
    expect((await (await beheer.als('ib-er')).get(adres).set(VAN_HIER)).status).toBe(403);
  });

  test('het script van de toepassing zelf, klein genoeg voor een trage lijn', async () => {
    const adres = /<script type="module" src="([^"]+)"/.exec((await bekijk('/kaart/kernteam')).text)![1]!;
    const { status, headers, text } = await beheer.vraag().get(adres);
    expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([200, 'gzip', 'public, max-age=31536000, immutable']);
    expect(text.length).toBeLessThan(300_000);
    expect((await beheer.vraag().get('/script/kaart-000000000000.js').set({ accept: 'text/html' })).status).not.toBe(200);
  });
});

describe('woorden', () => {
  test('elke rol uit de kleurentabel heeft een naam', () => {
    const { rollen } = JSON.parse(readFileSync('bpmn/rolkleuren.json', 'utf8')) as { rollen: Record<string, string> };
    expect(Object.keys(rollen).filter((rol) => /-(swv|sbo|van|kernteam)/.test(rolTekst(rol)))).toEqual([]);
  });
  test('elke reden uit de afsluitnotitie heeft een naam', () => {
    const redenen = [...readFileSync('forms/afsluitnotitie.form', 'utf8').matchAll(/"value": "([A-Z_]+)"/g)].map((m) => m[1]!).filter((r) => r.includes('GESTOPT') || r.includes('VERHUISD'));
    expect(redenen.length).toBeGreaterThan(0);
    for (const reden of redenen) expect(redenTekst(reden)).toMatch(/^[a-z ]+$/);
  });
});
