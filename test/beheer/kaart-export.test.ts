import type supertest from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Kaart } from '../../domein/kaart/kaart.ts';
import { isPlek } from '../../beheer/kaart/hitte.ts';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';
import { KLOK, useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';
import { bladenVan as bladen, haalBestand, regelsVan } from './helpers/bestand.ts';

const beheer = useBeheer(() => ({ engineCommands: TERMIJNEN }), 'pglite', { leeg: false });
let management: Browser | undefined;
const browser = async (): Promise<Browser> => (management ??= await beheer.als('swv-management'));
const haal = async (path: string): Promise<supertest.Response> => haalBestand(await browser(), path);

/** Acht kinderen bij het gesprek met ouders, van wie drie op een andere school, met een formule als naam van het bestuur. */
beforeAll(async () => {
  const bron = new NepGeschiedenis(100);
  for (let i = 0; i < 8; i++) {
    const frame = bron.start('kernteam', '2025-09-01T08:00:00Z');
    const basis = nieuweCasus({ procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date('2025-09-01T08:00:00Z') }, `L-${i}`);
    const school = i < 3 ? { ...basis.school, brin: '11CD', schoolbestuur: '=1+1' } : { ...basis.school, brin: '10AB' };
    await open(beheer.register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${i}`, geboortedatum: `2018-03-1${i}` }, school });
    const fase = bron.bezoek(frame, 'KT_01', 'CALL_ACTIVITY', '2025-09-01T08:00:00Z');
    bron.bezoek(bron.start('leerling-bespreken', '2025-09-01T08:00:01Z', fase), 'gesprek_ouders', 'USER_TASK', '2025-09-01T08:00:01Z');
  }
  await leesGeschiedenis({ register: beheer.register, bron, engine: TERMIJNEN, klok: KLOK, kalenders });
});

/** De rij van de taak waar de kinderen zijn; het deelproces eromheen hoort bij dezelfde stap. */
const isGesprek = (rij: readonly unknown[]): boolean => rij[0] === 'KT-01a GK-01a' && rij[2] === 'taak';

/** Alle getallen in het antwoord over een element: meer mag er in zijn rij niet staan. */
const getallenIn = (waarde: unknown): number[] => (typeof waarde === 'number' ? [waarde] : typeof waarde === 'object' && waarde !== null ? Object.values(waarde).flatMap(getallenIn) : []);

describe('/kaart/<proces>/tabel', () => {
  test('als CSV: een bestand met het proces, het filter en de dag in de naam, en filter en moment erin', async () => {
    const antwoord = await haal('/kaart/leerling-bespreken/tabel.csv?schooljaar=2025-2026');
    const { status, headers } = antwoord;
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename=routeboek_leerling-bespreken_schooljaar-2025-2026_2025-09-08.csv']);
    const rijen = regelsVan(antwoord);
    expect(rijen).toContainEqual(['Filter', 'Schooljaar 2025-2026']);
    expect(rijen).toContainEqual(['Gemeten op', 'maandag 8 september 2025 om 09:00']);
    expect(rijen).toContainEqual(['Gegevens', 'bijgewerkt om maandag 8 september 2025 om 09:00']);
    expect(rijen.find(isGesprek)?.slice(2, 12)).toEqual(['taak', expect.any(String), 'IB-er', '2 schooldagen', '8', '8', '100%', '5', 'niet getoond', '8']);
  });

  test('als XLSX: op het blad Plekken staat wat /api/kaart geeft en geen getal meer', async () => {
    const kaart = (await (await browser()).get('/api/kaart/leerling-bespreken')).body as Kaart;
    const antwoord = await haal('/kaart/leerling-bespreken/tabel.xlsx');
    expect([antwoord.status, antwoord.headers['content-type'], antwoord.headers['content-disposition']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment; filename=routeboek_leerling-bespreken_2025-09-08.xlsx']);
    const alles = await bladen(antwoord);
    const [kop, ...rijen] = alles.get('Plekken')!;
    const elementen = kaart.elementen.filter(isPlek);
    expect(rijen).toHaveLength(elementen.length);
    for (const [i, rij] of rijen.entries()) {
      expect(rij[1]).toBe(elementen[i]!.naam.replace(/\s+/g, ' '));
      const mag = getallenIn(elementen[i]);
      for (const cel of rij) if (typeof cel === 'number') expect(mag).toContain(cel);
    }
    expect(alles.get('Over dit bestand')).toContainEqual(['Gemeten op', 'maandag 8 september 2025 om 09:00']);
    expect(kop!.slice(0, 8)).toEqual(['Stap', 'Wat', 'Soort', 'Binnen', 'Wie', 'Termijn', 'Kinderen nu', 'Nu: over de termijn']);
    expect(alles.get('Paden')!.length).toBe(kaart.paden.length + 1);
  });

  test('wat de kaart niet noemt, noemt geen bestand; en een formule als naam van een bestuur blijft tekst', async () => {
    const adres = `leerling-bespreken/tabel.xlsx?bestuur=${encodeURIComponent('=1+1')}`;
    const antwoord = await haal(`/kaart/${adres}`);
    const alles = await bladen(antwoord);
    expect(antwoord.headers['content-disposition']).toBe('attachment; filename=routeboek_leerling-bespreken_schooljaar-2025-2026_bestuur-1-1_2025-09-08.xlsx');
    // Met een kenmerk staat er ook nul niet; waarom staat erbij.
    for (const rij of alles.get('Plekken')!.slice(1)) expect(rij.slice(6).filter((cel) => typeof cel === 'number')).toEqual([]);
    expect(alles.get('Plekken')!.find(isGesprek)!.slice(6, 16)).toEqual(Array<string>(10).fill('niet getoond'));
    const over = alles.get('Over dit bestand')!;
    expect(over).toContainEqual(['Filter', 'Schooljaar 2025-2026, Schoolbestuur: =1+1']);
    expect(over).toContainEqual(['Kinderen nu in dit proces', 'niet getoond']);
    expect(over).toContainEqual(['Let op', expect.stringMatching(/minder dan vijf kinderen/)]);
    expect(JSON.stringify([...alles])).not.toMatch(/Kind\d|Milan|Buikpijn/);
  });

  test.each([['tabel.csv?groep=9', 'Bij groep wordt een groep van 1 tot en met 8 verwacht.'], ['tabel.xlsx?shool=10AB', 'onbekend filter: shool.']])('een verkeerd filter (%s) is een Nederlandse pagina die het veld noemt, geen bestand', async (adres, zin) => {
    const { status, headers, body } = await haal(`/kaart/kernteam/${adres}`);
    expect([status, headers['content-disposition']]).toEqual([400, undefined]);
    expect((body as Buffer).toString()).toContain(zin);
    expect((body as Buffer).toString()).toContain('Dit filter klopt niet');
  });

  test('een proces dat er niet is: 404', async () => expect((await haal('/kaart/bestaat-niet/tabel.csv')).status).toBe(404));

  test('alleen wie cijfers mag zien', async () => {
    expect((await (await beheer.als('ib-er')).get('/kaart/kernteam/tabel.csv').set(VAN_HIER)).status).toBe(403);
    expect((await beheer.vraag().get('/kaart/kernteam/tabel.xlsx')).status).toBe(401);
  });
});
