import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dag, escaleer, preludeA, stand, vierDagenThuis } from './helpers/prelude.ts';
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

describe('AS-20 een kind dat tijdens de casus vijf wordt', () => {
  test('komt vanaf die dag in de registratie en bij DUO; uren van daarvoor tellen niet', async () => {
    const casus = await preludeA(proef, { leerlingRoepnaam: 'Liv', leerlingAchternaam: 'Jansen', leerlingGeboortedatum: '2020-10-01', leerlingGroep: 1 });
    expect((await registerVan(proef, casus.casusId)).thuiszitter).toEqual([]);
    const week = (datums: string[]) => datums.map((d) => dag(d, 2, 5, 'VERMOEDELIJK_ONGEOORLOOFD'));
    await casus.bericht('verzuimstand', stand('2025-09-19', week(['2025-09-15', '2025-09-16'])), '2025-09-19T16:00');
    await casus.bericht('verzuimstand', stand('2025-09-26', week(['2025-09-22', '2025-09-23'])), '2025-09-26T16:00');
    expect(casus.variabele('leerlingStatus')).toMatchObject({ leerplichtig: false, registratieStatus: 'NIET_LEERPLICHTIG' });
    expect((await registerVan(proef, casus.casusId)).duo).toEqual([]);
    await casus.bericht('verzuimstand', stand('2025-10-03', week(['2025-10-02'])), '2025-10-03T16:00');
    const register = await registerVan(proef, casus.casusId);
    expect(casus.variabele('leerlingStatus')).toMatchObject({ leerplichtig: true, registratieStatus: 'DREIGEND_THUISZITTER' });
    expect(register.thuiszitter).toMatchObject([{ registratieStatus: 'DREIGEND_THUISZITTER' }]);
    expect(register.duo.map((d) => d.soort)).toEqual(['REGISTRATIE']);
    expect(casus.variabele('verzuim')).toMatchObject({ urenOngeoorloofd4wk: 5 });
    expect(casus.teDoen()).toEqual([]);
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('X-10 vrijstelling van een kind dat nog geen vijf is', () => {
  test('een kind van vier is niet leerplichtig: leerplicht krijgt geen vraag, de IB-er en de ouders horen waarom', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const vier = await proef.meldAan(startForm({ leerlingRoepnaam: 'Noor', leerlingAchternaam: 'Mulder', leerlingGeboortedatum: '2020-10-01', leerlingGroep: 1 }));
    await vier.bericht('vrijstelling-overwogen', { signaalDatum: '2025-09-08' });
    expect(vier.teDoen()).toEqual(['KT-01a']);
    expect(vier.pad()).toContain('EE_niet_leerplichtig');
    const { logboek, post } = await registerVan(proef, vier.casusId);
    expect(post.filter((p) => p.melding === 'N-34')).toEqual([]);
    expect(post.filter((p) => p.melding === 'N-53').map((p) => p.aanRol).sort()).toEqual(['ib-er', 'ouders']);
    expect(logboek.map((r) => r.uitkomst).join('\n')).toContain('niet leerplichtig, dus valt er niets vrij te stellen');
    // Vanaf de vijfde verjaardag is het kind leerplichtig: hetzelfde signaal gaat dan naar leerplicht.
    await vier.bericht('vrijstelling-overwogen', { signaalDatum: '2025-10-02' }, '2025-10-02T10:00');
    expect(vier.teDoen()).toContain('VR-01');
    expect(vier.incidenten()).toEqual([]);
  });
});

describe('KT-01a ouders die niet bereikt zijn', () => {
  test('houden de route niet op, en geen brief zegt dat er met hen is gesproken', async () => {
    await proef.zetKlok('2025-09-08T09:00');
    const casus = await proef.meldAan(startForm());
    const nietBereikt = (aantalPogingen: number) => example('gesprek-ouders', { oudersNietBereikt: true, aantalPogingen, schriftelijkVerstuurdOp: '2025-09-10', gesprekDatum: undefined, aanwezigen: undefined, toestemmingOuders: undefined, verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'ja' });
    await casus.doe('KT-01a', nietBereikt(1), '2025-09-10T10:00');
    expect(casus.teDoen()).toEqual(['KT-01a']);
    await casus.doe('KT-01a', nietBereikt(2));
    expect(casus.teDoen()).toContain('KT-01b');
    // Zorgen over de veiligheid wachten niet op een gesprek.
    expect(casus.pad()).toContain('meldcode_starten');
    const { post } = await registerVan(proef, casus.casusId);
    expect(post.filter((p) => p.melding === 'N-01').map((p) => p.tekst).join()).toContain('De ouders zijn nog niet bereikt; de school heeft hun geschreven.');
    expect(post.map((p) => p.tekst).join()).not.toContain('met de ouders gesproken');
    expect(casus.incidenten()).toEqual([]);
  });
});

describe('AS-08 niet meer dan drie perioden van vier weken', () => {
  test('een derde periode zonder uitweg leidt naar de doorzettingsmacht, niet naar een vierde', async () => {
    const casus = await preludeA(proef);
    await escaleer(proef, casus, '2025-09-26', vierDagenThuis, '2025-09-29');
    const besluit = example('perspectief', {
      onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined,
      aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', perspectiefHelder: 'ja', besprokenInOT: 'ja', wachttijdWeken: 0, wachtlijst: 'nee', huidigAanbodAfdoende: 'nee', overbruggingNodig: 'nee',
    });
    // Elke periode duurt 28 dagen vanaf de dag van het besluit.
    for (const [cyclus, einde] of [[1, '2025-10-27T09:00'], [2, '2025-11-24T09:00'], [3, '2025-12-22T09:00']] as const) {
      expect(casus.variabele('termijnen')).toMatchObject({ cyclus });
      await proef.zetKlok(einde);
      await casus.doe('KT-14', besluit);
    }
    expect(casus.variabele('termijnen')).toMatchObject({ cyclus: 3 });
    expect(casus.teDoen()).toContain('DZ-hand');
    expect(casus.incidenten()).toEqual([]);
  });
});

test('met de hand gestart uit de lijst van Tasklist eindigt elk aangeroepen proces vanzelf, zonder incident', async () => {
  const los = readdirSync(new URL('../../bpmn/', import.meta.url)).filter((naam) => naam.endsWith('.bpmn')).map((naam) => naam.slice(0, -5)).filter((proces) => !['casus', 'casus-signaal', 'taakherinneringen', 'klok-van-het-kind', 'maandmail'].includes(proces));
  const gestart = await Promise.all(los.map(async (proces) => [proces, await proef.start(proces, {})] as const));
  await proef.quiesce();
  expect(gestart.filter(([, instantie]) => proef.beeld.isAlive(instantie)).map(([proces]) => proces)).toEqual([]);
  expect([...proef.beeld.incidents.values()].filter((incident) => gestart.some(([, instantie]) => instantie === incident.instance))).toEqual([]);
});
