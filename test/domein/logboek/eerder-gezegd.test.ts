import { beforeEach, expect, test } from 'vitest';
import { leesEerderGezegd } from '../../../domein/logboek/eerder-gezegd.ts';
import { makeFormulierlezer } from '../../../domein/logboek/formulier.ts';
import { voegLogboekToe } from '../../../registratie/logboek-toevoegen.ts';
import { makeCasusLezen } from '../../../workers/casus-lezen.ts';
import { open } from '../../helpers/casus.ts';
import { runWorker, useWorkbench } from '../../helpers/worker.ts';

const bank = useWorkbench();
const lees = makeFormulierlezer();
let casusId: string;
let volgende = 0;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
});
const schrijf = (formulier: string, actie: string, velden: Record<string, unknown>) =>
  bank.register.db.transaction().execute((tx) => voegLogboekToe(tx, { casusId, tijdstip: bank.klok.nu(), stap: 'CA-14-1', formulier, actie, actor: 'ib-er', rol: 'ib-er', uitkomst: '', velden, sleutel: `proef-${++volgende}` }));
const vraag = { afsprakenSchoolOuders: 'Elke dag een uur.\nOuders brengen.', afsprakenOpgevolgd: 'NEE', handhavingGewenst: 'OVERLEG', planAanwezig: 'nee', aardVerzuim: 'ONGEOORLOOFD', sprakeAot: 'ja', vraag: 'Hoe verder?', urenBesteed: 1 };

test('leerplicht leest de vraag en de vijf punten, in de woorden van het formulier', async () => {
  await schrijf('leerplicht-vraag', 'Vraag aan leerplicht opstellen', { ...vraag, vraag: 'De vorige vraag' });
  await schrijf('leerplicht-vraag', 'Vraag aan leerplicht opstellen', vraag);
  expect(await leesEerderGezegd(bank.register.db, lees, casusId, ['leerplicht-vraag'])).toEqual([{
    titel: 'Vraag aan leerplicht opstellen, 8 september 2025',
    regels: [
      'Welke afspraken zijn er tussen school en ouders: Elke dag een uur.', 'Ouders brengen.', 'Worden de afspraken nagekomen: Nee', 'Moet leerplicht handhaven: Eerst overleg',
      'Is er een plan om de schoolgang op te bouwen: Nee', 'Is het ziekte of ongeoorloofd verzuim: Ongeoorloofd', 'Is er aanpassing van onderwijstijd: Ja', 'Uw vraag: Hoe verder?',
    ],
  }]);
});

test('wat nog niemand invulde staat er niet, en alleen een taak die erom vraagt krijgt het', async () => {
  await schrijf('leerplicht-antwoord', 'Meedenken en antwoorden', { advies: 'Nodig de ouders uit.', actie: 'GESPREK_OUDERS' });
  const werker = makeCasusLezen(bank.deps());
  expect(await runWorker(werker, { casusId, toon: ['cce-consult', 'leerplicht-antwoord'] })).toMatchObject({ eerder: [{ regels: ['Uw advies: Nodig de ouders uit.', 'Wat doet u: Gesprek met ouders'] }] });
  expect(await runWorker(werker, { casusId })).not.toHaveProperty('eerder');
});
