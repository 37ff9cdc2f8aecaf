import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { zaaiCijfers } from '../helpers/cijferregister.ts';
import { useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';
import { bladenVan, haalBestand, regelsVan } from './helpers/bestand.ts';

const VANDAAG = '2026-03-16';
const beheer = useBeheer(() => ({ klok: { nu: () => new Date(`${VANDAAG}T10:15:00+01:00`) } }), 'pglite', { leeg: false });
let management: Browser | undefined;
const browser = async (): Promise<Browser> => (management ??= await beheer.als('swv-management'));
const haal = async (pad: string) => haalBestand(await browser(), pad);
const pagina = async (pad: string): Promise<string> => (await (await browser()).get(pad).set(VAN_HIER).expect(200)).text;
/** De tekst van een stuk pagina, zonder opmaak. */
const kaal = (html: string): string => html.replace(/<[^>]+>/g, ' ').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replace(/&#x27;/g, "'").replace(/&#x3D;/g, '=').replace(/\s+/g, ' ').trim();
/** Een getal zoals de pagina het zegt, als cel van een bestand. */
const alsCel = (tekst: string): string => (/•|niet getoond/.test(tekst) ? 'niet getoond' : tekst);
/** Elke regel van een lijst of tabel op de pagina, met haar eerste getal. */
const regelsOp = (html: string): [string, string][] => [
  ...[...html.matchAll(/<tr[^>]*><th scope="row">([\s\S]*?)<\/th><td>([\s\S]*?)<\/td>/g)],
  ...[...html.matchAll(/<div><dt>([\s\S]*?)<\/dt><dd>([\s\S]*?)<\/dd>/g)],
].map(([, naam, getal]) => [kaal(naam!), alsCel(kaal(getal!))]);

beforeAll(async () => {
  await zaaiCijfers(beheer.register, 140, VANDAAG);
  // Een naam die een rekenblad als formule zou lezen.
  await sql`update school set schoolbestuur = '=1+1' where schoolbestuur = 'Bestuur 1'`.execute(beheer.register.db);
}, 120_000);

const SOORTEN = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
describe.each([['/cijfers', 'cijfers'], ['/cijfers/klok', 'klok']] as const)('%s als bestand', (pad, naam) => {
  test.each(Object.entries(SOORTEN))('%s: met waarover, filter en dag in de naam, en filter en moment erin', async (soort, type) => {
    const antwoord = await haal(`${pad}/tabel.${soort}?schooljaar=2024-2025`);
    expect([antwoord.status, antwoord.headers['content-type'], antwoord.headers['content-disposition']]).toEqual([200, type, `attachment; filename=routeboek_${naam}_schooljaar-2024-2025_${VANDAAG}.${soort}`]);
    const regels = soort === 'csv' ? regelsVan(antwoord) : (await bladenVan(antwoord)).get('Over dit bestand')!;
    for (const regel of [['Filter', 'Schooljaar 2024-2025, alle kinderen'], ['Gemeten op', 'maandag 16 maart 2026 om 10:15'], ['<5', expect.stringMatching(/vier/)]]) expect(regels).toContainEqual(regel);
  });

  test('de knoppen op de pagina leiden erheen, met het filter; op papier staat waarover het gaat', async () => {
    const html = await pagina(`${pad}?school=11AB`);
    for (const doel of ['tabel.xlsx', 'tabel.csv', 'afdruk']) expect(html).toContain(`href="${pad}/${doel}?school&#x3D;11AB"`);
    const papier = await pagina(`${pad}/afdruk?school=11AB`);
    expect(papier).toMatch(/<dt>Filter<\/dt><dd>Schooljaar 2025-2026, school School 1 \(11AB\)<\/dd>/);
    expect(papier).toContain('<dt>Gemeten op</dt><dd>maandag 16 maart 2026 om 10:15</dd>');
    expect(papier.match(/<details/g)!.length).toBe(papier.match(/<details[^>]* open/g)!.length);
    expect(papier).not.toContain('<form class="filter"');
  });

  test('met een kenmerk: geen nul, geen klein getal en niets per maand, en een formule blijft tekst', async () => {
    const antwoord = await haal(`${pad}/tabel.xlsx?bestuur=${encodeURIComponent('=1+1')}`);
    expect(antwoord.headers['content-disposition']).toBe(`attachment; filename=routeboek_${naam}_schooljaar-2025-2026_bestuur-1-1_${VANDAAG}.xlsx`);
    const bladen = await bladenVan(antwoord);
    const over = bladen.get('Over dit bestand')!;
    expect(over).toContainEqual(['Filter', 'Schooljaar 2025-2026, schoolbestuur =1+1']);
    expect(over).toContainEqual(['Let op', expect.stringMatching(/geen cijfers per maand/)]);
    expect([...bladen.keys()]).not.toContain('Per maand');
    const aantallen = [...bladen].filter(([blad]) => blad !== 'Over dit bestand').flatMap(([, [kop, ...rijen]]) => rijen.flatMap((rij) => rij.filter((_cel, i) => /^(Kinderen|Teller|Geheel|Aantal)$/.test(String(kop![i])))));
    expect(aantallen.filter((cel) => typeof cel === 'number' && cel < 5)).toEqual([]);
    expect(aantallen).toContain('niet getoond');
  });

  test.each([['groep=9', 'groep'], ['maand=3', 'maand']])('een verkeerd filter (%s) is een Nederlandse pagina die het veld noemt, geen bestand', async (vraag, veld) => {
    const { status, headers, body } = await haal(`${pad}/tabel.csv?${vraag}`);
    expect([status, headers['content-disposition']]).toEqual([400, undefined]);
    expect((body as Buffer).toString()).toMatch(new RegExp(`Dit filter klopt niet[\\s\\S]*${veld}`));
  });

  test('alleen wie cijfers mag zien', async () => {
    for (const doel of ['tabel.csv', 'tabel.xlsx', 'afdruk']) {
      expect((await (await beheer.als('ib-er')).get(`${pad}/${doel}`).set(VAN_HIER)).status, doel).toBe(403);
      expect((await beheer.vraag().get(`${pad}/${doel}`)).status, doel).toBe(401);
    }
  });
});

test('van een jaar waarvan de schoolvakanties niet bekend zijn is er toch een pagina: alleen wat ervan afhangt telt niet mee, en dat staat erbij', async () => {
  // Een escalatiegesprek van vóór de schoolkalender: de kinderen en de casussen zijn er, de termijn is niet te zeggen.
  await sql`insert into logboek_regel (regel_id, casus_id, volgnummer, tijdstip, stap, actie, actor, rol, uitkomst, velden, voorgeschiedenis, sleutel, formulier)
    select gen_random_uuid(), casus_id, 9000, now(), 'KT-07b', 'x', 'x', 'regisseur-swv', 'x', '{"gesprekDatum": "2019-09-16"}', false, 'oud gesprek', 'escalatiegesprek' from casus limit 1`.execute(beheer.register.db);
  for (const schooljaar of ['2025-2026', '2024-2025']) expect(kaal(await pagina(`/cijfers?schooljaar=${schooljaar}`)), schooljaar).not.toContain('schoolvakanties niet bekend <5');
  expect(kaal(await pagina('/cijfers?schooljaar=2019-2020'))).toContain('telt niet mee: van die tijd zijn de schoolvakanties niet bekend <5');
});

describe('in een bestand staat wat op de pagina staat, en geen getal meer', () => {
  test('de klok: elke regel van de pagina, en per maand dezelfde getallen', async () => {
    const op = regelsOp(await pagina('/cijfers/klok'));
    const [csv, xlsx] = [await haal('/cijfers/klok/tabel.csv'), await haal('/cijfers/klok/tabel.xlsx')];
    const bladen = await bladenVan(xlsx);
    const rijen = bladen.get('Klok')!.slice(1);
    const tekst = (cel: unknown): string => (typeof cel === 'number' ? cel.toLocaleString('nl-NL') : String(cel));
    const metGetal = rijen.filter((rij) => rij[1] == null && rij[3] != null).map((rij) => `${String(rij[2])}: ${tekst(rij[3])}`);
    const opPagina = op.map(([naam, getal]) => `${naam}: ${getal.split(' (')[0]!}`);
    for (const regel of metGetal.filter((r) => !/^(kinderen thuis|thuiszitters|langer dan drie maanden thuis|dreigend thuiszitters):/.test(r))) expect(opPagina).toContain(regel);
    expect(metGetal.length).toBeGreaterThan(14);
    const maanden = bladen.get('Per maand')!.slice(1);
    expect(maanden.map((rij) => [rij[0], tekst(rij[1])])).toEqual(op.filter(([naam]) => /^[a-z]+ 20\d\d$/.test(naam)).slice(0, maanden.length));
    expect(maanden.length).toBe(8);
    // De lopende maand is vandaag: hetzelfde getal, of op beide plaatsen niet.
    const vandaag = (naam: string): unknown => rijen.find((rij) => String(rij[0]).startsWith('Vandaag') && rij[2] === naam)![3];
    expect(maanden.at(-1)!.slice(1, 3)).toEqual([vandaag('thuiszitters'), vandaag('langer dan drie maanden thuis')]);
    // De losse tabel heeft dezelfde regels als het werkblad.
    const kop = regelsVan(csv).findIndex(([eerste]) => eerste === 'Onderdeel');
    expect(regelsVan(csv).slice(kop + 1).map((rij) => [rij[0], rij[2], rij[3]])).toEqual(rijen.map((rij) => [rij[0], rij[2], rij[3] == null ? '' : tekst(rij[3]).replace('.', '')]));
  });

  test('de cijfers: hetzelfde percentage, dezelfde teller en hetzelfde geheel als op de kaart van elk cijfer', async () => {
    const html = await pagina('/cijfers');
    const [kop, ...rijen] = (await bladenVan(await haal('/cijfers/tabel.xlsx'))).get('Cijfers')!;
    const cel = (rij: readonly unknown[], naam: string): unknown => rij[kop!.indexOf(naam)] ?? null;
    const woorden = (waarde: unknown): string => (waarde === '<5' ? 'minder dan vijf' : typeof waarde === 'number' ? waarde.toLocaleString('nl-NL') : String(waarde));
    const kaarten = new Map([...html.matchAll(/<article class="kpi" id="([^"]+)">([\s\S]*?)<\/article>/g)].map(([, id, kaart]) => [id, kaal(kaart!.split('<details')[0]!)]));
    expect(rijen.map((rij) => rij[0]).sort()).toEqual([...kaarten.keys()].sort());
    let [delen, duren] = [0, 0];
    for (const rij of rijen) {
      const kaart = kaarten.get(String(rij[0]))!;
      const [deel, teller, geheel, mediaan] = ['Percentage', 'Teller', 'Geheel', 'Mediaan'].map((naam) => cel(rij, naam));
      if (typeof deel === 'number') expect(kaart, String(rij[0])).toContain(`${Math.round(100 * deel)}%`);
      else if (typeof deel === 'string' && deel.includes('tot')) expect(kaart, String(rij[0])).toContain(deel);
      if (typeof deel === 'number') delen++;
      if (typeof teller === 'number' && geheel !== 0) expect(kaart, String(rij[0])).toContain(`${woorden(teller)}${cel(rij, 'Percentage') === null ? '' : ` van ${woorden(geheel)}`}`);
      if (typeof mediaan === 'number') { expect(kaart, String(rij[0])).toContain(String(mediaan)); duren++; }
      // De bezetting gaat over plaatsen: uit een precies deel of een aantal volgen kinderen.
      if (rij[0] === 'KPI-08') expect([teller, geheel, typeof deel !== 'number' || Number.isInteger(Math.round(1e6 * deel) / 1e4)]).toEqual([null, null, true]);
    }
    expect(delen).toBeGreaterThan(3);
    expect(duren).toBeGreaterThan(0);
  });

  test('nergens een klein getal: elk aantal is nul, "<5", weggelaten of minstens vijf', async () => {
    for (const pad of ['/cijfers/tabel.xlsx', '/cijfers/klok/tabel.xlsx']) {
      const bladen = await bladenVan(await haal(pad));
      const aantallen = [...bladen].filter(([blad]) => blad !== 'Over dit bestand').flatMap(([, [kop, ...rijen]]) => rijen.flatMap((rij) => rij.filter((_cel, i) => !/^(Percentage|Mediaan.*|P90.*)$/.test(String(kop![i])))));
      expect(aantallen.filter((cel) => typeof cel === 'number' && cel > 0 && cel < 5), pad).toEqual([]);
      expect(aantallen.filter((cel) => cel === '<5').length, pad).toBeGreaterThan(3);
    }
  });
});
