import { verschil, type Tweetal } from '../../domein/kaart/vergelijk.ts';
import type { Element } from '../../domein/kaart/kaart.ts';
import { GETALLEN } from '../export/kaart-kolommen.ts';
import { plekkolommen } from '../export/kaart-uitvoer.ts';
import { NIET_GETOOND, TEKENS } from '../export/onderdrukt.ts';
import type { Cel, Tabel, Uitvoer } from '../export/tabel.ts';
import type { Gekozen } from '../kaart/filterkeuze.ts';
import { isPlek } from '../kaart/hitte.ts';
import type { Modeltekening } from '../kaart/modeltekening.ts';
import type { Kant } from './beelden.ts';
import { overTweetal } from './over.ts';

/** De vergelijking als bestand: van elke kolom van de heatmap A, B en het verschil, uit dezelfde antwoorden, dus even onderdrukt. */
export function vergelijkUitvoer(tweetal: Tweetal, gekozen: Readonly<Record<Kant, readonly Gekozen[]>>, tekening: Pick<Modeltekening, 'rol'>): Uitvoer {
  return { titel: `Vergelijking: ${tweetal.a.naam}`, over: overTweetal(tweetal, gekozen), tekens: TEKENS, tabellen: [plekken(tweetal, tekening)] };
}

function plekken({ a, b }: Tweetal, tekening: Pick<Modeltekening, 'rol'>): Tabel {
  const [inA, inB] = [new Map(a.elementen.map((e) => [e.id, e])), new Map(b.elementen.map((e) => [e.id, e]))];
  const elementen = [...new Map([...inB, ...inA]).values()].filter((e) => [inA.get(e.id), inB.get(e.id)].some((kant) => kant !== undefined && isPlek(kant)));
  const vast = plekkolommen(a, tekening);
  const drie = GETALLEN.flatMap(({ kop, soort, uitleg }) => [
    { kop: `${kop}: A`, soort, uitleg }, { kop: `${kop}: B`, soort, uitleg },
    { kop: `${kop}: verschil`, soort, uitleg: `B min A${soort === 'aandeel' ? ', in procentpunten' : ''}. Alleen waar allebei een getal heeft.` },
  ]);
  const rij = (e: Element): Cel[] => [
    ...vast.map((k) => k.cel(e)),
    ...GETALLEN.flatMap(({ cel }) => {
      const [celA, celB] = [inA, inB].map((kant): Cel => { const er = kant.get(e.id); return er === undefined ? null : cel(er); }) as [Cel, Cel];
      return [celA, celB, verschilcel(celA, celB)];
    }),
  ];
  return { titel: 'Vergelijking', kolommen: [...vast.map(({ kop, soort, uitleg }) => ({ kop, soort, uitleg })), ...drie], rijen: elementen.map(rij) };
}

/** Wat niet getoond wordt, en `<5`, heeft geen verschil; is er aan een kant niets te meten, dan is er ook geen. */
function verschilcel(a: Cel, b: Cel): Cel {
  if (typeof a === 'number' && typeof b === 'number') return verschil(a, b);
  return typeof a === 'string' || typeof b === 'string' ? NIET_GETOOND : null;
}
