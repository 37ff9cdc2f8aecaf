import { expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import { example } from './helpers/example.ts';

const called = useCalledProcess();
const uitkomst = (anders: Record<string, unknown>) => ({ ...example('inschrijving-nagaan'), nieuweSchool: undefined, ingeschrevenOp: undefined, datum: '2025-09-08', ...anders });

test('staat de leerling op een andere school, dan hoort de casus het en sluit zij op die inschrijving', async () => {
  const verloop = await called.roepAan('absoluut-verzuim');
  await verloop.doe('X-12', uitkomst({ uitkomst: 'ANDERE_SCHOOL', ingeschrevenOp: '2025-09-05', nieuweSchool: 'De Sprong' }));
  await verloop.afgelopen();
  expect(verloop.pad()).toContain('EE_andere_school');
  await called.casus.afgelopen();
  expect(verloop.incidenten()).toEqual([]);
});

test('was de melding een vergissing, dan hoort de casus het en telt zij nergens mee', async () => {
  const verloop = await called.roepAan('absoluut-verzuim');
  await verloop.doe('X-12', uitkomst({ uitkomst: 'ADMINISTRATIEF' }));
  await verloop.afgelopen();
  expect(verloop.pad()).toContain('EE_vergissing');
  await called.casus.afgelopen();
  expect(called.casus.pad()).toContain('EE_administratief');
});
