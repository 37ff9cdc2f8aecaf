import { describe, expect, it } from 'vitest';
import { plusDagen, type Datum } from '../../domein/kalender/datum.ts';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { haalThuisnormen } from '../../domein/thuis/normen.ts';
import { beoordeelThuis, lopendOp, type Thuisoordeel } from '../../domein/thuis/oordeel.ts';
import { alsInvoer } from '../../domein/thuis/status.ts';
import type { Thuisperiode } from '../../registratie/thuisperiode-lezen.ts';
import { leesTabellen, past, type Waarde } from '../beslistabellen/tabel.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';

const normen = await haalThuisnormen(fakeEngine(), schoolkalenders()('10AB'));
const tabel = (await leesTabellen()).find((t) => t.id === 'registratiestatus')!;
/** De status die de echte tabel geeft. */
const status = (oordeel: Thuisoordeel, escaleert: boolean | null): string => {
  const thuis: Record<string, Waarde> = alsInvoer(oordeel);
  const invoer = tabel.kolommen.map(({ inputExpression: { text } }) => (text === 'escaleert' ? escaleert : thuis[text.replace('thuis.', '')]!));
  const regel = tabel.regels.find((r) => r.inputEntry.every((cel, i) => past(cel.text, invoer[i]!)))!;
  return JSON.parse(regel.outputEntry[0]!.text!) as string;
};

const BEGIN = '2025-09-01';
const periode = (anders: Partial<Thuisperiode> = {}): Thuisperiode => ({ periodeId: 'p', eersteDag: BEGIN, nergensIngeschrevenSinds: null, nergensIngeschrevenTot: null, eindDag: null, eindeReden: null, ...anders });
const op = (dag: Datum, p: Partial<Thuisperiode> | null = {}, kind: { leerplichtig?: boolean; vrijgesteldTot?: Datum | null; staatIngeschreven?: boolean } = {}): Thuisoordeel =>
  beoordeelThuis(p === null ? undefined : lopendOp([periode(p)], dag), normen, { dag, leerplichtig: true, vrijgesteldTot: null, ...kind });

describe('errata §3: thuiszitter, één betekenis', () => {
  it('op dag 28 nog niet, op dag 29 wel, in gewone dagen', () => {
    expect(op(plusDagen(BEGIN, 27)).thuiszitter).toBe(false);
    expect(op(plusDagen(BEGIN, 28)).thuiszitter).toBe(true);
  });
  it('op geen enkele school vanaf de eerste dag, en daarna tot een blijvend aanbod echt begint', () => {
    const sinds = { nergensIngeschrevenSinds: BEGIN };
    expect(op(BEGIN, sinds).thuiszitter).toBe(true);
    const weer = op(plusDagen(BEGIN, 5), { ...sinds, nergensIngeschrevenTot: plusDagen(BEGIN, 4) });
    expect(weer).toMatchObject({ thuiszitter: true, ingeschreven: true });
    expect(status(weer, false)).toBe('THUISZITTER');
    expect(op(plusDagen(BEGIN, 6), { ...sinds, eindDag: plusDagen(BEGIN, 6), eindeReden: 'VERZUIM_GESTOPT' }).thuiszitter, 'het aanbod begon').toBe(false);
  });
  it('staat het kind nergens en is de eerste dag nog niet bekend, dan telt het al', () => {
    expect(op(BEGIN, null, { staatIngeschreven: false })).toMatchObject({ thuiszitter: true, ingeschreven: false, langerDanDrieMaanden: false });
  });
  it('langer dan drie maanden telt in kalendermaanden: op de dag zelf nog niet, de dag erna wel', () => {
    expect([op('2025-12-01').langerDanDrieMaanden, op('2025-12-02').langerDanDrieMaanden]).toEqual([false, true]);
  });
  it('een vrijstelling van de inschrijving haalt het kind uit de telling; is zij voorbij, dan telt zijn eerste dag weer', () => {
    expect(op('2026-01-15', {}, { vrijgesteldTot: '2026-01-31' })).toMatchObject({ thuiszitter: false, langerDanDrieMaanden: false });
    expect(op('2026-02-01')).toMatchObject({ thuiszitter: true, langerDanDrieMaanden: true });
  });
});

describe('errata §3: de statustabel en de klok zeggen op elke dag hetzelfde', () => {
  const perioden: (Partial<Thuisperiode> | null)[] = [
    null, {}, { eindDag: '2025-10-13', eindeReden: 'VERZUIM_GESTOPT' }, { eersteDag: '2025-12-20' },
    ...['2025-09-01', '2025-09-10', '2025-10-20'].flatMap((sinds) => [null, '2025-09-15', '2025-11-03'].filter((tot) => tot === null || tot >= sinds).map((tot) => ({ nergensIngeschrevenSinds: sinds, nergensIngeschrevenTot: tot }))),
  ];
  const THUISZITTER = ['THUISZITTER', 'ABSOLUUT_VERZUIM'];
  for (const p of perioden) {
    it(p === null ? 'niet thuis' : Object.values(p).join(', ') || 'thuis', () => {
      for (let n = -3; n < 120; n += 1) {
        for (const leerplichtig of [true, false]) {
          for (const vrijgesteldTot of [null, '2026-07-31']) {
            for (const [escaleert, staatIngeschreven] of [[true, true], [false, false], [null, true]] as const) {
              const oordeel = op(plusDagen(BEGIN, n), p, { leerplichtig, vrijgesteldTot, staatIngeschreven });
              const s = status(oordeel, escaleert);
              expect(THUISZITTER.includes(s), `dag ${n}: ${s}`).toBe(oordeel.thuiszitter);
              expect(s === 'VRIJGESTELD').toBe(leerplichtig && vrijgesteldTot !== null);
              expect(s === 'ABSOLUUT_VERZUIM').toBe(oordeel.thuiszitter && !oordeel.ingeschreven);
              if (oordeel.langerDanDrieMaanden) expect(oordeel.thuiszitter).toBe(true);
            }
          }
        }
      }
    });
  }
});
