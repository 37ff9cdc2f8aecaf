import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type supertest from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { makeNormen } from '../../domein/kaart/normen.ts';
import { leesTweetal } from '../../domein/kaart/vergelijk.ts';
import type { Kaart } from '../../domein/kaart/kaart.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';
import { KLOK, useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';

const beheer = useBeheer(() => ({ engineCommands: TERMIJNEN }), 'pglite', { leeg: false });
let management: Browser | undefined;
const browser = async (): Promise<Browser> => (management ??= await beheer.als('swv-management'));
const bekijk = async (pad: string) => (await browser()).get(pad).set(VAN_HIER);
const haal = async (pad: string): Promise<supertest.Response> => (await browser()).get(pad).set(VAN_HIER).buffer(true).parse(alsBytes);
const alsBytes = (antwoord: supertest.Response, klaar: (fout: Error | null, inhoud: Buffer) => void): void => {
  const delen: Buffer[] = [];
  const stroom = antwoord as unknown as NodeJS.ReadableStream;
  stroom.on('data', (deel: Buffer) => delen.push(deel));
  stroom.on('end', () => klaar(null, Buffer.concat(delen)));
};

/** Vorig jaar acht kinderen die er tien schooldagen over deden; dit jaar zes die er drie over deden, van wie één op een andere school. */
beforeAll(async () => {
  const bron = new NepGeschiedenis(100);
  const kinderen = [...Array.from({ length: 8 }, () => ['2024-09-02', '2024-09-16', '10AB'] as const), ...Array.from({ length: 6 }, (_, i) => ['2025-09-01', '2025-09-04', i === 0 ? '11CD' : '10AB'] as const)];
  for (const [i, [begin, eind, brin]] of kinderen.entries()) {
    const op = `${begin}T08:00:00Z`;
    const frame = bron.start('kernteam', op);
    const basis = nieuweCasus({ procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date(op) }, `L-${i}`);
    await open(beheer.register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${i}`, geboortedatum: `2018-03-${10 + i}` }, school: { ...basis.school, brin, schoolbestuur: brin === '10AB' ? 'De Brug' : 'Klein' } });
    bron.eindig(bron.bezoek(frame, 'KT_01', 'CALL_ACTIVITY', op), `${eind}T08:00:00Z`);
  }
  await leesGeschiedenis({ register: beheer.register, bron, engine: TERMIJNEN, klok: KLOK, kalenders });
});

const rijVan = (html: string, id: string): string[] => [...(new RegExp(`id="rij-${id}"[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '').matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((m) => m[1]!);

describe('/vergelijk', () => {
  test('zonder meer: vorig schooljaar met dit, met van elk de getallen van de heatmap en het verschil', async () => {
    const { text, status } = await bekijk('/vergelijk');
    expect(status).toBe(200);
    expect([...text.matchAll(/<h2 class="vergelijk-kop"[^>]*>(.*?)<\/h2>/g)].map((m) => m[1]!.replace(/<[^>]+>/g, ''))).toEqual(['A Schooljaar 2024-2025', 'B Schooljaar 2025-2026']);
    expect(rijVan(text, 'KT_01')).toEqual(['KT-01', '10', '3', '−7', '•', '•', '•', '8', '6', '−2']);
    for (const [letter, jaar] of [['A', '2024-2025'], ['B', '2025-2026']]) {
      const kaart = (await (await browser()).get(`/api/kaart/kernteam?schooljaar=${jaar!}`)).body as Kaart;
      const { schooldagen, kinderen } = kaart.elementen.find((e) => e.id === 'KT_01')!.geeindigd;
      expect([letter, String(schooldagen!.mediaan), String(kinderen)]).toEqual([letter, ...(letter === 'A' ? [0, 6] : [1, 7]).map((i) => rijVan(text, 'KT_01')[i + 1])]);
    }
    expect(text).not.toMatch(/Kind\d|Milan|Buikpijn/);
  });

  test('drie tekeningen: A en B op dezelfde schaal, en het verschil met dezelfde getallen als de tabel', async () => {
    const { text } = await bekijk('/vergelijk');
    const gegevens = [...text.matchAll(/data-gegevens="([^"]+)"/g)].map((m) => JSON.parse(m[1]!.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')) as { beeld: string; klassen: string[]; eerst: string[]; merken: { id: string; getal: string; niveau: number; onder: string }[] });
    expect(gegevens.map((g) => g.beeld)).toEqual(['duur', 'duur', 'verschil']);
    expect(gegevens[0]!.klassen).toEqual(gegevens[1]!.klassen);
    expect(gegevens.map((g) => g.merken.find((m) => m.id === 'KT_01')?.getal)).toEqual(['10 d', '3 d', '−7']);
    expect(gegevens[2]!.merken.find((m) => m.id === 'KT_01')).toMatchObject({ niveau: -2, onder: '10 → 3' });
    expect(gegevens.map((g) => g.eerst)).toEqual([['KT_01'], ['KT_01'], ['KT_01']]);
    expect(text).toMatch(/Grootste verschil, B tegenover A[\s\S]*?<strong>−7 dagen<\/strong> 1 Leerling/);
  });

  test('waar een kant te klein is, staat ook geen verschil: niet in de tabel, niet in de tekening en niet in het bestand', async () => {
    const adres = 'proces=kernteam&beeld=klaar&a.schooljaar=2025-2026&b.schooljaar=2025-2026&b.bestuur=De+Brug';
    const { text } = await bekijk(`/vergelijk?${adres}`);
    // Vijf van de zes: daaruit zou het ene kind van het andere bestuur volgen.
    expect(rijVan(text, 'KT_01').slice(1)).toEqual(['6', '•', '•', expect.any(String), '•', '•']);
    expect(text).toMatch(/Nergens is een verschil te laten zien/);
    const rijen = parseCsv(((await haal(`/vergelijk/tabel.csv?${adres}`)).body as Buffer).toString('utf8'), { delimiter: ';' }) as string[][];
    const kop = rijen.find((rij) => rij.includes('Klaar: kinderen: A'))!;
    expect(rijen.find((rij) => rij[0] === 'KT-01')!.slice(kop.indexOf('Klaar: kinderen: A')).slice(0, 3)).toEqual(['6', 'niet getoond', 'niet getoond']);
  });

  test('het formulier van een kant leidt naar een adres dat te delen is, met de andere kant erin', async () => {
    const { status, headers } = await bekijk('/vergelijk?proces=kernteam&a.schooljaar=2024-2025&b.periode=2025-2026&b.kenmerk=school%3A10AB&b.van=&b.tot=&b.route=');
    expect([status, headers['location']]).toEqual([303, '/vergelijk?proces=kernteam&a.schooljaar=2024-2025&b.schooljaar=2025-2026&b.school=10AB']);
  });

  test('een aangeroepen proces opent met dezelfde twee filters, en een kruimel leidt terug', async () => {
    expect((await bekijk('/vergelijk')).text).toContain('href="/vergelijk?proces&#x3D;leerling-bespreken&amp;a.schooljaar&#x3D;2024-2025&amp;b.schooljaar&#x3D;2025-2026&amp;via&#x3D;kernteam"');
    expect((await bekijk('/vergelijk?proces=leerling-bespreken&via=kernteam')).text).toContain('href="/vergelijk?proces&#x3D;kernteam&amp;a.schooljaar&#x3D;2024-2025&amp;b.schooljaar&#x3D;2025-2026"');
  });

  test('nu hoort bij geen periode: de pagina zegt dat, en waar dan wel verschil te zien is', async () => {
    expect((await bekijk('/vergelijk?beeld=nu')).text).toContain('Waar kinderen nu zijn hoort bij geen periode');
    expect((await bekijk('/vergelijk?beeld=nu&a.schooljaar=2025-2026&b.route=kernteam')).text).not.toContain('hoort bij geen periode');
  });

  test('een kant zonder kinderen zegt dat', async () => {
    const { text } = await bekijk('/vergelijk?a.schooljaar=2021-2022&b.schooljaar=2025-2026');
    expect(text.match(/Met dit filter waren en zijn er geen kinderen/g)).toHaveLength(1);
  });

  test.each([['a.groep=9', 'A: Bij groep'], ['b.shool=10AB', 'B: onbekend filter: shool'], ['beeld=heet', 'Bij beeld'], ['proces=bestaat-niet', 'Bij proces'], ['schooljaar=2025-2026', 'schooljaar hoort bij'], ['b.van=2025-12&b.tot=2025-09', 'B: Bij tot']])('wat niet klopt (%s) is een pagina die de kant en het veld noemt, met beide filters om het te verbeteren', async (vraag, zin) => {
    const { text, status } = await bekijk(`/vergelijk?${vraag}`);
    expect(status).toBe(400);
    expect(text).toContain(`<li>${zin}`);
    expect(text.match(/class="kaart-filter"/g)).toHaveLength(2);
    expect(text).not.toContain('data-gegevens');
    const bestand = await haal(`/vergelijk/tabel.csv?${vraag}`);
    expect([bestand.status, bestand.headers['content-disposition']]).toEqual([400, undefined]);
    expect((bestand.body as Buffer).toString()).toContain(zin);
  });

  test('van de heatmap leidt een verwijzing hierheen, met haar filter als B', async () => {
    expect((await bekijk('/kaart/kernteam?schooljaar=2025-2026&beeld=termijn')).text).toContain('href="/vergelijk?proces&#x3D;kernteam&amp;beeld&#x3D;termijn&amp;a.schooljaar&#x3D;2024-2025&amp;b.schooljaar&#x3D;2025-2026">Vergelijk met');
    expect((await bekijk('/kaart/kernteam?bestuur=De+Brug')).text).toContain('href="/vergelijk?proces&#x3D;kernteam&amp;beeld&#x3D;nu&amp;a.schooljaar&#x3D;2025-2026&amp;b.schooljaar&#x3D;2025-2026&amp;b.bestuur&#x3D;De+Brug">');
    expect((await bekijk('/kaart/kernteam?schooljaar=2025-2026&beeld=paden')).text).toContain('href="/vergelijk?proces&#x3D;kernteam&amp;beeld&#x3D;paden&amp;a.schooljaar&#x3D;2024-2025&amp;b.schooljaar&#x3D;2025-2026">Vergelijk met');
    expect((await bekijk('/kaart/kernteam?schooljaar=2025-2026')).text, 'nu verschilt niet per periode').toContain('href="/vergelijk?proces&#x3D;kernteam&amp;beeld&#x3D;klaar&amp;');
  });
});

describe('/vergelijk/tabel', () => {
  test('als XLSX: van elke maat A, B en het verschil, en erin wat A en B zijn', async () => {
    const antwoord = await haal('/vergelijk/tabel.xlsx');
    expect([antwoord.status, antwoord.headers['content-disposition']]).toEqual([200, 'attachment; filename=routeboek_kernteam_vergelijking_schooljaar-2024-2025_met_schooljaar-2025-2026_2025-09-08.xlsx']);
    const bladen = new Map((await readXlsx(antwoord.body as Buffer)).sheets.map((blad) => [blad.name, blad.rows]));
    const [kop, ...rijen] = bladen.get('Vergelijking')!;
    const bij = (naam: string): unknown[] => { const i = kop!.indexOf(`${naam}: A`); return rijen.find((rij) => rij[0] === 'KT-01')!.slice(i, i + 3); };
    expect([bij('Klaar: kinderen'), bij('Klaar: mediaan schooldagen'), bij('Klaar: p90 schooldagen')]).toEqual([[8, 6, -2], [10, 3, -7], ['niet getoond', 'niet getoond', 'niet getoond']]);
    for (const regel of [['A: Filter', 'Schooljaar 2024-2025'], ['B: Filter', 'Schooljaar 2025-2026'], ['Gemeten op', 'maandag 8 september 2025 om 09:00']]) expect(bladen.get('Over dit bestand')).toContainEqual(regel);
  });

  test('alleen wie cijfers mag zien', async () => {
    const ibEr = await beheer.als('ib-er');
    for (const pad of ['/vergelijk', '/vergelijk/tabel.csv', '/vergelijk/tabel.xlsx']) {
      expect([pad, (await ibEr.get(pad).set(VAN_HIER)).status]).toEqual([pad, 403]);
      expect([pad, (await beheer.vraag().get(pad)).status]).toEqual([pad, 401]);
    }
  });
});

test('A en B gaan over hetzelfde moment, ook als de klok onderweg een volgend peil bereikt', async () => {
  let keer = 0;
  const klok = { nu: () => new Date(KLOK.nu().getTime() + 6 * 60_000 * keer++) };
  const tweetal = await leesTweetal({ db: beheer.register.db, klok, normen: makeNormen(TERMIJNEN, klok), kalenders }, 'kernteam', { schooljaar: '2024-2025' }, { schooljaar: '2025-2026' });
  expect(tweetal!.a.gemetenOp).toBe(tweetal!.b.gemetenOp);
});
