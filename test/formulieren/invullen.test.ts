import { makeFormulierlezer } from '../../domein/logboek/formulier.ts';
import { describe, expect, it } from 'vitest';
import { formulier, NAMEN, TAAKFORMULIEREN, VERBETERFORMULIEREN, sleutel, velden, example, zonderGetypt } from './helpers/forms.ts';
import { submit, VIEWERS } from './helpers/viewers.ts';
import { CONTEXT, EXTRA, leeg } from './helpers/prefilled.ts';

/** Leeg gelaten velden doen niet mee: of Tasklist null, '' of niets stuurt, maakt geen verschil. */
function ingevuld(gegevens: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(zonderGetypt(gegevens) as Record<string, unknown>).filter(([, w]) => w !== null && w !== undefined && w !== '' && w !== false && !(Array.isArray(w) && w.length === 0)));
}

/** Een tijdstip krijgt van de browser zijn tijdzone erbij. */
function gelijk(gestuurd: unknown, verwacht: unknown): boolean {
  return typeof verwacht === 'string' && /T\d\d:\d\d$/.test(verwacht) ? String(gestuurd).startsWith(verwacht) : JSON.stringify(gestuurd) === JSON.stringify(verwacht);
}

const lees = makeFormulierlezer();

describe.each(Object.entries(VIEWERS))('%s', (_versie, viewer) => {
  it.each(NAMEN)('%s: leeg insturen kan niet, en de kop verdraagt lege variabelen', async (naam) => {
    const { fouten, tekst, waarschuwingen } = await submit(viewer, formulier(naam), leeg(naam));
    expect(waarschuwingen).toEqual([]);
    expect(JSON.stringify(fouten)).toContain('Field is required');
    expect(tekst).not.toMatch(/null|undefined|NaN|\{\{|\}\}|\[object/);
    if (!VERBETERFORMULIEREN.includes(naam)) expect(tekst).not.toContain('Nog niet compleet');
    expect(tekst).not.toContain('Laatste verzuimstand');
  });

  it.each(NAMEN)('%s: het voorbeeld gaat erdoor en komt er zo uit', async (naam) => {
    const invoer = example(naam);
    const { data, fouten, tekst } = await submit(viewer, formulier(naam), { ...CONTEXT, ...EXTRA[naam], ...invoer });
    expect(fouten).toEqual({});
    const bekend = velden(formulier(naam).components).map(sleutel);
    expect(Object.keys(invoer).filter((k) => !bekend.includes(k))).toEqual([]);
    // Wat de rijen van een lijst telt, is niet ingevuld.
    const tellers = (await lees(naam)).flatMap(({ teller }) => teller ?? []);
    for (const [veld, waarde] of Object.entries(ingevuld(data)).filter(([sleutelVan]) => !tellers.includes(sleutelVan))) expect(gelijk(waarde, invoer[veld]), `${veld}: ${JSON.stringify(waarde)}`).toBe(true);
    if (!TAAKFORMULIEREN.includes(naam)) return;
    expect(tekst).toContain('Casus 2026-0147: M.K., groep 4');
    expect(tekst).toContain('OBS De Wilgenbrug');
    expect(tekst).toContain('Registratie: dreigend thuiszitter');
    expect(tekst).toContain('peildatum 26-09-2025');
    // De dagen gaan over de beoordeelde week, en die kan een eerdere zijn dan die van de peildatum.
    expect(tekst).toContain('Thuis in de schoolweek tot en met 19-09-2025: 3,5 dagen');
    expect(tekst).toContain('17,25 uur');
    expect(tekst).toContain('Uiterlijk: vrijdag 3 oktober 2025');
  });

  it.each([
    ['een stand van vóór de week een naam had', { thuisTot: null, dagenThuisWeek: 4 }, 'Thuis in de laatst bekende schoolweek: 4 dagen'],
    ['een stand die over geen enkele week gaat', { thuisTot: null, dagenThuisWeek: 0 }, 'Thuis in de laatst bekende schoolweek: onbekend'],
    ['een week zonder verzuim', { thuisTot: '2025-09-19', dagenThuisWeek: 0 }, 'Thuis in de schoolweek tot en met 19-09-2025: 0 dagen'],
    ['één dag thuis', { thuisTot: '2025-09-19', dagenThuisWeek: 1 }, 'Thuis in de schoolweek tot en met 19-09-2025: 1 dag'],
    ['anderhalve dag thuis', { thuisTot: '2025-09-19', dagenThuisWeek: 1.5 }, 'Thuis in de schoolweek tot en met 19-09-2025: 1,5 dagen'],
  ])('zegt bij %s hoeveel dagen de leerling thuis was', async (_wat, verzuim, zin) => {
    expect((await submit(viewer, formulier('gesprek-ouders'), { ...CONTEXT, verzuim: { peildatum: '2025-09-26', ...verzuim } })).tekst).toContain(zin);
  });

  it.each([
    ['belemmeringsanalyse', { twijfel: true }], ['belemmeringsanalyse', { ozaMogelijk: 'TWIJFEL' }], ['herweging-maatwerk', { maatwerkOndervangt: 'TWIJFEL' }],
  ])('vraagt in %s bij %j waarover er twijfel is, en anders niet (routeboek r. 63, 156–157)', async (naam, twijfel) => {
    const zonder = { ...example(naam), twijfelVraag: '' };
    expect((await submit(viewer, formulier(naam), zonder)).fouten).toEqual({});
    expect(Object.keys((await submit(viewer, formulier(naam), { ...zonder, ...twijfel })).fouten)).toEqual(['Field_twijfelVraag']);
  });

  it.each([['toestemming-ingetrokken', []], ['vraag-leerplicht', ['Field_toelichting']]])('vraagt bij het signaal %s alleen een toelichting als dat hoort (ouders hoeven niet te zeggen waarom)', async (signaalType, verwacht) => {
    const leegGelaten = { ...example('casus-signaal'), signaalType, toestemmingVoor: 'jeugdarts', toelichting: '', toelichtingIntrekking: '' };
    expect(Object.keys((await submit(viewer, formulier('casus-signaal'), leegGelaten)).fouten)).toEqual(verwacht);
    const geschreven = await submit(viewer, formulier('casus-signaal'), { ...leegGelaten, toelichting: 'Uitgelegd aan ouders.', toelichtingIntrekking: 'Kort' });
    expect([geschreven.fouten, geschreven.data.toelichtingIntrekking ?? null]).toEqual([{}, verwacht.length === 0 ? 'Kort' : null]);
  });

  it.each([[true, false], [false, true], [null, true]])('laat bij toestemming %s het vinkje Anoniem bij BREN alleen vrij als de ouders toestemming gaven (routeboek r. 857–860)', async (toestemmingGegeven, vast) => {
    const { data, html } = await submit(viewer, formulier('bren'), { ...CONTEXT, ...example('bren'), toestemmingGegeven, anoniem: true });
    expect(data['anoniem']).toBe(true);
    const [vinkje] = /<input[^>]*Field_anoniem[^>]*>/.exec(html) ?? [''];
    expect(vinkje).toContain('checkbox');
    expect(/readonly/i.test(vinkje)).toBe(vast);
  });

  it('errata F-14: de verzuimmelding laat de dagen zien en telt ze op; een eigen getal is er dan niet', async () => {
    const dag = (datum: string, uren: number, soort = 'VERMOEDELIJK_ONGEOORLOOFD') => ({ datum, uren, dagdelen: '2', soort });
    const verzuimDagen = [dag('2025-09-15', 5.5), dag('2025-09-16', 5.25, 'LUXE'), dag('2025-09-17', 4, 'ZIEKTE')];
    const { urenOngeoorloofd: _uren, aantalTeLaat: _keren, ...melding } = example('duo-verzuimmelding');
    const met = await submit(viewer, formulier('duo-verzuimmelding'), { ...CONTEXT, ...melding, verzuimBekend: true, verzuimDagen, teLaatKeren: [{ datum: '2025-09-18', moment: 'TIJDENS_LES' }] });
    expect(met.fouten).toEqual({});
    expect(met.tekst).toContain('10,75 uur ongeoorloofd en 1 keer te laat');
    expect(met.tekst).not.toContain('Uren ongeoorloofd');
    expect(zonderGetypt(met.data['verzuimDagen'])).toEqual(verzuimDagen);
    expect(met.data).toMatchObject({ aantalVerzuimDagen: 3, aantalTeLaatKeren: 1 });
    expect(met.data).not.toHaveProperty('urenOngeoorloofd');
    const zonder = await submit(viewer, formulier('duo-verzuimmelding'), { ...CONTEXT, ...melding, verzuimBekend: false });
    expect(Object.keys(zonder.fouten), 'laat de taak geen dagen zien, dan zijn de aantallen nodig').toEqual(expect.arrayContaining(['Field_urenOngeoorloofd', 'Field_aantalTeLaat']));
    expect(zonder.tekst).not.toContain('Samen in deze lijsten');
  });

  it('somt de fouten op als een formulier terugkomt', async () => {
    const { tekst } = await submit(viewer, formulier('escalatiegesprek'), { ...CONTEXT, validatieFouten: ['De datum ligt in de toekomst.', 'Minstens 2 pogingen.'] });
    expect(tekst).toContain('Nog niet compleet');
    expect(tekst).toContain('De datum ligt in de toekomst.');
    expect(tekst).toContain('Minstens 2 pogingen.');
  });

  it('toont de extra toelichting die een model meegeeft', async () => {
    const { tekst } = await submit(viewer, formulier('ot-bespreking'), { ...CONTEXT, toelichtingTaak: 'Het perspectief is nog niet besproken.' });
    expect(tekst).toContain('Het perspectief is nog niet besproken.');
  });

  it('vraagt wat van een antwoord afhangt alleen na dat antwoord', async () => {
    const basis = { ...CONTEXT, ...example('gesprek-ouders'), datumVolledigTerug: null };
    expect((await submit(viewer, formulier('gesprek-ouders'), { ...basis, verzuimGestopt: 'ja' })).fouten).toHaveProperty('Field_datumVolledigTerug');
    const nee = await submit(viewer, formulier('gesprek-ouders'), { ...basis, verzuimGestopt: 'nee' });
    expect(nee.fouten).toEqual({});
    expect(nee.data).not.toHaveProperty('datumVolledigTerug');
  });

  it('de weekvraag noemt haar week, biedt haar schooldagen aan en vraagt of het verzuim gestopt is', async () => {
    const { fouten, tekst } = await submit(viewer, formulier('verzuimweek'), { ...CONTEXT, ...EXTRA['verzuimweek'], ...example('verzuimweek'), verzuimGestopt: null });
    expect(Object.keys(fouten)).toEqual(['Field_verzuimGestopt']);
    expect(tekst).toContain('Week 38: maandag 15 september tot en met vrijdag 19 september 2025');
    expect(tekst).toContain('15 september');
  });

  it('vraagt om aantal pogingen en brief als de ouders niet zijn bereikt', async () => {
    const nietBereikt = { ...CONTEXT, ...example('escalatiegesprek'), oudersNietBereikt: true, aantalPogingen: null, schriftelijkVerstuurdOp: null, oudersGeinformeerdOverMeldingen: false };
    const { fouten } = await submit(viewer, formulier('escalatiegesprek'), nietBereikt);
    expect(Object.keys(fouten).sort()).toEqual(['Field_aantalPogingen', 'Field_schriftelijkVerstuurdOp']);
  });

  it('stuurt een verzuimregel in met uren als getal en dagdelen als keuze (tekst, zoals Modeler die schrijft)', async () => {
    const regel = { datum: '2025-09-11', dagdelen: '0', uren: 0.25, soort: 'ZIEKTE' };
    const { data, fouten } = await submit(viewer, formulier('verzuimstand'), { ...CONTEXT, peildatum: '2025-09-11', regels: [regel] });
    expect(fouten).toEqual({});
    expect(zonderGetypt(data['regels'])).toEqual([regel]);
  });

  it('biedt bij de brugplaats aan wat bij de fase past', async () => {
    const vul = (fase: string, resultaat: string) => submit(viewer, formulier('brugplaats-handmatig'), { ...CONTEXT, ...example('brugplaats-handmatig'), fase, resultaat });
    expect((await vul('plaats', 'GEEN_PLAATS')).fouten).toEqual({});
    expect((await vul('plaats', 'TERUGPLAATSING')).fouten).toHaveProperty('Field_resultaat');
    expect((await vul('resultaat', 'GEEN_PLAATS')).fouten).toHaveProperty('Field_resultaat');
    const plaats = await vul('plaats', 'BESTEMMING');
    expect(plaats.fouten).toEqual({});
    expect(plaats.data).not.toHaveProperty('bestemming');
  });
});
