import type { Element, Kaart, Pad } from '../../domein/kaart/kaart.ts';
import { opVolgorde } from '../../domein/stappen/stap-van-route.ts';
import { overKaart } from '../kaart/bijschrift.ts';
import type { Gekozen } from '../kaart/filterkeuze.ts';
import { isPlek } from '../kaart/hitte.ts';
import type { Modeltekening } from '../kaart/modeltekening.ts';
import { termijnTekst } from '../kaart/tekst.ts';
import { GETALLEN, type Kaartkolom } from './kaart-kolommen.ts';
import { getoond, TEKENS } from './onderdrukt.ts';
import type { Cel, Kolom, Tabel, Uitvoer } from './tabel.ts';

type Tekening = Pick<Modeltekening, 'rol' | 'antwoord'>;
const SOORTEN: readonly [RegExp, string][] = [[/^callActivity$/, 'aangeroepen proces'], [/^subProcess$/, 'deelproces'], [/Task$|^task$/, 'taak'], [/Gateway$/, 'keuze of splitsing'], [/Event$/, 'gebeurtenis']];
const soort = ({ soort: bpmn, gebeurtenis }: Element): string =>
  bpmn === null ? 'staat niet meer in de tekening' : gebeurtenis ? 'deelproces bij een gebeurtenis' : (SOORTEN.find(([past]) => past.test(bpmn))?.[1] ?? bpmn);

/** Een naam in een tekening loopt over meer regels als het vak smal is; in een tabel is hij er één. */
const opEenRegel = (naam: string): string => naam.replace(/\s+/g, ' ').trim();
const namenVan = ({ elementen }: Kaart): ((id: string) => string) => {
  const elk = new Map(elementen.map((e) => [e.id, e.naam === e.id && /Gateway$/.test(e.soort ?? '') ? 'knooppunt' : opEenRegel(e.naam)]));
  return (id) => elk.get(id) ?? id;
};

/** De kaart als bestand: dezelfde plekken en getallen als op de pagina, uit hetzelfde antwoord, dus even onderdrukt. */
export function kaartUitvoer(kaart: Kaart, gekozen: readonly Gekozen[], tekening: Tekening): Uitvoer {
  return { titel: `Heatmap: ${kaart.naam}`, over: overKaart(kaart, gekozen), tekens: TEKENS, tabellen: [plekken(kaart, tekening), paden(kaart, tekening)] };
}

/** De kolommen die zeggen welke plek het is. */
export function plekkolommen(kaart: Kaart, { rol }: Pick<Tekening, 'rol'>): Kaartkolom[] {
  const naam = namenVan(kaart);
  return [
    { kop: 'Stap', soort: 'tekst', uitleg: 'Het nummer van de stap in het routeboek, per route.', cel: (e) => opVolgorde(e.stappen, kaart.filter.route).join(' ') || null },
    { kop: 'Wat', soort: 'tekst', uitleg: 'De naam in de tekening.', cel: (e) => naam(e.id) },
    { kop: 'Soort', soort: 'tekst', uitleg: 'Taak, deelproces, aangeroepen proces of gebeurtenis.', cel: soort },
    { kop: 'Binnen', soort: 'tekst', uitleg: 'Het deelproces waar dit in staat; leeg: het staat in de tekening zelf.', cel: (e) => e.binnen && naam(e.binnen) },
    { kop: 'Wie', soort: 'tekst', uitleg: 'Wie het doet, zoals de tekening zegt.', cel: (e) => rol(e.id) || null },
    { kop: 'Termijn', soort: 'tekst', uitleg: 'De termijn van de stap, zoals zij nu in de tabel Termijnen staat; verschillen de routes, dan allebei.', cel: (e) => termijnTekst(e.termijnen) || null },
  ];
}

function plekken(kaart: Kaart, tekening: Tekening): Tabel {
  const kolommen = [...plekkolommen(kaart, tekening), ...GETALLEN];
  return { titel: 'Plekken', kolommen: kolommen.map(({ kop, soort, uitleg }) => ({ kop, soort, uitleg })), rijen: kaart.elementen.filter(isPlek).map((e) => kolommen.map((k) => k.cel(e))) };
}

/** Een kolom van de tabel van de pijlen, met hoe haar cel uit een pijl komt. */
export interface Padkolom extends Kolom {
  readonly cel: (pad: Pad) => Cel;
}

/** De kolommen die zeggen welke pijl het is. */
export function padkolommen(kaart: Kaart, { antwoord }: Pick<Tekening, 'antwoord'>): Padkolom[] {
  const naam = namenVan(kaart);
  return [
    { kop: 'Van', soort: 'tekst', uitleg: 'Waar de pijl begint.', cel: (p) => naam(p.van) },
    { kop: 'Antwoord', soort: 'tekst', uitleg: 'Wat bij de pijl staat.', cel: (p) => opEenRegel(antwoord(p.id)) || null },
    { kop: 'Naar', soort: 'tekst', uitleg: 'Waar de pijl eindigt.', cel: (p) => naam(p.naar) },
  ];
}

/** Hoe vaak een pijl is genomen. */
export const KEER: Padkolom = { kop: 'Keer', soort: 'aantal', uitleg: 'Hoe vaak de pijl is genomen, door wat in de periode klaar was en wat nu openstaat; afgerond op vijven. “Niet getoond” staat er ook als het niet te tellen is.', cel: (p) => getoond(p.gewicht) };

function paden(kaart: Kaart, tekening: Tekening): Tabel {
  const kolommen = [...padkolommen(kaart, tekening), KEER];
  return { titel: 'Paden', kolommen: kolommen.map(({ kop, soort, uitleg }) => ({ kop, soort, uitleg })), rijen: kaart.paden.map((p) => kolommen.map((k) => k.cel(p))) };
}
