import { expect, test } from 'vitest';
import type { Instantie } from '../../../engine/reads/reads.ts';
import { migreerLopende } from '../../../engine/migrate/migrate-running.ts';
import type { Overzetten } from '../../../engine/migrate/migrate-command.ts';
import { neemCasussenMee } from '../../../engine/migrate/carry-over.ts';
import { verslag } from '../../../engine/migrate/report.ts';

const xml = (id: string, taak: string) => `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><bpmn:process id="${id}"><bpmn:userTask id="${taak}" name="Bellen" /></bpmn:process></bpmn:definitions>`;
const bestand = (id: string, taak: string) => ({ naam: `${id}.bpmn`, inhoud: Buffer.from(xml(id, taak)) });
/** Twee processen staan nu op versie 2; in `deel` is de stap verdwenen, in `route` niet. */
const bestanden = [bestand('route', 'a'), bestand('deel', 'nieuw')];
const uitgerold = ['route', 'deel'].map((id) => ({ soort: 'proces' as const, id, versie: 2, sleutel: `${id}-2` }));
const instantie = (sleutel: string, procesId: string, versie: number, ouder: string | null = null): Instantie => ({ sleutel, procesId, versie, ouder, definitie: `${procesId}-${versie}` });

async function migreer(instanties: Instantie[], zetOver: Overzetten = async () => undefined, model = async (definitie: string) => xml(definitie.split('-')[0] as string, 'a')) {
  const over: string[] = [];
  const gevraagd: string[] = [];
  const uitkomsten = await migreerLopende({
    lezen: { instanties: async () => instanties, actieveOnderdelen: async (i) => { gevraagd.push(i); return ['a']; }, model },
    zetOver: async (i, definitie, toewijzingen) => { over.push(`${i} → ${definitie}`); return zetOver(i, definitie, toewijzingen); }, uitgerold, bestanden,
  });
  return { uitkomsten, over, gevraagd };
}

test('wie op een oude versie loopt gaat mee, wie al nieuw is of niet bij ons hoort blijft ongemoeid', async () => {
  const { uitkomsten, over, gevraagd } = await migreer([instantie('1', 'route', 1), instantie('2', 'route', 2), instantie('3', 'iets-anders', 1)]);
  expect(over).toEqual(['1 → route-2']);
  expect(uitkomsten).toEqual([{ casus: '1', wat: 'mee', redenen: [] }]);
  expect(gevraagd).toEqual([]);
});

test('kan een aangeroepen proces niet mee, dan blijft de hele casus', async () => {
  const { uitkomsten, over } = await migreer([instantie('2', 'deel', 1, '1'), instantie('1', 'route', 1)]);
  expect(over).toEqual([]);
  expect(uitkomsten).toEqual([{ casus: '1', wat: 'blijft', redenen: ["de stap 'Bellen' (a) bestaat niet meer"] }]);
});

test('de route gaat voorop: weigert de engine haar, dan is er niets verplaatst', async () => {
  const weiger: Overzetten = async (i) => (i === '1' ? { geweigerd: 'nee' } : undefined);
  const { uitkomsten, over } = await migreer([instantie('3', 'route', 1, '2'), instantie('2', 'route', 1, '1'), instantie('1', 'route', 1)], weiger);
  expect(over).toEqual(['1 → route-2']);
  expect(uitkomsten).toMatchObject([{ casus: '1', wat: 'blijft', redenen: ['nee'] }]);
});

test('weigert de engine een aangeroepen proces, dan zegt het verslag dat de casus deels mee is', async () => {
  const weiger: Overzetten = async (i) => (i === '2' ? { geweigerd: 'nee' } : undefined);
  const { uitkomsten } = await migreer([instantie('1', 'route', 1), instantie('2', 'route', 1, '1')], weiger);
  expect(verslag(uitkomsten, new Map([['1', '2026-0147']]))).toEqual([
    '1 lopende casus blijft op de oude versie en loopt daar gewoon door:', '- 2026-0147 (de route zelf ging wel mee, een deelproces niet): nee',
  ]);
});

test('een casus die niet te lezen is houdt de andere niet tegen', async () => {
  const model = async (definitie: string) => { if (definitie === 'deel-1') throw new Error('De engine antwoordt 404.'); return xml('route', 'a'); };
  const { uitkomsten, over } = await migreer([instantie('1', 'deel', 1), instantie('2', 'route', 1)], undefined, model);
  expect(over).toEqual(['2 → route-2']);
  expect(uitkomsten.find((u) => u.casus === '1')).toEqual({ casus: '1', wat: 'blijft', redenen: ['zij is niet te lezen: De engine antwoordt 404.'] });
});

test('wie intussen afliep telt niet mee', async () => {
  const { uitkomsten } = await migreer([instantie('1', 'route', 1)], async () => 'weg');
  expect(uitkomsten).toEqual([]);
  expect(verslag(uitkomsten)).toEqual([]);
});

test('antwoordt de leeskant niet, dan gaat de uitrol door en zegt het verslag dat er niets is nagekeken', async () => {
  const weg = () => Promise.reject(new Error('De engine antwoordt 503.'));
  expect(await neemCasussenMee({ zeebe: undefined as never, uitgerold, bestanden, lezen: { instanties: weg, actieveOnderdelen: weg, model: weg } })).toEqual([
    'Lopende casussen zijn niet nagekeken en lopen door op hun eigen versie: De engine antwoordt 503. Herhaal het met npm run uitrollen.',
  ]);
});
