import { expect, it } from 'vitest';
import { formulier } from './helpers/forms.ts';
import { submit, VIEWERS } from './helpers/viewers.ts';
import { CONTEXT } from './helpers/prefilled.ts';

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
