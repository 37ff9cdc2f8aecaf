import { describe, expect, it } from 'vitest';
import { kengetal, leeftijden } from '../../../domein/kaart/cijfers.ts';
import { maakKaart, type Ruw } from '../../../domein/kaart/maak-kaart.ts';
import { leesKaartmodel, type Kaartmodel } from '../../../domein/kaart/model.ts';
import { aantal, beschermDelen, deel } from '../../../domein/kaart/onderdruk.ts';
import { padgewichten } from '../../../domein/kaart/paden.ts';
import { makeSchooldagen, makeSchooldagenTot } from '../../../domein/geschiedenis/dagen.ts';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';
import { bepaalVersheid } from '../../../domein/geschiedenis/versheid.ts';

describe('kengetallen', () => {
  it('mediaan en p90 zijn duren die echt voorkwamen, en één uitschieter verandert de mediaan niet', () => {
    expect(kengetal(new Map([[1, 4], [2, 5], [180, 1]]))).toEqual({ n: 10, mediaan: 2, p90: 2, max: 180 });
    expect(kengetal(new Map([[3, 1]]))).toEqual({ n: 1, mediaan: 3, p90: 3, max: 3 });
    expect(kengetal(new Map())).toBeNull();
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
  it('een aandeel verdwijnt ook als de rest te klein is', () => {
    expect(deel(10, 20)).toEqual({ aantal: 10, aandeel: 0.5 });
    expect(deel(20, 22)).toEqual({ aantal: null, aandeel: null });
    expect(deel(3, 30)).toEqual({ aantal: '<5', aandeel: null });
    expect(deel(0, 30)).toEqual({ aantal: 0, aandeel: 0 });
    expect(deel(30, 30)).toEqual({ aantal: 30, aandeel: 1 });
  });
  it('één klein deel neemt het kleinste andere mee, twee kleine die samen vijf zijn niet', () => {
    expect(beschermDelen([[{ id: 'a', n: 3 }, { id: 'b', n: 9 }, { id: 'c', n: 6 }, { id: 'd', n: 0 }]])).toEqual(new Set(['c']));
    expect(beschermDelen([[{ id: 'a', n: 3 }, { id: 'b', n: 2 }, { id: 'c', n: 6 }]])).toEqual(new Set());
    expect(beschermDelen([[{ id: 'a', n: 1 }, { id: 'b', n: 2 }, { id: 'c', n: 6 }]])).toEqual(new Set(['c']));
  });
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
  const model: Kaartmodel = { proces: 'p', naam: 'P', elementen: [knoop('SP', 'subProcess'), knoop('a', 'userTask', 'SP'), knoop('b', 'userTask', 'SP'), knoop('roep', 'callActivity', 'SP'), knoop('klein', 'userTask')], pijlen: [pijl('a', 'b')] };
  const duur = (kinderen: number, teLaat = 0) => ({ n: kinderen + 2, kinderen, afgebroken: 0, metTermijn: kinderen + 2, teLaat, kalenderdagen: new Map([[2, kinderen + 2]]), schooldagen: new Map([[1, kinderen + 2]]) });
  const open = (kinderen: number, overTermijn = 0) => ({ kinderen, n: kinderen, metTermijn: kinderen, overTermijn, begonnen: new Map([['2025-09-01', kinderen]]) });
  const ruw: Ruw = {
    model, kinderenNu: 30, stappen: () => ['KT-01a'], normen: new Map([['KT-01a', { stap: 'KT-01a', aantal: 2, eenheid: 'schooldagen' }]]), kalenderdagen: () => 9, schooldagen: () => 6,
    duren: new Map([['a', duur(12, 6)], ['b', duur(8, 8)], ['klein', duur(4, 4)], ['weg', duur(6)]]), open: new Map([['SP', open(20)], ['a', open(14, 7)], ['b', open(11)], ['klein', open(3)], ['roep', open(0)]]),
    inhoud: new Map([['roep', { metTermijn: 20, teLaat: 5, openMetTermijn: 10, openOverTermijn: 5 }]]),
  };
  const { elementen, paden } = maakKaart(ruw);
  const van = (id: string) => elementen.find((e) => e.id === id)!;

  it('een deelproces draagt de som van wat erin is, met wat het aanroept', () => {
    const zonderKlein = maakKaart({ ...ruw, open: new Map([...ruw.open].filter(([id]) => id !== 'klein')) }).elementen.find((e) => e.id === 'SP')!;
    expect(zonderKlein.nu.kinderen).toBe(20);
    expect(zonderKlein.inhoud).toEqual({ nuOverTermijn: 12, nuAandeel: 0.343, teLaat: 19, aandeelTeLaat: 0.432 });
    expect(van('roep').inhoud).toMatchObject({ teLaat: 5 });
    expect(van('a').inhoud).toBeNull();
  });
  it('termijn naast werkelijkheid, met leeftijden van wat openstaat', () => {
    expect(van('a')).toMatchObject({ termijnen: [{ aantal: 2, eenheid: 'schooldagen' }], nu: { kinderen: 14, overTermijn: 7, aandeelOverTermijn: 0.5, kalenderdagen: { mediaan: 9, n: 14 }, schooldagen: { max: 6 } }, geeindigd: { kinderen: 12, teLaat: 6, aandeelTeLaat: 0.429, schooldagen: { mediaan: 1, p90: 1, max: 1, n: 14 } } });
  });
  it('van minder dan vijf kinderen blijft niets over dan "<5"', () => {
    expect(van('klein').geeindigd).toEqual({ kinderen: '<5', bezoeken: null, afgebroken: null, metTermijn: null, teLaat: null, aandeelTeLaat: null, kalenderdagen: null, schooldagen: null });
    expect(van('klein').nu.kinderen).toBe('<5');
    expect(van('SP').nu.kinderen, 'naast één klein deel valt het andere deel weg').toBeNull();
  });
  it('een element dat niet meer in de tekening staat gaat niet verloren', () => expect(van('weg')).toMatchObject({ inModel: false, soort: null, geeindigd: { kinderen: 6 } }));
  it('een pad tussen genoeg kinderen heeft een gewicht', () => expect(paden).toEqual([{ id: 'a-b', van: 'a', naar: 'b', gewicht: 14 }]));
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
