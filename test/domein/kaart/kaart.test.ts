import { describe, expect, it } from 'vitest';
import { kengetal, leeftijden } from '../../../domein/kaart/cijfers.ts';
import { maakKaart, type Ruw } from '../../../domein/kaart/maak-kaart.ts';
import { leesKaartmodel, type Kaartmodel } from '../../../domein/kaart/model.ts';
import { aantal, afgerond } from '../../../domein/kaart/onderdruk.ts';
import type { Nu, Taken } from '../../../domein/kaart/nu.ts';
import { padgewichten } from '../../../domein/kaart/paden.ts';
import { LEGE_TELLING, NIETS_TONEN, type Telling, type Toon } from '../../../domein/kaart/telling.ts';
import { makeSchooldagen, makeSchooldagenTot } from '../../../domein/geschiedenis/dagen.ts';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';
import { bepaalVersheid } from '../../../domein/geschiedenis/versheid.ts';

describe('kengetallen', () => {
  it('mediaan en p90 zijn duren die echt voorkwamen, en één uitschieter verandert de mediaan niet', () => {
    expect(kengetal(new Map([[1, 4], [2, 5], [180, 1]]), 10)).toEqual({ n: 10, mediaan: 2, p90: 2 });
    expect(kengetal(new Map(), 0)).toBeNull();
  });
  it('van minder dan vijf kinderen is er geen, en onder de tien is p90 de langste van allemaal en dus één kind', () => {
    expect(kengetal(new Map([[3, 40]]), 4)).toBeNull();
    expect(kengetal(new Map([[3, 8], [60, 1]]), 9)).toEqual({ n: 9, mediaan: 3, p90: null });
  });
  it('leeftijden tellen de dagen tot vandaag; een dag die niet te tellen is valt weg', () => {
    expect(leeftijden(new Map([['2025-09-01', 2], ['2025-09-03', 1], ['1999-01-01', 9]]), (dag) => (dag < '2000' ? null : Number(dag.slice(8))))).toEqual(new Map([[1, 2], [3, 1]]));
  });
});

describe('schooldagen tot één dag', () => {
  it('zijn dezelfde als één voor één geteld, over een vakantie heen, en onbekend is onbekend', () => {
    const kalenders = makeKalenders();
    const [een, veel] = [makeSchooldagen(kalenders), makeSchooldagenTot(kalenders('10AB'), '2025-11-03')];
    for (const begin of ['2025-11-03', '2025-10-31', '2025-10-10', '2025-09-01', '2025-10-17']) expect([begin, veel(begin)]).toEqual([begin, een('10AB', begin, '2025-11-03')]);
    expect(veel('2025-10-10')).toBe(11);
    expect(veel('1999-01-01')).toBeNull();
  });
});

describe('onderdrukken onder de vijf', () => {
  it('één tot en met vier is "<5", nul en vijf niet', () => expect([0, 1, 4, 5].map(aantal)).toEqual([0, '<5', '<5', 5]));
  it('afgerond is op vijven', () => expect([5, 7, 8, 12, 13].map(afgerond)).toEqual([5, 5, 10, 10, 15]));
});

const knoop = (id: string, soort: string, binnen: string | null = null) => ({ id, naam: id, soort, binnen, gebeurtenis: false, roept: null });
const pijl = (van: string, naar: string) => ({ id: `${van}-${naar}`, van, naar });

describe('paden uit de bezoeken', () => {
  const model: Kaartmodel = {
    proces: 'p', naam: 'P',
    elementen: [knoop('s', 'startEvent'), knoop('taak', 'userTask'), knoop('keus', 'exclusiveGateway'), knoop('door', 'serviceTask'), knoop('e', 'endEvent'), knoop('splits', 'parallelGateway'), knoop('x', 'task'), knoop('y', 'task')],
    pijlen: [pijl('s', 'taak'), pijl('taak', 'keus'), pijl('keus', 'taak'), pijl('keus', 'door'), pijl('door', 'splits'), pijl('splits', 'x'), pijl('splits', 'y'), pijl('x', 'e'), pijl('y', 'e')],
  };
  const bezoeken: Record<string, [number, number]> = { s: [20, 20], taak: [27, 24], keus: [24, 24], door: [17, 16], splits: [16, 16], x: [16, 15], y: [16, 14], e: [29, 29] };
  it('een lus telt elke keer, en wat openstaat is nog niet verder', () => {
    const gewicht = padgewichten(model, (id) => ({ begonnen: bezoeken[id]![0], klaar: bezoeken[id]![1] }));
    expect(Object.fromEntries(gewicht)).toEqual({ 's-taak': 20, 'taak-keus': 24, 'keus-taak': 7, 'keus-door': 17, 'door-splits': 16, 'splits-x': 16, 'splits-y': 16, 'x-e': 15, 'y-e': 14 });
  });
  it('wat niet te zeggen is, is null', () => {
    const dubbel: Kaartmodel = { ...model, elementen: [knoop('a', 'exclusiveGateway'), knoop('b', 'exclusiveGateway'), knoop('c', 'task'), knoop('d', 'task')], pijlen: [pijl('a', 'c'), pijl('a', 'd'), pijl('b', 'c'), pijl('b', 'd')] };
    expect([...padgewichten(dubbel, () => ({ begonnen: 10, klaar: 10 })).values()]).toEqual([null, null, null, null]);
  });
  it('elk model van het project is te lezen, en een onbekend model is er niet', async () => {
    const kernteam = await leesKaartmodel('kernteam');
    expect(kernteam?.elementen.find((e) => e.id === 'KT_01')).toMatchObject({ soort: 'callActivity', roept: 'leerling-bespreken' });
    expect(kernteam!.pijlen.length).toBeGreaterThan(20);
    expect(await leesKaartmodel('../package')).toBeUndefined();
  });
});

describe('wat naar buiten gaat', () => {
  const model: Kaartmodel = { proces: 'p', naam: 'P', elementen: [knoop('SP', 'subProcess'), knoop('a', 'userTask', 'SP'), knoop('b', 'userTask', 'SP'), knoop('roep', 'callActivity', 'SP'), knoop('klein', 'userTask'), knoop('poort', 'exclusiveGateway')], pijlen: [pijl('a', 'b'), pijl('b', 'poort'), pijl('poort', 'klein')] };
  const telling = (kinderen: number, teLaat = 0): Telling => ({ bezoeken: kinderen + 2, bezoekenAfgebroken: 0, kinderen, metTermijn: kinderen, teLaat, afgebroken: 0 });
  const nu = (kinderen: number, overTermijn = 0): Nu => ({ kinderen, bezoeken: kinderen, metTermijn: kinderen, overTermijn, begonnen: new Map([['2025-09-01', kinderen]]) });
  const tellingen: Record<string, Telling> = { a: telling(12, 6), b: telling(8, 8), klein: telling(4, 4), weg: telling(6), SP: telling(11), poort: telling(13) };
  const alles: Toon = { kinderen: true, klein: false, termijn: true, teLaat: true };
  const ruw: Ruw = {
    model, gezien: Object.keys(tellingen), gefilterd: false, metPaden: true, nuOpen: true, kinderenNu: 30, stappen: () => ['KT-01a'], normen: new Map([['KT-01a', { stap: 'KT-01a', aantal: 2, eenheid: 'schooldagen' }]]), kalenderdagen: () => 9, schooldagen: () => 6,
    geeindigd: (id) => ({ telling: tellingen[id] ?? LEGE_TELLING, toon: id === 'klein' ? { ...NIETS_TONEN, klein: true } : alles }),
    duren: new Map(Object.entries(tellingen).map(([id, { bezoeken }]) => [id, { kalenderdagen: new Map([[2, bezoeken]]), schooldagen: new Map([[1, bezoeken]]) }])),
    nu: new Map([['SP', nu(20)], ['a', nu(14, 7)], ['b', nu(11)], ['klein', nu(3)]]), magNu: (_maat, id) => id !== 'b',
    inhoud: new Map([['roep', { metTermijn: 20, teLaat: 7, kinderenTeLaat: 7, kinderenOpTijd: 13 }]]), inhoudNu: new Map([['roep', { metTermijn: 10, teLaat: 5, kinderenTeLaat: 5, kinderenOpTijd: 5 }]]),
  };
  const { elementen, paden, kinderenNu } = maakKaart(ruw);
  const van = (id: string) => elementen.find((e) => e.id === id)!;
  const NIETS = { kinderen: null, bezoeken: null, afgebroken: null, metTermijn: null, teLaat: null, aandeelTeLaat: null, kalenderdagen: null, schooldagen: null };

  it('een deelproces draagt de som van de taken erin, met wat het aanroept, afgerond op vijven', () => {
    expect([kinderenNu, van('SP').nu.kinderen]).toEqual([30, 20]);
    expect(van('SP').inhoud).toEqual({ nuOverTermijn: 10, nuAandeel: 0.29, teLaat: 20, aandeelTeLaat: 0.5 });
    expect(van('roep').inhoud).toMatchObject({ teLaat: 5, aandeelTeLaat: 0.25 });
    expect(van('a').inhoud).toBeNull();
  });
  it('de inhoud valt weg als zij van te weinig kinderen is, of als er te weinig op tijd waren', () => {
    const met = (roep: Partial<Taken>) => maakKaart({ ...ruw, inhoud: new Map([['roep', { metTermijn: 20, teLaat: 7, kinderenTeLaat: 7, kinderenOpTijd: 13, ...roep }]]) }).elementen.find((e) => e.id === 'roep')!.inhoud;
    expect(met({ kinderenTeLaat: 2 })).toMatchObject({ teLaat: null, aandeelTeLaat: null });
    expect(met({ teLaat: 18, kinderenTeLaat: 18, kinderenOpTijd: 2 })).toMatchObject({ teLaat: null });
    expect(met({ teLaat: 0, kinderenTeLaat: 0 })).toMatchObject({ teLaat: 0, aandeelTeLaat: 0 });
  });
  it('termijn naast werkelijkheid, met leeftijden van wat openstaat', () => {
    expect(van('a')).toMatchObject({ automatisch: false, termijnen: [{ aantal: 2, eenheid: 'schooldagen' }], nu: { kinderen: 14, overTermijn: 7, aandeelOverTermijn: 0.5, kalenderdagen: { mediaan: 9, n: 14 }, schooldagen: { p90: 6 } }, geeindigd: { kinderen: 12, bezoeken: 15, afgebroken: null, metTermijn: 12, teLaat: 6, aandeelTeLaat: 0.5, schooldagen: { mediaan: 1, p90: 1, n: 12 } } });
  });
  it('van minder dan vijf kinderen blijft niets over dan "<5", en wat is weggelaten is null', () => {
    expect(van('klein').geeindigd).toEqual({ ...NIETS, kinderen: '<5' });
    expect(van('klein').nu).toEqual({ kinderen: '<5', overTermijn: null, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null });
    expect(van('b').nu).toEqual({ kinderen: null, overTermijn: null, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null });
  });
  it('met een filter zien nul, klein en weggelaten er hetzelfde uit', () => {
    const gefilterd = maakKaart({ ...ruw, gefilterd: true }).elementen;
    for (const id of ['roep', 'klein']) expect(gefilterd.find((e) => e.id === id)).toMatchObject({ nu: { kinderen: null }, geeindigd: NIETS });
    expect(maakKaart({ ...ruw, nuOpen: false })).toMatchObject({ kinderenNu: null, elementen: [{ nu: { kinderen: null } }, {}, {}, {}, {}, {}, {}] });
  });
  it('een element dat niet meer in de tekening staat gaat niet verloren', () => expect(van('weg')).toMatchObject({ inModel: false, soort: null, geeindigd: { kinderen: 6 } }));
  it('waar niemand blijft is geen duur en geen aantal', () => expect(van('poort')).toMatchObject({ automatisch: true, geeindigd: NIETS }));
  it('een pad tussen genoeg kinderen heeft een afgerond gewicht; met een kenmerk is er geen', () => {
    expect(paden.map((p) => p.gewicht)).toEqual([15, 10, null]);
    expect(maakKaart({ ...ruw, metPaden: false }).paden.map((p) => p.gewicht)).toEqual([null, null, null]);
  });
});

describe('hoe vers', () => {
  const nu = new Date('2025-09-08T09:00:00+02:00');
  const stand = (volledigOp: Date | null, misluktSinds: Date | null = null) => ({ volledigOp, misluktSinds });
  it('zegt wanneer alles gelezen was, en wat eraan schort', () => {
    expect(bepaalVersheid(stand(nu), null, nu)).toEqual({ bijgewerktOm: '2025-09-08T09:00:00+02:00', actueel: true, tekst: 'bijgewerkt om maandag 8 september 2025 om 09:00' });
    expect(bepaalVersheid(stand(null), null, nu)).toMatchObject({ bijgewerktOm: null, actueel: false, tekst: 'nog niet gelezen' });
    expect(bepaalVersheid(stand(nu, nu), null, nu)).toMatchObject({ actueel: false, tekst: expect.stringContaining('bijlezen lukt niet sinds maandag 8 september') });
    expect(bepaalVersheid(stand(new Date(nu.getTime() - 16 * 60_000)), null, nu)).toMatchObject({ actueel: false, tekst: expect.stringContaining('er wordt niet bijgelezen') });
    expect(bepaalVersheid(stand(nu), new Date('2025-09-08T08:00:00+02:00'), nu).tekst).toContain('een casus van maandag 8 september 2025 om 08:00 is nog niet te zien');
  });
});
