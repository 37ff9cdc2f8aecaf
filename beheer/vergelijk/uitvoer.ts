import { verschil, type Tweetal } from '../../domein/kaart/vergelijk.ts';
import type { Element, Kaart } from '../../domein/kaart/kaart.ts';
import { GETALLEN } from '../export/kaart-kolommen.ts';
import { KEER, padkolommen, plekkolommen, type Padkolom } from '../export/kaart-uitvoer.ts';
import { getoond, NIET_GETOOND, TEKENS } from '../export/onderdrukt.ts';
import type { Cel, Kolom, Tabel, Uitvoer } from '../export/tabel.ts';
import type { Gekozen } from '../kaart/filterkeuze.ts';
import { isPlek } from '../kaart/hitte.ts';
import type { Modeltekening } from '../kaart/modeltekening.ts';
import { paddelen } from '../kaart/paddeel.ts';
import type { Kant, Vergelijkbeeld } from './beelden.ts';
import { overTweetal } from './over.ts';

/**
 * De vergelijking als bestand: van elke kolom van de heatmap A, B en het verschil, uit dezelfde antwoorden, dus even onderdrukt.
 * @param beeld wie de paden vergelijkt krijgt die tabel vooraan, want een CSV heeft alleen de eerste
 */
export function vergelijkUitvoer(tweetal: Tweetal, gekozen: Readonly<Record<Kant, readonly Gekozen[]>>, tekening: Pick<Modeltekening, 'rol' | 'antwoord'>, beeld: Vergelijkbeeld): Uitvoer {
  const [vanPlekken, vanPaden] = [plekken(tweetal, tekening), paden(tweetal, tekening)];
  return { titel: `Vergelijking: ${tweetal.a.naam}`, over: overTweetal(tweetal, gekozen), tekens: TEKENS, tabellen: beeld === 'paden' ? [vanPaden, vanPlekken] : [vanPlekken, vanPaden] };
}

function plekken({ a, b }: Tweetal, tekening: Pick<Modeltekening, 'rol'>): Tabel {
  const [inA, inB] = [new Map(a.elementen.map((e) => [e.id, e])), new Map(b.elementen.map((e) => [e.id, e]))];
  const elementen = [...new Map([...inB, ...inA]).values()].filter((e) => [inA.get(e.id), inB.get(e.id)].some((kant) => kant !== undefined && isPlek(kant)));
  const vast = plekkolommen(a, tekening);
  const rij = (e: Element): Cel[] => [
    ...vast.map((k) => k.cel(e)),
    ...GETALLEN.flatMap(({ cel }) => {
      const [celA, celB] = [inA, inB].map((kant): Cel => { const er = kant.get(e.id); return er === undefined ? null : cel(er); }) as [Cel, Cel];
      return [celA, celB, verschilcel(celA, celB)];
    }),
  ];
  return { titel: 'Vergelijking', kolommen: [...vast.map(alleenKolom), ...GETALLEN.flatMap(drie)], rijen: elementen.map(rij) };
}

function paden({ a, b }: Tweetal, tekening: Pick<Modeltekening, 'antwoord'>): Tabel {
  const inB = new Map(b.paden.map((p) => [p.id, p]));
  const vast = padkolommen(a, tekening);
  const [getallenA, getallenB] = [padgetallen(a), padgetallen(b)];
  return {
    titel: 'Paden', kolommen: [...vast.map(alleenKolom), ...getallenA.flatMap(drie)],
    rijen: a.paden.map((p) => [
      ...vast.map((k) => k.cel(p)),
      ...getallenA.flatMap(({ cel }, i) => {
        const bijB = inB.get(p.id);
        const [celA, celB] = [cel(p), bijB === undefined ? null : getallenB[i]!.cel(bijB)];
        return [celA, celB, verschilcel(celA, celB)];
      }),
    ]),
  };
}

/** Van elke pijl dezelfde twee getallen als op de pagina. */
function padgetallen(kaart: Kaart): Padkolom[] {
  const delen = paddelen(kaart);
  return [
    { kop: 'Deel', soort: 'aandeel', uitleg: 'Welk deel van alle keren vanaf hetzelfde punt. Leeg waar niets te kiezen was of niemand kwam.', cel: ({ id }) => { const deel = delen.get(id); return deel === undefined ? null : getoond(deel); } },
    KEER,
  ];
}

const alleenKolom = ({ kop, soort, uitleg }: Kolom): Kolom => ({ kop, soort, uitleg });
const drie = ({ kop, soort, uitleg }: Kolom): Kolom[] => [
  { kop: `${kop}: A`, soort, uitleg }, { kop: `${kop}: B`, soort, uitleg },
  { kop: `${kop}: verschil`, soort, uitleg: `B min A${soort === 'aandeel' ? ', in procentpunten' : ''}. Alleen waar allebei een getal heeft.` },
];

/** Wat niet getoond wordt, en `<5`, heeft geen verschil; is er aan een kant niets te meten, dan is er ook geen. */
function verschilcel(a: Cel, b: Cel): Cel {
  if (typeof a === 'number' && typeof b === 'number') return verschil(a, b);
  return typeof a === 'string' || typeof b === 'string' ? NIET_GETOOND : null;
}
