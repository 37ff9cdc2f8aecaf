import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { example } from './helpers/example.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { Proef } from './helpers/proef.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterEach(() => proef.cleanUp());
afterAll(() => proef.stop());

const navraag = (anders: Record<string, unknown>) => ({ ...example('inschrijving-nagaan'), nieuweSchool: undefined, ingeschrevenOp: undefined, ...anders });
const kind = (casus: Casusverloop) => proef.register.db.selectFrom('casus').innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId').select(['casus.status', 'casus.reden', 'casus.verzuimstatus', 'leerling.ingeschreven']).where('casusId', '=', casus.casusId).executeTakeFirst();

describe('errata BE-UITGESCHREVEN, §7.4: een uitschrijving alleen sluit niet', () => {
  let casus: Casusverloop;
  beforeEach(async () => {
    await proef.zetKlok('2025-09-08T09:00');
    casus = await proef.meldAan(startForm());
    await casus.bericht('nergens-ingeschreven', { uitgeschrevenOp: '2025-09-09' }, '2025-09-10T10:00');
  });

  test('de route loopt door, leerplicht gaat na waar het kind naar school gaat, en de vraag komt terug tot er een inschrijving is', async () => {
    expect(casus.teDoen()).toEqual(expect.arrayContaining(['KT-01a', 'X-12']));
    const taak = await casus.taak('X-12');
    expect(taak).toMatchObject({ groepen: ['leerplichtambtenaar-sliedrecht'], prioriteit: 90 });
    expect(await kind(casus)).toMatchObject({ status: 'open', verzuimstatus: 'ABSOLUUT_VERZUIM', ingeschreven: false });
    expect(await meldingenVan(proef, casus.casusId)).toContain('N-64');

    await casus.doe('X-12', navraag({ datum: '2025-09-12', uitkomst: 'NOG_NERGENS' }), '2025-09-12T10:00');
    expect(casus.teDoen()).not.toContain('X-12');
    await proef.zetKlok('2025-09-26T09:00');
    await casus.doe('X-12', navraag({ datum: '2025-09-26', uitkomst: 'ANDERE_SCHOOL', ingeschrevenOp: '2025-09-30', nieuweSchool: 'De Sprong' }), '2025-09-26T10:00');
    expect(casus.teDoen(), 'een datum in de toekomst komt terug').toContain('X-12');
    await casus.doe('X-12', navraag({ datum: '2025-09-26', uitkomst: 'ANDERE_SCHOOL', ingeschrevenOp: '2025-09-25', nieuweSchool: 'De Sprong' }));
    await casus.afgelopen();
    expect(await kind(casus)).toMatchObject({ status: 'afgesloten', reden: 'UITGESCHREVEN_VERHUISD', ingeschreven: true });
    expect(casus.incidenten()).toEqual([]);
  });

  test('weer ingeschreven op de eigen school: de casus gaat door, en het kind blijft thuiszitter tot het echt naar school gaat', async () => {
    await casus.doe('X-12', navraag({ datum: '2025-09-12', uitkomst: 'EIGEN_SCHOOL', ingeschrevenOp: '2025-09-11' }), '2025-09-12T10:00');
    expect(casus.teDoen()).toEqual(['KT-01a']);
    expect(await kind(casus)).toMatchObject({ status: 'open', verzuimstatus: 'THUISZITTER', ingeschreven: true });
    expect(proef.beeld.variable('leerling', casus.instantie)).toMatchObject({ ingeschreven: true });
    expect(casus.incidenten()).toEqual([]);
  });

  test('de melding klopte niet: de casus sluit zonder notitie en telt nergens mee', async () => {
    await casus.doe('X-12', navraag({ datum: '2025-09-12', uitkomst: 'ADMINISTRATIEF' }), '2025-09-12T10:00');
    await casus.afgelopen();
    expect(casus.pad()).toContain('EE_administratief');
    expect(await kind(casus)).toMatchObject({ status: 'afgesloten', reden: 'ADMINISTRATIEF', ingeschreven: true });
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });
});

test('errata D-03, D-28, §2.2.4: een kind dat bij de aanmelding op geen school staat: de klok loopt vanaf dag één, en leerplicht hoort het meteen, naast de route', async () => {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm({ leerlingIngeschreven: false }));
  expect(casus.teDoen()).toEqual(expect.arrayContaining(['KT-01a', 'X-12']));
  expect(await kind(casus)).toMatchObject({ verzuimstatus: 'ABSOLUUT_VERZUIM', ingeschreven: false });
  const periode = await proef.register.db.selectFrom('thuisperiode as t').innerJoin('casus as c', 'c.leerlingId', 't.leerlingId').select(['t.eersteDag', 't.eindDag']).where('c.casusId', '=', casus.casusId).execute();
  expect(periode, 'zo telt het kind in elk cijfer mee').toMatchObject([{ eersteDag: '2025-09-05', eindDag: null }]);
  expect(await meldingenVan(proef, casus.casusId)).toContain('N-64');
  expect(casus.incidenten()).toEqual([]);
});
