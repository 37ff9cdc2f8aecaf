import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Proef } from './helpers/proef.ts';
import { registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';
import { example } from './helpers/example.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const gesprek = (anders: Record<string, unknown>): Record<string, unknown> =>
  example('gesprek-ouders', { verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-08', zorgenVeiligheid: 'nee', urenBesteed: 1.5, ...anders });

test('een taak die terugkomt heeft de antwoorden nog, alleen bij haarzelf, en na afronden zijn ze weg', async () => {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm());
  // De eerste keer is er niets om terug te geven.
  const eerste = await casus.taak('KT-01a');
  expect(proef.beeld.variable('oorzaken', eerste.elementInstance)).toBeUndefined();

  // Een gesprek in de toekomst kan niet: de taak komt terug.
  await casus.doe('KT-01a', gesprek({ gesprekDatum: '2025-09-20' }), '2025-09-09T10:00');
  const terug = await casus.taak('KT-01a');
  expect(terug.key).not.toBe(eerste.key);
  const bijDeTaak = (naam: string): unknown => proef.beeld.variable(naam, terug.elementInstance);
  const { oorzaken, afspraken, smwGevraagd } = gesprek({});
  expect({ oorzaken: bijDeTaak('oorzaken'), afspraken: bijDeTaak('afspraken'), smwGevraagd: bijDeTaak('smwGevraagd') }).toEqual({ oorzaken, afspraken, smwGevraagd });
  expect(casus.variabele('fouten_gesprek_ouders')).toEqual([expect.stringContaining('gesprek')]);
  // Geteld zijn de uren al, en een veld dat van een ander antwoord afhangt zou ongezien blijven staan.
  expect(bijDeTaak('urenBesteed')).toBeUndefined();
  for (const naam of ['gesprekDatum', 'aanwezigen', 'datumVolledigTerug']) expect(bijDeTaak(naam), naam).toBeUndefined();

  await casus.doe('KT-01a', gesprek({ gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, urenBesteed: undefined }), '2025-09-10T10:00');
  expect(casus.variabele('gesprekOuders')).toMatchObject({ gesprekDatum: '2025-09-09', verzuimGestopt: false, datumVolledigTerug: null });
  expect(casus.teDoen()).toEqual(['KT-01b']);
  const volgende = await casus.taak('KT-01b');
  for (const naam of ['oorzaken', 'afspraken']) {
    expect(proef.beeld.scopesOf(naam), naam).toEqual([eerste.elementInstance, terug.elementInstance].sort());
    expect(proef.beeld.variable(naam, volgende.elementInstance)).toBeUndefined();
  }
  const { logboek } = await registerVan(proef, casus.casusId);
  expect(logboek.filter((r) => r.stap === 'KT-01a').map((r) => r.urenBesteed)).toEqual([1.5, null]);
  expect(casus.incidenten()).toEqual([]);
});

test('wat het formulier eist, eist de controle ook als een taak buiten het formulier om wordt afgerond', async () => {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm());
  const goed = gesprek({ gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined });
  const { oorzaken: _weg, ...zonder } = goed;
  await casus.doe('KT-01a', { ...zonder, smwGevraagd: 'misschien' }, '2025-09-09T10:00');
  expect(casus.teDoen()).toEqual(['KT-01a']);
  expect(casus.variabele('fouten_gesprek_ouders')).toEqual([
    'Mogelijke oorzaken: vul dit in, 20 tot 2000 tekens.', 'Is schoolmaatschappelijk werk gevraagd: kies een antwoord.',
  ]);
  await casus.doe('KT-01a', goed);
  expect(casus.teDoen()).toEqual(['KT-01b']);
  expect(casus.incidenten()).toEqual([]);
});
