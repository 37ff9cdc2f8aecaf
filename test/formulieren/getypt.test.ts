import { describe, expect, it, test } from 'vitest';
import { alsGetypt } from '../../domein/invoer/getypt.ts';
import { getypteSleutels } from '../../domein/invoer/sleutels.ts';
import { GETYPTE_STARTVELDEN } from '../../domein/aanmelding/start-verzuimroute.ts';
import { metGetypteVelden } from '../../scripts/formulieren/getypt.ts';
import { DATUM, getalPatroon } from '../../scripts/formulieren/patronen.ts';
import { example, formulier, NAMEN, plat, velden, sleutel, zonderGetypt } from './helpers/forms.ts';
import { CONTEXT } from './helpers/prefilled.ts';
import { submit, VIEWERS } from './helpers/viewers.ts';

// In Tasklist 8.6 verliest een tekstveld achter een getalveld zijn eerste letter, en de datumkiezer leest naar de taal van de browser.
it.each(NAMEN)('%s laat geen datum of getal typen in een veld dat er stil iets anders van maakt', (naam) => {
  expect(plat(formulier(naam).components).filter((o) => ['datetime', 'number'].includes(o.type) && o.readonly !== true)).toEqual([]);
  expect(metGetypteVelden(formulier(naam))).toEqual(formulier(naam));
});

test('een veld dat in Modeler als datum, getal of e-mail is getekend, wordt een tekst met een waarde ernaast', () => {
  const blok = (deel: object): { components: never[] } => ({ components: [deel as never] });
  const datum = metGetypteVelden(blok({ type: 'datetime', subtype: 'date', id: 'Field_dag', key: 'dag', dateLabel: 'Dag', layout: {}, conditional: { hide: '=a' }, validate: { required: true } })).components as unknown[];
  expect(datum).toMatchObject([
    { type: 'textfield', id: 'Field_dag', key: 'dagGetypt', label: 'Dag', conditional: { hide: '=a' }, validate: { required: true, pattern: DATUM } },
    { type: 'expression', key: 'dag', computeOn: 'presubmit', conditional: { hide: '=a' } },
  ]);
  const getal = metGetypteVelden(blok({ type: 'number', id: 'Field_uren', key: 'uren', label: 'Uren', increment: '0.5', layout: {}, validate: { min: 0, max: 8 } })).components as unknown[];
  expect(getal).toMatchObject([{ type: 'textfield', key: 'urenGetypt', validate: { pattern: getalPatroon({ min: 0, max: 8, stap: 0.5 }) } }, { type: 'expression', key: 'uren' }]);
});

test('een waarde die al naast haar tekst staat, ontstaat pas bij het insturen: tussendoor tekent form-js opnieuw en gaat getypte tekst verloren', () => {
  const paar = [{ type: 'textfield', id: 'Field_dag', key: 'dagGetypt' }, { type: 'expression', id: 'Field_dag_waarde', key: 'dag', computeOn: 'change' }, { type: 'expression', id: 'Field_ander', key: 'ander', computeOn: 'change' }];
  const { components } = metGetypteVelden({ components: [{ type: 'group', id: 'Field_groep', components: paar }] });
  expect(components[0]?.components?.map((deel) => deel.computeOn)).toEqual([undefined, 'presubmit', 'change']);
});

test('het startformulier laat niets getypts achter in het proces', () => {
  const getypt = velden(formulier('start-verzuimroute').components).map(sleutel).filter((s) => s.endsWith('Getypt'));
  expect(getypt.sort()).toEqual([...GETYPTE_STARTVELDEN].sort());
  expect(getypteSleutels()).toEqual(expect.arrayContaining(['leerlingGeboortedatum', 'verzuimRegels', 'urenBesteed', 'peildatum']));
});

describe('patronen', () => {
  test('elke bestaande dag en geen andere, met en zonder nul vooraan', () => {
    const patroon = new RegExp(DATUM);
    for (let jaar = 1996; jaar <= 2104; jaar++) {
      for (let maand = 0; maand <= 13; maand++) {
        for (let dag = 0; dag <= 32; dag++) {
          const echt = new Date(Date.UTC(jaar, maand - 1, dag));
          const bestaat = jaar < 2100 && maand >= 1 && maand <= 12 && dag >= 1 && echt.getUTCDate() === dag && echt.getUTCMonth() === maand - 1;
          for (const tekst of [`${String(dag).padStart(2, '0')}-${String(maand).padStart(2, '0')}-${jaar}`, `${dag}-${maand}-${jaar}`]) expect(patroon.test(tekst), tekst).toBe(bestaat);
        }
      }
    }
  });

  test.each([[0, 24], [1, 52], [0, 100], [3, 17], [95, 1205], [10, 10], [0, 5]])('hele getallen van %i tot en met %i', (min, max) => {
    const patroon = new RegExp(getalPatroon({ min, max, stap: 1 }));
    for (let n = 0; n <= 2000; n++) expect(patroon.test(String(n)), String(n)).toBe(n >= min && n <= max);
  });

  test.each([
    ['2,5', true], ['2,50', true], ['2,75', true], ['24', true], ['24,00', true], ['24,25', false], ['2,3', false], ['2.5', false], ['1.500', false], ['2,5 uur', false], ['-1', false], ['', false], ['07', false],
  ])('kwartieren tot 24: %s', (tekst, goed) => {
    expect(new RegExp(getalPatroon({ min: 0, max: 24, stap: 0.25 })).test(tekst)).toBe(goed);
  });
});

test.each([['2025-09-05', '05-09-2025'], ['2025-09-05T14:30', '05-09-2025 14:30'], ['2025-09-05T14:30:00+02:00', '05-09-2025 14:30'], [2.5, '2,5'], [0, '0'], ['', null], [null, null], ['2025-02-30', null]])('wat de casus kent als %s leest de invuller als %s', (waarde, tekst) => {
  expect(alsGetypt(waarde)).toBe(tekst);
});

describe.each(Object.entries(VIEWERS))('%s', (_versie, viewer) => {
  const typ = async (naam: string, getypt: Record<string, unknown>) => submit(viewer, formulier(naam), { ...CONTEXT, ...example(naam), ...getypt });

  test.each([
    ['05-09-2025', '2025-09-05'], ['5-9-2025', '2025-09-05'], ['29-02-2024', '2024-02-29'],
  ])('de datum %s is %s', async (tekst, waarde) => {
    const { data, fouten } = await typ('gesprek-ouders', { gesprekDatum: null, gesprekDatumGetypt: tekst });
    expect([fouten, data['gesprekDatum']]).toEqual([{}, waarde]);
  });

  test.each(['31-04-2018', '29-02-2025', '09/05/2025', '2025-09-05', '05-09-25', 'morgen'])('de datum %s gaat niet door en wordt genoemd', async (gesprekDatumGetypt) => {
    const { data, fouten, tekst } = await typ('gesprek-ouders', { gesprekDatum: null, gesprekDatumGetypt });
    expect(fouten).toHaveProperty('Field_gesprekDatum');
    expect(data['gesprekDatum'] ?? null).toBeNull();
    expect(tekst).toContain('Datum van het gesprek: geef een bestaande datum als dag-maand-jaar, bijvoorbeeld 05-09-2025.');
  });

  test.each([['2,5', 2.5], ['3', 3], ['0,25', 0.25], ['', null]])('het getal %s is %s', async (urenBesteedGetypt, waarde) => {
    const { data, fouten } = await typ('gesprek-ouders', { urenBesteed: null, urenBesteedGetypt });
    expect([fouten, data['urenBesteed'] ?? null]).toEqual([{}, waarde]);
  });

  test.each(['1.500', '2.5', '2,5 uur', '25', '2,3', 'twee'])('het getal %s gaat niet stil als iets anders door', async (urenBesteedGetypt) => {
    const { fouten, tekst } = await typ('gesprek-ouders', { urenBesteed: null, urenBesteedGetypt });
    expect(fouten).toHaveProperty('Field_urenBesteed');
    expect(tekst).toContain('Bestede uren: geef een getal van 0 tot en met 24, in stappen van 0,25, of laat dit leeg.');
  });

  test('in een rij van een lijst ook', async () => {
    const rij = { datumGetypt: '11-09-2025', urenGetypt: '2,75', dagdelen: '1', soort: 'ZIEKTE' };
    const goed = await submit(viewer, formulier('verzuimstand'), { ...CONTEXT, ...example('verzuimstand'), regels: [rij] });
    expect(goed.fouten).toEqual({});
    expect(zonderGetypt(goed.data['regels'])).toEqual([{ datum: '2025-09-11', uren: 2.75, dagdelen: '1', soort: 'ZIEKTE' }]);
    const fout = await submit(viewer, formulier('verzuimstand'), { ...CONTEXT, ...example('verzuimstand'), regels: [{ ...rij, datumGetypt: '31-09-2025', urenGetypt: '2.75' }] });
    expect(JSON.stringify(fout.fouten)).toMatch(/Field_regels_datum.*Field_regels_uren/);
    expect(fout.tekst).toContain('Verzuim per dag: vul elke rij helemaal en goed in');
  });

  test.each(['a,b@school.nl', '"a b"@school.nl', 'a@school.nl,c@school.nl', 'Jan <jan@school.nl>', 'jan@schооl.nl', 'jan%elders@school.nl', 'jan@school', 'jan @school.nl', 'jan@xn--schl-0na.nl'])('het e-mailadres %s gaat niet door', async (ibErEmail) => {
    const { fouten, tekst } = await typ('start-verzuimroute', { ibErEmail });
    expect(fouten).toHaveProperty('Field_ibErEmail');
    expect(tekst).toContain('E-mail IB-er: vul dit in, één e-mailadres met gewone letters, bijvoorbeeld naam@school.nl.');
  });

  test('wat iemand typte staat er zoals het getypt is, niet als opmaak', async () => {
    const kwaad = '![x](https://kwaad.example/x.png) <img src="https://kwaad.example/y.png"> **vet** <b>ook</b> [klik](https://kwaad.example)';
    const { html, tekst } = await submit(viewer, formulier('gesprek-ouders'), { ...CONTEXT, school: { naam: kwaad, schooltype: 'BAO' }, validatieFouten: [`De school heet "${kwaad}".`] });
    expect(tekst).toContain(`School: ${kwaad}`);
    expect(tekst).toContain(`De school heet "${kwaad}".`);
    expect(/<(img|a)[^>]*kwaad|<b>|<strong>vet/.test(html)).toBe(false);
  });
});
