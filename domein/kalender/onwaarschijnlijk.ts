import type { Datum } from './datum.ts';
import { dagenTussen } from './datum.ts';
import type { VakantieGegevens } from './schoolvakanties.ts';

/** De zomervakantie is zes weken; scholen plakken hoogstens een week of twee aan een andere. Langer is een tikfout in een jaartal. */
const LANGSTE_DAGEN = 56;
type Vakantie = VakantieGegevens['schooljaren'][string]['vakanties'][number];

/** Een onderdeel van het bestand waar een datum staat die bijna zeker een tikfout is. */
export interface Onwaarschijnlijk {
  readonly plek: readonly PropertyKey[];
  readonly tekst: string;
}

/**
 * Datums die geldig zijn en toch niet kunnen kloppen. Een vakantie tot het verkeerde jaar maakt van een heel schooljaar vakantie:
 * elke termijn schuift dan een jaar op, zonder dat iets een fout geeft.
 */
export function onwaarschijnlijk({ schooljaren, scholen }: VakantieGegevens): Onwaarschijnlijk[] {
  return [
    ...Object.entries(schooljaren).flatMap(([jaar, { vakanties, vrijeDagen }]) => {
      const plek = ['schooljaren', jaar];
      return [...verkeerdJaar(jaar), ...lijst(vakanties, [...plek, 'vakanties'], periodeVan(jaar)), ...dagen(vrijeDagen.map(({ datum }) => datum), [...plek, 'vrijeDagen'], periodeVan(jaar))];
    }),
    ...Object.entries(scholen).flatMap(([brin, school]) => [
      ...lijst(school.vakanties, ['scholen', brin, 'vakanties']), ...dagen(school.vrijeDagen.map(({ datum }) => datum), ['scholen', brin, 'vrijeDagen']), ...dagen(school.tochSchool, ['scholen', brin, 'tochSchool']),
    ]),
  ];
}

interface Periode { readonly van: Datum; readonly tot: Datum; readonly naam: string }

/** Een vakantie staat bij het schooljaar waarin zij begint; dat loopt van 1 augustus tot en met 31 juli. */
const periodeVan = (jaar: string): Periode => ({ van: `${jaar.slice(0, 4)}-08-01`, tot: `${jaar.slice(5)}-07-31`, naam: jaar });

function verkeerdJaar(jaar: string): Onwaarschijnlijk[] {
  if (Number(jaar.slice(5)) === Number(jaar.slice(0, 4)) + 1) return [];
  return [{ plek: ['schooljaren', jaar], tekst: `een schooljaar loopt van het ene jaar naar het volgende, zoals ${jaar.slice(0, 4)}-${Number(jaar.slice(0, 4)) + 1}` }];
}

function lijst(vakanties: readonly Vakantie[], plek: readonly PropertyKey[], jaar?: Periode): Onwaarschijnlijk[] {
  return vakanties.flatMap((vakantie, n) => {
    const hier = [...plek, n];
    const duur = dagenTussen(vakantie.van, vakantie.tot) + 1;
    const eerder = vakanties.findIndex((ander) => ander.van <= vakantie.tot && vakantie.van <= ander.tot);
    return [
      ...(duur > LANGSTE_DAGEN ? [{ plek: hier, tekst: `de ${vakantie.naam} duurt ${duur} dagen; kijk naar de jaartallen bij van en tot` }] : []),
      ...(jaar && (vakantie.van < jaar.van || vakantie.van > jaar.tot) ? [{ plek: hier, tekst: `de ${vakantie.naam} begint op ${vakantie.van} en dat valt niet in schooljaar ${jaar.naam}` }] : []),
      ...(eerder !== -1 && eerder < n ? [{ plek: hier, tekst: `de ${vakantie.naam} valt samen met de ${vakanties[eerder]?.naam ?? ''}; kijk naar de datums` }] : []),
    ];
  });
}

function dagen(datums: readonly Datum[], plek: readonly PropertyKey[], jaar?: Periode): Onwaarschijnlijk[] {
  return datums.flatMap((datum, n) => [
    ...(jaar && (datum < jaar.van || datum > jaar.tot) ? [{ plek: [...plek, n], tekst: `${datum} valt niet in schooljaar ${jaar.naam}` }] : []),
    ...(datums.indexOf(datum) < n ? [{ plek: [...plek, n], tekst: `${datum} staat er twee keer` }] : []),
  ]);
}
