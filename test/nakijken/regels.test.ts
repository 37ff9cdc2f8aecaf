import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGELS } from '../../nakijken/regels.ts';
import { vindt } from './proefproject.ts';

const UITLEG = join(import.meta.dirname, '../../nakijken/uitleg');

/** De bestanden van een voorbeeld, ingedeeld als een project. */
function voorbeeld(regel: string, soort: 'goed' | 'fout'): Record<string, string> {
  const map = join(UITLEG, 'voorbeelden', regel, soort);
  const paden = readdirSync(map, { recursive: true, encoding: 'utf8' }).filter((pad) => statSync(join(map, pad)).isFile()).map((pad) => pad.replaceAll('\\', '/')).sort();
  return Object.fromEntries(paden.map((pad) => [pad, readFileSync(join(map, pad), 'utf8')]));
}

/** Iedere regel: wat zij bij het foute voorbeeld zegt, met bestand en plaats. Bij het goede voorbeeld zegt zij niets. */
const VERWACHT: Record<string, readonly [bestand: string, plaats: string, tekst: string][]> = {
  'stap-bereikbaar': [
    ['bpmn/kernteam.bpmn', 'stap KT-02', 'Deze stap is vanuit de route niet meer te bereiken: zij staat in bpmn/verzuim-vastleggen.bpmn (verzuim_vastleggen "Verzuim vastleggen"), en niets in deze route roept dat model aan'],
    ['bpmn/vergeten.bpmn', 'vergeten', 'Niemand roept dit model aan of start het: roep het aan in een route of fase, of haal het weg'],
  ],
  'dmnlint': [
    ['bpmn/leerplichtstatus.dmn', 'leerplichtstatus', 'Geef dit onderdeel een naam'],
  ],
  'beslistabel': [
    ['bpmn/leerplichtstatus.dmn', 'beslissing', 'Geef een beslissing het id van het bestand: leerplichtstatus. Modellen en programmatuur zoeken haar onder die naam'],
    ['bpmn/leerplichtstatus.dmn', 'kolom ""', 'Geef de invoer een opschrift'],
    ['bpmn/leerplichtstatus.dmn', 'regel 1', 'Noem bij de regel de bron: "routeboek r. …" of "voorstel, aanpasbaar"'],
    ['bpmn/leerplichtstatus.dmn', 'regel 2, kolom "Leerplichtig"', 'Vul de cel in, zo nodig met null: een lege uitkomst kent Camunda niet'],
  ],
  'tabel-soort': [
    ['bpmn/leerplichtstatus.dmn', 'Leerplicht bepalen', 'Kies linksboven bij Hit policy UNIQUE of FIRST: wie deze tabel vraagt, verwacht één uitkomst en geen lijst'],
  ],
  'tabel-gat': [
    ['bpmn/leerplichtstatus.dmn', 'Leerplicht bepalen', 'Bij Leeftijd in jaren = niet ingevuld past geen enkele regel. Voeg een regel toe, of laat de laatste regel voor al het andere gelden'],
  ],
  'tabel-overlap': [
    ['bpmn/leerplichtstatus.dmn', 'regel 1 en regel 2', 'Bij Leeftijd in jaren = 5 passen ze allebei, en deze tabel mag maar één uitkomst geven. Maak een van de twee smaller'],
  ],
  'regel-onbereikt': [
    ['bpmn/leerplichtstatus.dmn', 'regel 2', 'Deze regel geldt nooit: een regel erboven past altijd eerder. Zet haar hoger of maak die regel smaller'],
  ],
  'tabel-waarde': [
    ['bpmn/termijnen.dmn', 'regel 1, kolom "Aantal"', 'Hier hoort een getal, zonder aanhalingstekens: "twee" is een tekst'],
    ['bpmn/termijnen.dmn', 'regel 1, kolom "Eenheid"', 'Deze uitkomst kent niemand: "schooldgen". Bedoelde u schooldagen? Kies uit schooldagen, schoolweken, kalenderdagen'],
    ['bpmn/termijnen.dmn', 'regel 2, kolom "Stap"', 'Zet "KT-06" tussen aanhalingstekens: zonder is het een variabele, en die is leeg'],
    ['bpmn/termijnen.dmn', 'regel 2, kolom "Soort"', 'Zet "uiterlijk" tussen aanhalingstekens: zonder is het een variabele, en die is leeg'],
    ['bpmn/termijnen.dmn', 'regel 2, kolom "Aantal"', 'Schrijf het getal met een punt: 3.5'],
    ['bpmn/verzuimcategorie.dmn', 'regel 1, kolom "Uren"', '">= 16,5" leest de engine als twee getallen: schrijf 16.5 met een punt, of zet bij een rij getallen een spatie achter de komma'],
    ['bpmn/verzuimcategorie.dmn', 'regel 1, kolom "Luxe"', 'Schrijf not(false): de engine leest een cel die met true, begint als altijd waar'],
    ['bpmn/verzuimcategorie.dmn', 'regel 1, kolom "Categorie"', 'Deze uitkomst kent niemand: "VERZUIM_16_UREN". Bedoelde u VERZUIM_16_UUR? Kies uit VERZUIM_16_UUR'],
    ['bpmn/contactadressen.dmn', 'regel 1, kolom "Rol"', 'De rol "jeugdart" bestaat niet. Bedoelde u jeugdarts? Kies uit ib-er, directeur-school-van-herkomst, school-orthopedagoog, schoolbestuur, regisseur-schoolbestuur, kernteam-orthopedagoog, kernteam-onderwijsspecialist, kernteamlid-swv, regisseur-swv, contactpersoon-swv, sectordirecteur-swv, directeur-bestuurder, leerplichtambtenaar, jeugdteam, jeugdarts, cce-contactpersoon-swv, gebiedscoordinator-swv, coordinator-av1, directeur-sbo, swv-management'],
    ['bpmn/contactadressen.dmn', 'regel 1, kolom "E-mailadres"', '"jeugdarts.example.org" is geen e-mailadres'],
    ['bpmn/contactadressen.dmn', 'regel 1, kolom "Groep"', 'De groep "jeugdart" hoort bij geen enkele rol: begin met de naam van de rol, zoals "leerplichtambtenaar-dordrecht"'],
    ['bpmn/termijnen.dmn', 'regel 1, kolom "Tijdstip"', '"17 uur" is geen tijdstip: schrijf uren en minuten met een dubbele punt, zoals "17:00"'],
  ],
  'tabel-invoer': [
    ['bpmn/leerplichtstatus.dmn', 'kolom "Leeftijd in jaren"', 'Niets geeft deze tabel leeftyd. Kijk naar de spelling boven de kolom'],
    ['bpmn/leerplichtstatus.dmn', 'kolom "Kernteam"', 'school.heeftKernteem bestaat niet; niets schrijft dat onderdeel. Kijk naar de spelling boven de kolom'],
  ],
  'termijn-dubbel': [
    ['bpmn/termijnen.dmn', 'regel 2', 'De termijn "uiterlijk" van KT-05 staat ook in regel 1: laat er één staan'],
  ],
  'termijn-gebruikt': [
    ['bpmn/termijnen.dmn', 'regel 2, kolom "Stap"', 'Geen stap, wachttijd of programmatuur gebruikt de termijn van "KT-5". Bedoelde u KT-05? Kijk naar de spelling, of haal de regel weg'],
  ],
  'formulier-feel': [
    ['forms/gesprek-ouders.form', 'veld reden "Reden"', 'Begin de voorwaarde om te verbergen (Hide if) met =: zonder = is "verzuimGestopt = "ja"" een gewone tekst, en doet zij niets'],
    ['forms/gesprek-ouders.form', 'onderdeel Field_signalen', 'In de tekst (Content) klopt een {{ niet: sluit elke {{ met }}, elke {{#if …}} met {{/if}} en elke {{#loop …}} met {{/loop}}'],
    ['forms/gesprek-ouders.form', 'veld terugSinds "Terug sinds"', 'In de voorwaarde om te verbergen (Hide if): dit is geen geldige FEEL; kijk naar haakjes, aanhalingstekens en woorden als then en else'],
    ['forms/gesprek-ouders.form', 'veld reden "Reden"', 'In alleen lezen (Read only): dit is geen geldige FEEL; kijk naar haakjes, aanhalingstekens en woorden als then en else'],
    ['forms/gesprek-ouders.form', 'veld aantal "Aantal"', 'In het minimum (Minimum): de functie afrond() bestaat niet; kijk naar de spelling'],
  ],
  'formulier-variabele': [
    ['forms/gesprek-ouders.form', 'onderdeel Field_uitleg', 'In de tekst (Text): vraagTeks bestaat niet. Er is geen veld met deze sleutel en de taak krijgt haar niet mee. Bedoelde u vraagTekst?'],
    ['forms/gesprek-ouders.form', 'veld terugSinds "Terug sinds"', 'In de voorwaarde om te verbergen (Hide if): verzuimGestpt bestaat niet. Er is geen veld met deze sleutel en de taak krijgt haar niet mee. Bedoelde u verzuimGestopt?'],
    ['forms/gesprek-ouders.form', 'onderdeel Field_thuis', 'In de tekst (Content): thuis.dagn bestaat niet. Er is geen veld met deze sleutel en de taak krijgt haar niet mee. Bedoelde u dagen?'],
  ],
  'veld-dubbel': [
    ['forms/gesprek-ouders.form', 'veld datum "Datum van het vervolg"', 'Het ID Field_vervolg staat er twee keer: geef een van de twee onderdelen een eigen ID'],
    ['forms/gesprek-ouders.form', 'veld datum "Datum van het vervolg"', 'De sleutel (Key) datum is ook van het veld "Datum van het gesprek": geef een van de twee een eigen sleutel, anders delen zij hun antwoord'],
  ],
  'melding-verstuurd': [
    ['koppelingen/mail/meldingen/N-61.md', 'het geheel', 'Deze tekst ontbreekt, en de programmatuur verstuurt haar. Zet haar terug'],
    ['koppelingen/mail/meldingen/N-17.md', 'kop, gegevens', 'Geen stap die N-17 verstuurt geeft "gesprekdatum" mee. Bedoelde u gesprekDatum? Geef het bij die stap mee (de invoer gegevens), of haal het hier weg'],
  ],
  'veld-verdwenen': [
    ['forms/gesprek-ouders.form', 'veld gesprekDatum', 'Dit veld is er niet, en het wordt gelezen door bpmn/leerling-bespreken.bpmn (gesprek_ouders "Met ouders spreken", uitvoer gesprekOuders) en de demo (scripts/demo/answers.ts). Zet de vraag of haar sleutel (Key) terug, of pas aan wat haar leest'],
    ['forms/gesprek-ouders.form', 'veld verzuimGestopt', 'Dit veld is er niet, en het wordt gelezen door bpmn/leerling-bespreken.bpmn (gesprek_ouders "Met ouders spreken", uitvoer gesprekOuders) en de demo (scripts/demo/answers.ts). Heet het nu verzuimGestop? Zet de vraag of haar sleutel (Key) terug, of pas aan wat haar leest'],
  ],
  'tabel-keuze': [
    ['forms/team-bespreken.form', 'veld vorm "Welk overleg?"', 'De keuze "BREED" is hier niet te kiezen, en bpmn/leerling-bespreken.bpmn (team_bespreken "In het team bespreken", de uitvoer overleg) en bpmn/leerling-bespreken.bpmn (flow_breed "Breed", de voorwaarde) rekenen daarop. Zet de keuze terug met deze waarde (Value), of pas aan wat erop rekent'],
    ['forms/team-bespreken.form', 'veld wie "Wie belt de ouders?"', 'De keuze "ib-er" is hier niet te kiezen, en bpmn/beller.dmn (regel 1, kolom "Wie belt de ouders") rekent daarop. Bedoelde u iber? Zet de keuze terug met deze waarde (Value), of pas aan wat erop rekent'],
  ],
};

/** Deze regels zijn er al langer en worden in test/lint, test/formulieren en test/koppelingen getoetst. */
const ELDERS = ['taak-eenmalig', 'wacht-bewaakt', 'bericht-compleet', 'antwoord-gelezen', 'onderdeel-gelezen', 'camunda-formulier', 'bestandsnaam', 'formulier-bij', 'vrije-tekst', 'waarde-bestaat', 'melding', 'schoolkalender'];

describe.each(Object.keys(VERWACHT))('%s', (naam) => {
  const regel = REGELS.find((r) => r.naam === naam)!;
  it('zegt niets over het goede voorbeeld', async () => {
    expect(await vindt(regel, voorbeeld(naam, 'goed'))).toEqual([]);
  });
  it('noemt elke fout in het foute voorbeeld', async () => {
    expect((await vindt(regel, voorbeeld(naam, 'fout'))).map(({ bestand, plaats, tekst }) => [bestand, plaats, tekst])).toEqual(VERWACHT[naam]);
  });
});

it('iedere regel is getoetst en uitgelegd, en een naam komt één keer voor', () => {
  const namen = REGELS.map(({ naam }) => naam);
  expect([...new Set(namen)]).toEqual(namen);
  expect([...Object.keys(VERWACHT), ...ELDERS].sort()).toEqual([...namen].sort());
  for (const naam of Object.keys(VERWACHT)) expect(existsSync(join(UITLEG, `${naam}.md`)), naam).toBe(true);
});
