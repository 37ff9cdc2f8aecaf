import { expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import { example } from './helpers/example.ts';
import { registerVan } from './helpers/register.ts';

const called = useCalledProcess();
const plan = (anders: Record<string, unknown>) => example('ot-plannen', { genodigden: ['ouders', 'leerkracht', 'orthopedagoog', 'jeugdarts', 'jeugdprofessional', 'leerplicht', 'smw'], ...anders });
const post = async (melding: string) => (await registerVan(called.proef, called.casus.casusId)).post.filter((p) => p.melding === melding);

test('het OT in het geheel: binnen de termijn gepland, uitgenodigd, vastgelegd wie er was, wat de leerling vindt en wat eruit komt (r. 451–476, 756–757, 805–806)', async () => {
  const verloop = await called.roepAan('ot-bespreking', { otBespreking: null, doel: 'INDICATIE_KDC', otUiterlijk: null, nietNa: null, toelichtingTaak: null, perspectiefBesproken: null, gevraagdIn: 'KT-01c GK-01c' });
  const taak = await verloop.taak('OT-01');
  expect(taak).toMatchObject({ groepen: ['ib-er-10AB'], uiterlijk: expect.stringMatching(/^2025-09-10T17:00/) as string });
  const fouten = async () => JSON.stringify(called.proef.beeld.variable('validatieFouten', (await verloop.taak('OT-01')).elementInstance));

  // Vijf schooldagen na 8 september is 15 september: een OT-breed in oktober komt terug, een OT-smal eerder kan.
  await verloop.doe('OT-01', plan({ otOp: '2025-10-06', otVorm: 'BREED' }));
  expect(await fouten()).toMatch(/kies uiterlijk 15 september 2025.*OT-smal/);
  expect((await verloop.taak('OT-01')).uiterlijk, 'de eerste termijn blijft').toBe(taak.uiterlijk);
  await verloop.doe('OT-01', plan({ otOp: '2025-09-12', otVorm: 'SMAL' }));

  expect((await post('N-90')).map((p) => p.aanRol).sort(), 'wie een adres heeft krijgt bericht; de anderen nodigt de IB-er uit').toEqual(['jeugdarts', 'jeugdteam', 'kernteam-orthopedagoog', 'leerplichtambtenaar', 'ouders']);
  expect((await post('N-90')).map((p) => p.tekst).join(), 'niets over de leerling zelf').not.toMatch(/Milan|Koster/);
  const vastleggen = await verloop.taak('KT-14o');
  expect(vastleggen.uiterlijk).toMatch(/^2025-09-15T17:00/);
  expect(called.proef.beeld.variable('deelnemers', vastleggen.elementInstance), 'de genodigden staan al aangevinkt').toEqual(['ouders', 'leerkracht', 'orthopedagoog', 'jeugdarts', 'jeugdprofessional', 'leerplicht', 'smw']);
  await verloop.doe('KT-14o', example('ot-bespreking', { datum: '2025-09-12', otVorm: 'SMAL', doel: 'INDICATIE_KDC', indicatieKdc: 'ja', jeugdhulpGewenst: 'ja' }), '2025-09-12T15:00');
  await verloop.afgelopen();
  expect(verloop.variabele('otBespreking')).toMatchObject({ datum: '2025-09-12', otVorm: 'SMAL', jeugdhulpGewenst: true });
  expect((await registerVan(called.proef, called.casus.casusId)).logboek.find((regel) => regel.formulier === 'ot-bespreking')?.stap, 'het logboek noemt de stap die het vroeg').toBe('KT-01c');
  expect((await post('N-06')).map((p) => p.aanRol), 'jeugdhulp gewenst: het jeugdteam hoort het').toEqual(['jeugdteam']);
  expect(verloop.incidenten()).toEqual([]);
});

test('kan het echt niet eerder, dan geldt de dag van het plan; is het OT al geweest, dan gaat er geen uitnodiging uit', async () => {
  const start = () => called.roepAan('ot-bespreking', { otBespreking: null, doel: null, otUiterlijk: null, nietNa: null, toelichtingTaak: null, perspectiefBesproken: null });
  const later = await start();
  await later.doe('OT-01', plan({ otOp: '2025-09-29', laterKan: true }));
  expect((await later.taak('KT-14o')).uiterlijk).toMatch(/^2025-09-29T17:00/);
  const geweest = await start();
  await geweest.doe('OT-01', plan({ otOp: '2025-09-05' }));
  expect((await post('N-90')).filter((p) => p.tekst.includes('5 september'))).toEqual([]);
  await geweest.doe('KT-14o', example('ot-bespreking', { datum: '2025-09-05', doel: 'PERSPECTIEF_BESPREKEN', perspectiefBesproken: true, jeugdhulpGewenst: 'nee' }));
  await geweest.afgelopen();
  expect(geweest.variabele('otBespreking')).toMatchObject({ perspectiefBesproken: true });
  expect([...later.incidenten(), ...geweest.incidenten()]).toEqual([]);
});
