import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { metTwijfel, preludeA, spreekOuders, stand, ziek } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

/** Issue 11, punt 5: ouders kunnen hun toestemming op elk moment intrekken; routeboek r. 479–481 en r. 858–860. */
let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

/** De school geeft het in Tasklist door. */
async function trekIn(casus: Casusverloop, toestemmingVoor: string | undefined, op: string): Promise<string> {
  await proef.zetKlok(`${op}T10:00`);
  const instantie = await proef.start('casus-signaal', example('casus-signaal', { casusnummer: casus.variabele('casusnummer'), signaalType: 'toestemming-ingetrokken', toestemmingVoor, datum: op, datumVolledigTerug: undefined }));
  await proef.quiesce();
  return instantie;
}
const aan = async (casus: Casusverloop, melding: string): Promise<string[]> => (await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === melding).map((p) => p.aanRol).sort();
const tekstVan = async (casus: Casusverloop, melding: string): Promise<string> => (await registerVan(proef, casus.casusId)).post.find((p) => p.melding === melding)?.tekst ?? '';

test('voor de jeugdarts: een aanmelding die loopt stopt, de jeugdarts hoort het, de route gaat door, en een nieuwe aanmelding kan meteen', async () => {
  const casus = await preludeA(proef);
  await casus.bericht('jgz-aanmelding', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
  await casus.doe('JG-01', example('jgz-toestemming', { akkoordOuders: 'ja' }), '2025-09-18T11:00');
  expect(casus.teDoen()).toContain('JG-02');
  await trekIn(casus, 'jeugdarts', '2025-09-19');
  expect(casus.teDoen().filter((stap) => stap.startsWith('JG'))).toEqual([]);
  expect(await aan(casus, 'N-95')).toEqual(['ib-er', 'regisseur-schoolbestuur', 'regisseur-swv']);
  expect(await tekstVan(casus, 'N-95')).toMatch(/op 19 september 2025 hun toestemming ingetrokken voor de aanmelding bij de jeugdarts\./);
  expect(await tekstVan(casus, 'N-95')).not.toMatch(/BREN|jeugdteam meedoet/);
  expect(await aan(casus, 'N-97')).toEqual(['jeugdarts']);
  expect(await aan(casus, 'N-96'), 'het jeugdteam heeft hier niets mee te maken').toEqual([]);
  expect(casus.loopt()).toBe(true);

  await casus.bericht('jgz-aanmelding', { signaalDatum: '2025-09-19' });
  expect(casus.teDoen(), 'met een nieuw akkoord kan het dezelfde dag weer').toContain('JG-01');
  await trekIn(casus, 'jeugdarts', '2025-09-22');
  expect(casus.teDoen().filter((stap) => stap.startsWith('JG'))).toEqual([]);
  expect(await aan(casus, 'N-97'), 'wie nog van niets wist krijgt ook geen intrekking').toEqual(['jeugdarts']);

  await trekIn(casus, 'jeugdteam', '2025-09-23');
  expect(await aan(casus, 'N-96'), 'in stap 6 was afgesproken dat het jeugdteam meedoet').toEqual(['jeugdteam']);
  expect(await aan(casus, 'N-97')).toEqual(['jeugdarts']);
  expect(casus.incidenten()).toEqual([]);
});

test('twee aanmeldingen bij de jeugdarts die naast elkaar lopen stoppen allebei', async () => {
  const casus = await preludeA(proef);
  for (const op of ['2025-09-18', '2025-09-19']) {
    await proef.zetKlok(`${op}T10:00`);
    await proef.start('casus-signaal', example('casus-signaal', { casusnummer: casus.variabele('casusnummer'), signaalType: 'jgz-aanmelding', datum: op, datumVolledigTerug: undefined }));
    await proef.quiesce();
  }
  expect(casus.teDoen().filter((stap) => stap.startsWith('JG'))).toEqual(['JG-01', 'JG-01']);
  await trekIn(casus, 'jeugdarts', '2025-09-22');
  expect(casus.teDoen().filter((stap) => stap.startsWith('JG'))).toEqual([]);
  expect(casus.incidenten()).toEqual([]);
});

test('voor alles: wat het jeugdteam bij BREN inbrengt wordt anoniem, de jeugdarts stopt, en een verzuimmelding loopt door', async () => {
  await proef.zetKlok('2025-10-31T15:00');
  const casus = await proef.meldAan(startForm({ signaalDatumSignaal: '2025-10-20', verzuimRegels: [] }));
  await casus.bericht('verzuimstand', stand('2025-10-31', metTwijfel(ziek(['2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30']))), '2025-10-31T16:00');
  await spreekOuders(casus, '2025-11-03');
  await casus.doe('KT-08a', example('onderwijsaanbod-4wk', { startDatum: '2025-11-05', minderUrenDanVerplicht: 'nee' }), '2025-11-05T10:00');
  await casus.doe('KT-08b', example('belemmeringsanalyse', { twijfel: false, maatwerkOndervangt: 'JA', ozaMogelijk: 'NEE', wegNaarJeugdhulp: 'JA' }));
  for (const vraag of ['cce-gewenst', 'jgz-aanmelding']) await casus.bericht(vraag, { signaalDatum: '2025-11-06' });
  await casus.doe('CA-05-2', example('cce-consult', { uitkomst: 'DOOR_NAAR_BREN', toestemmingOuders: 'ja', consultDatum: '2025-11-07' }), '2025-11-07T10:00');
  const opNaam = await casus.taak('CA-05-3');
  expect(proef.beeld.variable('anoniem', opNaam.elementInstance)).toBe(false);
  const melding = casus.teDoen().includes('CA-02-1');

  await trekIn(casus, 'alles', '2025-11-10');
  const anoniem = await casus.taak('CA-05-3');
  expect(anoniem.key).not.toBe(opNaam.key);
  expect(proef.beeld.variable('anoniem', anoniem.elementInstance)).toBe(true);
  expect(await aan(casus, 'N-98')).toEqual(['jeugdteam']);
  expect(casus.teDoen().filter((stap) => stap.startsWith('JG'))).toEqual([]);
  expect(await aan(casus, 'N-96'), 'er was nog niet afgesproken dat het jeugdteam meedoet').toEqual([]);
  expect(melding, 'de verzuimmelding van deze week lag klaar').toBe(true);
  expect(casus.teDoen()).toContain('CA-02-1');
  await casus.doe('CA-05-3', { ...example('bren', { datum: '2025-11-11', perspectiefplan: 'Begin met twee ochtenden in een kleine groep.' }), anoniem: false }, '2025-11-11T10:00');
  expect(casus.variabele('bren')).toEqual({ datum: '2025-11-11', anoniem: true });
  expect(casus.incidenten()).toEqual([]);
});

test('zonder te zeggen waarvoor komt het signaal terug, en stopt er niets', async () => {
  const casus = await preludeA(proef);
  await casus.bericht('jgz-aanmelding', { signaalDatum: '2025-09-18' }, '2025-09-18T10:00');
  const instantie = await trekIn(casus, undefined, '2025-09-19');
  expect(proef.beeld.variable('fouten_CA_18_2', instantie)).toEqual(['Waarvoor trekken de ouders hun toestemming in: kies een antwoord.']);
  expect(casus.teDoen()).toContain('JG-01');
});
