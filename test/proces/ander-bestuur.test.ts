import { afterAll, beforeAll, expect, test } from 'vitest';
import { example } from './helpers/example.ts';
import { escaleer, preludeA, vierDagenThuis } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterAll(() => proef.stop());

const HAVEN = { schoolNaam: 'OBS De Haven', schoolBrin: '40EF', directeurEmail: 'directeur@haven.example', schoolbestuurNaam: 'Stichting De Haven', schoolbestuurEmail: 'bestuur@haven.example' };

test('een school met kernteam van een ander bestuur: de regie begint opnieuw bij dat bestuur, het nummer, de klok en de vier weken blijven', async () => {
  // Een ander kind van die school, zodat het register haar en haar bestuur kent.
  await proef.zetKlok('2025-09-08T08:00');
  await proef.meldAan(startForm({ leerlingRoepnaam: 'Sara', leerlingAchternaam: 'Bos', ...HAVEN }));
  await proef.cleanUp();

  const casus = await preludeA(proef, { leerlingRoepnaam: 'Fenna' });
  const { db } = proef.register;
  const inRegister = () => db.selectFrom('casus').select(['casusnummer', 'brin', 'route', 'status', 'vierWekenSinds']).where('casusId', '=', casus.casusId).executeTakeFirstOrThrow();
  const periode = () => db.selectFrom('thuisperiode as t').innerJoin('casus as c', 'c.leerlingId', 't.leerlingId').select(['t.eersteDag', 't.eindDag']).where('c.casusId', '=', casus.casusId).execute();
  const nuIn = async () => (await db.selectFrom('contact').select('rol').where('casusId', '=', casus.casusId).where('tot', 'is', null).execute()).map((c) => c.rol);
  await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
  const [begin, klok] = [await inRegister(), await periode()];
  expect(await nuIn()).toContain('regisseur-schoolbestuur');

  await proef.zetKlok('2025-10-08T10:00');
  await proef.start('casus-signaal', example('casus-signaal', {
    casusnummer: begin.casusnummer, signaalType: 'andere-school', datum: '2025-10-08', datumVolledigTerug: undefined, nieuweSchool: HAVEN.schoolNaam, nieuweSchoolBrin: HAVEN.schoolBrin,
    nieuwLeerlingnummer: 'NIEUW-2001', ingeschrevenOp: '2025-10-08', contactNaam: 'K. Nieuw', contactEmail: 'k.nieuw@haven.example', contactUserId: undefined,
  }));
  await proef.quiesce();

  expect(await inRegister(), 'dezelfde route, hetzelfde nummer, dezelfde vier weken').toEqual({ ...begin, brin: '40EF' });
  expect(await periode()).toEqual(klok);
  expect(casus.teDoen()).toEqual(expect.arrayContaining(['KT-02', 'KT-08a']));
  expect(casus.teDoen().filter((stap) => ['KT-01a', 'KT-07a', 'KT-07b'].includes(stap)), 'wat is besproken geldt').toEqual([]);
  expect(await nuIn(), 'de regisseur van het vorige bestuur hoort er niet meer bij').not.toContain('regisseur-schoolbestuur');

  await casus.doe('KT-02', example('verzuimstand', { peildatum: '2025-10-08', geenVerzuim: true, regels: [], teLaat: [], tweeWekenGroteMoeite: false, verzuimGestopt: undefined }), '2025-10-08T11:00');
  await casus.doe('KT-03', example('regisseurs-voorstel'), '2025-10-08T12:00');
  expect((await registerVan(proef, casus.casusId)).post.filter((p) => p.aanRol === 'schoolbestuur').at(-1)?.adres, 'het nieuwe bestuur krijgt het voorstel').toBe('bestuur@haven.example');
  expect((await casus.taak('KT-05')).groepen, 'en wijst zijn regisseur aan').toEqual([(proef.beeld.variable('groepen', casus.instantie) as Record<string, string>)['schoolbestuur']]);
  expect(casus.variabele('termijnen')).toMatchObject({ t0: '2025-09-29', cyclus: 1 });
  expect(casus.incidenten()).toEqual([]);
});
