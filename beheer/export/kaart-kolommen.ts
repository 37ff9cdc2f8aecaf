import type { Kengetal } from '../../domein/kaart/cijfers.ts';
import type { Element } from '../../domein/kaart/kaart.ts';
import type { Aantal } from '../../domein/kaart/onderdruk.ts';
import { overTermijn } from '../kaart/hitte.ts';
import { getoond } from './onderdrukt.ts';
import type { Cel, Kolom } from './tabel.ts';

/** Een kolom van de tabel bij de kaart, met hoe haar cel uit een element komt. */
export interface Kaartkolom extends Kolom {
  readonly cel: (element: Element) => Cel;
}

const aantal = (kop: string, uitleg: string, cel: (e: Element) => Aantal): Kaartkolom => ({ kop, soort: 'aantal', uitleg, cel: (e) => getoond(cel(e)) });

/** Een aandeel zonder waarde: is er van niets een deel, dan is er ook niets weggelaten. */
const aandeel = (kop: string, uitleg: string, deel: (e: Element) => Aantal, waarde: (e: Element) => number | null): Kaartkolom =>
  ({ kop, soort: 'aandeel', uitleg, cel: (e) => waarde(e) ?? (deel(e) === 0 ? null : getoond(null)) });

const nuTeLaat = (e: Element): Aantal => (e.nu.kinderen === 0 ? 0 : overTermijn(e).nuTeLaat);

/** Hoe lang het duurde: mediaan, p90 en van hoeveel kinderen. Zonder kinderen is er niets te meten en blijft de cel leeg. */
function dagen(wanneer: keyof typeof DUUR, eenheid: 'kalenderdagen' | 'schooldagen', van: (e: Element) => { kinderen: Aantal; kengetal: Kengetal | null }): Kaartkolom[] {
  const { wat, duurt, duren } = DUUR[wanneer];
  const kolom = (kop: string, uitleg: string, soort: 'aantal' | 'dagen', veld: keyof Kengetal): Kaartkolom => ({ kop: `${wanneer}: ${kop}`, soort, uitleg, cel: (e) => {
    const { kinderen, kengetal } = van(e);
    return kengetal?.[veld] ?? (kinderen === 0 ? null : getoond(null));
  } });
  return [
    kolom(`mediaan ${eenheid}`, `De helft van ${wat}, ${duurt} hoogstens zoveel ${eenheid}.`, 'dagen', 'mediaan'),
    kolom(`p90 ${eenheid}`, `Negen van de tien van ${wat}, ${duren} hoogstens zoveel ${eenheid}. Niet getoond onder tien kinderen: daar is het de langste.`, 'dagen', 'p90'),
    kolom(`kinderen gemeten (${eenheid})`, `Van zoveel kinderen zijn mediaan en p90 in ${eenheid} (n).`, 'aantal', 'n'),
  ];
}

const DUUR = {
  Nu: { wat: 'wat nu openstaat', duurt: 'wacht', duren: 'wachten' },
  Klaar: { wat: 'wat in de periode klaar was', duurt: 'duurde', duren: 'duurden' },
} as const;
const ERIN = 'Van een deelproces of aangeroepen proces: alle taken erin, afgerond op vijven.';

/** De getallen per plek, met dezelfde betekenis en dezelfde woorden als op de pagina (docs/kaart-api.md zegt ze per veld). */
export const GETALLEN: readonly Kaartkolom[] = [
  aantal('Kinderen nu', 'Hoeveel kinderen hier nu zijn, elk kind één keer. Van een deelproces: de kinderen erin.', (e) => e.nu.kinderen),
  aantal('Nu: over de termijn', `Bij hoeveel van hen de einddatum van de taak voorbij is. ${ERIN}`, nuTeLaat),
  aandeel('Nu: deel over de termijn', 'Over de termijn, als deel van wie of wat nu een einddatum heeft.', nuTeLaat, (e) => (e.nu.kinderen === 0 ? null : overTermijn(e).nu)),
  ...dagen('Nu', 'schooldagen', (e) => ({ kinderen: e.nu.kinderen, kengetal: e.nu.schooldagen })),
  ...dagen('Nu', 'kalenderdagen', (e) => ({ kinderen: e.nu.kinderen, kengetal: e.nu.kalenderdagen })),
  aantal('Klaar: kinderen', 'Bij hoeveel kinderen dit in de periode klaar was. Een kind telt per schooljaar één keer, bij zijn eerste bezoek.', (e) => e.geeindigd.kinderen),
  aantal('Klaar: keer', 'Hoe vaak dit in de periode klaar was, ook als het werd afgebroken; afgerond op vijven.', (e) => e.geeindigd.bezoeken),
  aantal('Klaar: afgebroken', 'Bij hoeveel kinderen het niet werd afgemaakt, bijvoorbeeld doordat de casus eindigde; afgerond op vijven.', (e) => e.geeindigd.afgebroken),
  aantal('Klaar: te laat', `Bij hoeveel kinderen het na de einddatum klaar was. ${ERIN}`, (e) => overTermijn(e).teLaat),
  aandeel('Klaar: deel te laat', 'Te laat klaar, als deel van wie of wat een einddatum had.', (e) => overTermijn(e).teLaat, (e) => overTermijn(e).toen),
  ...dagen('Klaar', 'schooldagen', (e) => ({ kinderen: e.geeindigd.kinderen, kengetal: e.geeindigd.schooldagen })),
  ...dagen('Klaar', 'kalenderdagen', (e) => ({ kinderen: e.geeindigd.kinderen, kengetal: e.geeindigd.kalenderdagen })),
];
