import { describe, expect, test } from 'vitest';
import { naVergissing } from './proefproject.ts';

/** Wat een proceseigenaar aan een bestand stuk kan maken zonder dat Modeler erbij was, of met een tekstverwerker. */
describe('een bestand dat niet te lezen is wordt één zin, met bestand en regel', () => {
  test.each([
    ['een formulier met een komma te veel', 'forms/gesprek-ouders.form', (t: string) => t.replace('"components": [', '"components": [,'), /^regel \d+$/, 'Dit is geen geldige JSON'],
    ['een veld dat er in een formulier twee keer staat', 'forms/gesprek-ouders.form', (t: string) => t.replace('"components": [', '"id": "x", "id": "y", "components": ['), /^regel \d+$/, 'Het veld "id" staat er twee keer'],
    ['een formulier zonder onderdelen', 'forms/gesprek-ouders.form', () => '{}', /het geheel/, 'Dit is geen formulier van Camunda'],
    ['een id dat er in een model twee keer staat', 'bpmn/kernteam.bpmn', (t: string) => t.replace('id="KT_02"', 'id="KT_01"'), /^regel \d+$/, 'Het id KT_01 staat er twee keer in'],
    ['een pijl naar iets wat weg is', 'bpmn/kernteam.bpmn', (t: string) => t.replace('targetRef="KT_02"', 'targetRef="KT_99"'), /./, 'Er wordt verwezen naar KT_99, en dat onderdeel is er niet'],
    ['een model dat halverwege ophoudt', 'bpmn/kernteam.bpmn', (t: string) => t.slice(0, 9000), /./, 'zet de vorige versie terug'],
    ['een model dat in een tekstverwerker is bewaard', 'bpmn/kernteam.bpmn', (t: string) => Buffer.from(t.replace('Leerling gesignaleerd', 'Leerling gesignaleërd'), 'latin1'), /het geheel/, 'niet opgeslagen als UTF-8'],
    ['een tabel waar een haakje weg is', 'bpmn/vervolg.dmn', (t: string) => t.replace('</rule>', '</rul>'), /^regel \d+$/, 'Hier is een haakje of eindteken zoekgeraakt'],
    ['een kalender met een verkeerd gespelde sleutel', 'bpmn/schoolvakanties.json', (t: string) => t.replace('"scholen": {}', '"scholen": { "10AB": { "vrijdagen": [] } }'), /^regel \d+/, 'Er staat een onbekend veld in'],
    ['een kalender waar een komma ontbreekt', 'bpmn/schoolvakanties.json', (t: string) => t.replace('"regio": "midden",', '"regio": "midden"'), /^regel \d+$/, 'Dit is geen geldige JSON'],
    ['een mail met een lege rol', 'koppelingen/mail/meldingen/N-02.md', (t: string) => t.replace(/aan: .*/, 'aan:'), /^kop, aan$/, 'Vul in: een lijst rollen'],
    ['een mail zonder kop', 'koppelingen/mail/meldingen/N-02.md', (t: string) => t.replace('---\n', ''), /^regel 1$/, 'De kop ontbreekt'],
  ] as const)('%s', async (_naam, pad, verander, plaats, tekst) => {
    const gevonden = await naVergissing({ [pad]: verander });
    expect(gevonden.map((b) => b.bestand)).toEqual(gevonden.map(() => pad));
    expect(gevonden[0]!.plaats).toMatch(plaats);
    expect(gevonden[0]!.tekst).toContain(tekst);
    // Eén vergissing, één opmerking: wat er verder door ontbreekt is geen eigen fout.
    expect(gevonden).toHaveLength(1);
  });
});

test('alle vergissingen komen in één keer, ook als een ander bestand niet te lezen is', async () => {
  const gevonden = await naVergissing({
    'forms/gesprek-ouders.form': (t) => t.slice(0, -10),
    'bpmn/kernteam.bpmn': (t) => t.replace('type="casus-bijwerken"', 'type="casus-bijwerkn"'),
    'koppelingen/mail/meldingen/N-02.md': (t) => t.replace('{{schoolNaam}}', '{{schoolnaam}}'),
    'bpmn/schoolvakanties.json': (t) => t.replace('"tot": "2026-10-25"', '"tot": "2027-10-25"'),
  });
  expect([...new Set(gevonden.map((b) => b.bestand))]).toEqual(['bpmn/kernteam.bpmn', 'bpmn/schoolvakanties.json', 'forms/gesprek-ouders.form', 'koppelingen/mail/meldingen/N-02.md']);
});
