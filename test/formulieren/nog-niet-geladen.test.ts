import { describe, expect, it } from 'vitest';
import { example, formulier, velden, VERBETERFORMULIEREN } from './helpers/forms.ts';
import { submit, VIEWERS } from './helpers/viewers.ts';
import { CONTEXT, EXTRA } from './helpers/prefilled.ts';

const ZIN = 'Even geduld, de gegevens van deze taak worden geladen';
const { casusnummer, leerling } = CONTEXT;

// Tasklist 8.6 leest taken en variabelen los van elkaar in: een taak staat er soms een seconde voor haar gegevens. Alle
// taakformulieren hebben dezelfde kop (opbouw.test.ts), dus één formulier is genoeg.
it.each(Object.entries(VIEWERS))('%s: een taak die opengaat voordat Tasklist haar gegevens heeft, vraagt om haar opnieuw te openen', async (_versie, viewer) => {
  const tekst = async (variabelen: Record<string, unknown>): Promise<string> => (await submit(viewer, formulier('gesprek-ouders'), variabelen)).tekst;
  expect(await tekst({})).toContain(ZIN);
  expect(await tekst({ casusnummer })).toContain(ZIN);
  expect(await tekst({ casusnummer, leerling })).toContain(ZIN);
  expect(await tekst(CONTEXT)).not.toContain(ZIN);
});

// Een verbeterformulier zou zonder gegevens zeggen dat alles wat getypt was weg is.
describe.each(Object.entries(VIEWERS))('%s', (_versie, viewer) => {
  describe.each(VERBETERFORMULIEREN)('%s', (naam) => {
    const schema = formulier(naam);
    const geladen = { ...CONTEXT, ...EXTRA[naam], ...example(naam) };
    const veld = velden(schema.components).find(({ type }) => type === 'textfield')!.label!;
    const intrekken = schema.components.find(({ type }) => type === 'checkbox')!.key!;

    it.each([
      ['nog niets', {}], ['nog geen fouten', { ...geladen, validatieFouten: null }], ['de getypte datums nog niet', { ...geladen, uiterlijkTekst: null }],
    ])('geladen is %s: geen leeg formulier om in te typen, en wat al was ingevuld wordt niet overschreven', async (_wat, variabelen) => {
      const { data, fouten, tekst } = await submit(viewer, schema, variabelen);
      expect(tekst).toContain(ZIN);
      expect(tekst).not.toContain(veld);
      expect({ data, fouten }).toEqual({ data: { [intrekken]: false }, fouten: {} });
    });

    it('geladen: de fouten en alles wat was ingevuld', async () => {
      const { data, tekst } = await submit(viewer, schema, geladen);
      expect(tekst).not.toContain(ZIN);
      expect(tekst).toContain('Er klopt iets niet.');
      expect(tekst).toContain(veld);
      expect(tekst).toContain('Uiterlijk: vrijdag 3 oktober 2025');
      // Een lege lijst stuurt het formulier niet in.
      expect(data).toMatchObject(Object.fromEntries(Object.entries(example(naam)).filter(([, waarde]) => !(Array.isArray(waarde) && waarde.length === 0))));
    });

    it('wie intrekt hoeft niets meer te verbeteren', async () => {
      const { data, fouten, tekst } = await submit(viewer, schema, { ...CONTEXT, ...EXTRA[naam], [intrekken]: true });
      expect({ data, fouten }).toEqual({ data: { [intrekken]: true }, fouten: {} });
      expect(tekst).not.toContain(veld);
    });
  });
});
