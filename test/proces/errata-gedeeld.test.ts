import { expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { example } from './helpers/example.ts';
import { meldingenVan, registerVan } from './helpers/register.ts';

/** Wat de errata van de processen eist die beide routes aanroepen; elke titel noemt haar rij. */
const called = useCalledProcess();
async function goedGegaan(verloop: Casusverloop): Promise<void> {
  await verloop.afgelopen();
  expect(verloop.incidenten()).toEqual([]);
}

test('errata F-14, DMN-04 r3: ligt het aantal na de controle onder de drempel, dan vervalt de grond: geen melding en geen brief', async () => {
  const verloop = await called.roepAan('duo-verzuimmelding', { gronden: ['ZESTIEN_UUR_4WK'] });
  await verloop.doe('CA-02-1', example('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-05', urenOngeoorloofd: 15.75 }));
  await goedGegaan(verloop);
  expect(verloop.pad()).toContain('EE_vervallen');
  const { duo, logboek } = await registerVan(called.proef, called.casus.casusId);
  expect(duo.filter(({ soort }) => soort !== 'REGISTRATIE')).toEqual([]);
  expect(logboek.map((r) => r.actie)).toContain('Grond voor een verzuimmelding vervallen');
  expect(await meldingenVan(called.proef, called.casus.casusId)).not.toEqual(expect.arrayContaining(['N-09']));
});

test('errata F-08b, F-14, F-21: ouders die niet bereikt zijn houden de verzuimmelding niet op; de pogingen en de brief staan vast', async () => {
  const verloop = await called.roepAan('duo-verzuimmelding', { gronden: ['ZESTIEN_UUR_4WK'] });
  const niet = (anders = {}) => example('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-05', oudersGeinformeerd: undefined, oudersNietBereikt: true, aantalPogingen: 2, schriftelijkVerstuurdOp: '2025-09-05', ...anders });
  await verloop.doe('CA-02-1', niet({ aantalPogingen: 1 }));
  expect(verloop.teDoen(), 'eerst nog een poging').toEqual(['CA-02-1']);
  await verloop.doe('CA-02-1', niet());
  await verloop.taak('CA-02-5');
  await verloop.doe('CA-02-5', example('leerplicht-terugkoppeling', { datum: '2025-09-08' }));
  await goedGegaan(verloop);
  expect(verloop.pad(), 'wat er intussen bij kwam wordt opnieuw gewogen').toContain('CA_02_7');
});

test('errata F-04 DOOR_SCHOOL: wie naar huis is gestuurd krijgt één keer de vraag naar de onderwijstijd, en geen verzuimmelding', async () => {
  const regel = (datum: string) => ({ datum, dagdelen: 2, uren: 5.5, soort: 'DOOR_SCHOOL' });
  await called.proef.zetKlok('2025-09-12T16:00');
  const stand = (datums: string[]) => called.casus.bericht('verzuimstand', { verzuimInvoer: { peildatum: '2025-09-12', regels: datums.map(regel) } });
  await stand(['2025-09-09', '2025-09-10', '2025-09-11']);
  await stand(['2025-09-12']);
  expect(called.casus.variabele('verzuim')).toMatchObject({ dagenThuisWeek: 4, urenOngeoorloofd4wk: 0 });
  const taken = called.casus.teDoen();
  expect(taken.filter((t) => t === 'CA-03-1')).toEqual(['CA-03-1']);
  expect(taken).not.toContain('CA-02-1');
});
