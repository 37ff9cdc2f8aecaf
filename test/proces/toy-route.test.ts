import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readModels, type ModelFile } from '../../engine/deploy.ts';
import { example } from './helpers/example.ts';
import { modify } from './helpers/migration.ts';
import { stand, ziek } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

/**
 * Een derde route erbij. Van haar zelf zijn een model en een beschrijving (domein/routes/proefroute.ts); verder veranderen
 * drie bestanden: domein/routes/index.ts, bpmn/routekeuze.dmn en bpmn/urenraming.dmn. Docs: docs/architectuur.md.
 */
const proefroute = vi.hoisted(() => {
  // Bestanden na elkaar delen hun modules, en die van een vorig bestand kennen deze route niet; een volgend bestand (zie afterAll) mag haar niet kennen.
  vi.resetModules();
  return { proces: 'proefroute', stapPrefix: 'PR', afsluiter: { rol: 'sectordirecteur-swv', persoon: 'sectordirecteurSwv' } };
});
vi.mock('../../domein/routes/index.ts', async (original) => {
  const { ROUTES } = await original<typeof import('../../domein/routes/index.ts')>();
  const alle = [...ROUTES, proefroute];
  return { ROUTES: alle, routeVan: (proces: string) => alle.find((route) => route.proces === proces) };
});

const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="proef">
  <bpmn:process id="proefroute" name="Proefroute" isExecutable="true">
    <bpmn:startEvent id="SE_start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:serviceTask id="PR_01s"><bpmn:extensionElements><zeebe:taskDefinition type="casus-registreren" retries="24" /></bpmn:extensionElements><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:userTask id="PR_01" name="Iets doen"><bpmn:extensionElements><zeebe:userTask />
      <zeebe:ioMapping><zeebe:input source="=&quot;ib-er&quot;" target="rol" /><zeebe:output source="=&quot;PASSEND_AANBOD_GEREALISEERD&quot;" target="routeReden" /></zeebe:ioMapping>
      <zeebe:properties><zeebe:property name="stap" value="PR-01" /></zeebe:properties></bpmn:extensionElements><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="EE_klaar"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="SE_start" targetRef="PR_01s" /><bpmn:sequenceFlow id="f2" sourceRef="PR_01s" targetRef="PR_01" /><bpmn:sequenceFlow id="f3" sourceRef="PR_01" targetRef="EE_klaar" />
  </bpmn:process>
</bpmn:definitions>`;

/** SO-scholen krijgen de proefroute. */
function metProefroute(files: readonly ModelFile[]): ModelFile[] {
  const kent = (xml: string): string => xml.replaceAll('"kernteam","geen-kernteam"', '"kernteam","geen-kernteam","proefroute"');
  const gekozen = modify(files, 'routekeuze.dmn', (xml) => kent(xml).replace(/("SBO"), "SO"([^]*?)"geen-kernteam"/, '"SO"$2"proefroute"').replace('<text>"BAO"</text>', '<text>"BAO","SBO"</text>'));
  const geraamd = modify(gekozen, 'urenraming.dmn', (xml) => kent(xml).replace('<text>"geen-kernteam", null</text>', '<text>"geen-kernteam","proefroute", null</text>'));
  return [...geraamd, { name: 'proefroute.bpmn', content: Buffer.from(MODEL) }];
}

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start(metProefroute(await readModels()));
});
afterAll(async () => {
  await proef.stop();
  vi.resetModules();
});

test('een nieuwe route doet mee met het frame: aanmelden, verzuim volgen, sluiten door wie zij noemt', async () => {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm({ schoolHeeftKernteam: 'nee', schoolSchooltype: 'SO' }));
  expect(casus.variabele('route')).toBe('proefroute');
  expect(casus.teDoen()).toEqual(['PR_01']);

  await casus.bericht('verzuimstand', stand('2025-09-12', ziek(['2025-09-08'])), '2025-09-12T16:00');
  expect(casus.variabele('verzuim')).toMatchObject({ peildatum: '2025-09-12', dagenThuisWeek: 1 });

  await casus.doe('PR_01', {});
  expect((await casus.taak('KT-18')).groepen).toEqual(['sectordirecteur-swv']);
  await casus.doe('KT-18', example('afsluitnotitie', { resultaat: 'SO', einddatum: '2025-09-12' }));
  await casus.afgelopen();
  const register = await registerVan(proef, casus.casusId);
  expect(register.thuiszitter).toMatchObject([{ route: 'proefroute', reden: 'PASSEND_AANBOD_GEREALISEERD' }]);
  expect(casus.incidenten()).toEqual([]);
});
