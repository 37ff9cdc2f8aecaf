import { beforeEach, expect, test } from 'vitest';
import { voegLogboekToe } from '../../../registratie/logboek-toevoegen.ts';
import { eerdereAntwoorden } from '../../../domein/logboek/eerdere-antwoorden.ts';
import { leesVelden } from '../../../domein/logboek/formulier.ts';
import { open } from '../../helpers/casus.ts';
import { useWorkbench } from '../../helpers/worker.ts';

const velden = leesVelden({
  components: [
    { type: 'textarea', key: 'afspraken', label: 'Afspraken' },
    { type: 'radio', key: 'zorgen', label: 'Zorgen?', values: [{ label: 'Ja', value: 'ja' }] },
    { type: 'textarea', key: 'toelichting', label: 'Toelichting', conditional: { hide: '=zorgen != "ja"' } },
    { type: 'group', label: 'Overleg', conditional: { hide: '=zorgen != "ja"' }, components: [{ type: 'textfield', key: 'contact', label: 'Contact' }] },
    { type: 'dynamiclist', path: 'regels', label: 'Verzuim per dag', components: [{ type: 'number', key: 'uren', label: 'Uren' }] },
    { type: 'number', key: 'urenBesteed', label: 'Bestede uren' },
  ],
});
const ingevuld = { afspraken: 'Elke dag bellen.', zorgen: 'ja', toelichting: 'Thuis is het onrustig.', contact: 'J. Jansen', regels: [{ uren: 2 }], urenBesteed: 1, vroegerVeld: 'staat niet meer in het formulier' };

const bank = useWorkbench();
let casusId: string;
let volgende = 0;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
});

const schrijf = (waarden: Record<string, unknown>, stap = 'KT-01a', rol = 'ib-er') =>
  bank.register.db.transaction().execute((tx) => voegLogboekToe(tx, { casusId, tijdstip: bank.klok.nu(), stap, formulier: rol === 'systeem' ? null : 'gesprek-ouders', actie: stap, actor: rol, rol, uitkomst: '', velden: waarden, sleutel: `proef-${++volgende}` }));
const geef = (anders: Record<string, unknown> = {}) =>
  eerdereAntwoorden(bank.register, async () => velden, { casusId, formulier: 'gesprek-ouders', validatieFouten: ['De datum klopt niet.'], ...anders }, 'KT-01a');

test('geeft terug wat het formulier altijd instuurt, uit de laatste regel van deze stap', async () => {
  await schrijf({ ...ingevuld, afspraken: 'Eerste poging.' });
  await schrijf(ingevuld);
  await schrijf({ afspraken: 'Van een andere stap.' }, 'KT-01b');
  await schrijf({ afspraken: 'Van het systeem.' }, 'KT-01a', 'systeem');
  expect(await geef()).toEqual({ afspraken: 'Elke dag bellen.', zorgen: 'ja' });
});

test.each([
  ['een taak die niet is teruggekomen', { validatieFouten: null }],
  ['een taak zonder fouten', { validatieFouten: [] }],
  ['een taak van vóór de casus', { casusId: null }],
  ['een timer of een andere stap zonder formulier', { formulier: undefined }],
])('%s krijgt niets terug', async (_wat, anders) => {
  await schrijf(ingevuld);
  expect(await geef(anders)).toEqual({});
});

test('zonder eerdere regel is er niets om terug te geven', async () => {
  expect(await geef()).toEqual({});
});
