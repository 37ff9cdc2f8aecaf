import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { uitkomsten, type Waarde } from './combinaties.ts';
import type { Tabel, Tabelbestand } from './lezen.ts';
import { LIJST, MAG_LEEG } from './soorten-tabellen.ts';

/** Bij elke invoer past een regel, ook als iets niet is ingevuld. Anders staat een casus stil bij wie die invoer heeft. */
export const tabelGat: Nakijkregel = {
  naam: 'tabel-gat',
  kijk: ({ tabellen }) => tabellen.filter(({ naam }) => !(naam in MAG_LEEG)).flatMap((bestand) => perTabel(bestand, (tabel, plaats) =>
    uitkomsten(tabel).filter(({ regels }) => regels.length === 0).map(({ invoer }) => ({
      bestand: bestand.pad, plaats, tekst: `Bij ${inWoorden(tabel, invoer)} past geen enkele regel. Voeg een regel toe, of laat de laatste regel voor al het andere gelden`,
    })))),
};

/** Geeft de tabel één uitkomst (UNIQUE), dan past er nooit meer dan één regel: de engine weigert anders en de casus staat stil. */
export const tabelOverlap: Nakijkregel = {
  naam: 'tabel-overlap',
  kijk: ({ tabellen }) => tabellen.flatMap((bestand) => perTabel(bestand, (tabel) => {
    if ((tabel.hitPolicy ?? 'UNIQUE') !== 'UNIQUE') return [];
    const gezien = new Set<string>();
    return uitkomsten(tabel).filter(({ regels }) => regels.length > 1).flatMap(({ regels, invoer }) => {
      const namen = regels.slice(0, 2).map((n) => `regel ${n + 1}`).join(' en ');
      if (gezien.has(namen)) return [];
      gezien.add(namen);
      return [{ bestand: bestand.pad, plaats: namen, tekst: `Bij ${inWoorden(tabel, invoer)} passen ze allebei, en deze tabel mag maar één uitkomst geven. Maak een van de twee smaller` }];
    });
  })),
};

/** Een regel waar nooit iemand komt, staat achter een bredere of vraagt iets onmogelijks. */
export const regelOnbereikt: Nakijkregel = {
  naam: 'regel-onbereikt',
  kijk: ({ tabellen }) => tabellen.flatMap((bestand) => perTabel(bestand, (tabel) => {
    const geraakt = new Set(uitkomsten(tabel).flatMap(({ regels }) => (tabel.hitPolicy === 'FIRST' ? regels.slice(0, 1) : regels)));
    return tabel.rule.flatMap((_, n) => (geraakt.has(n) ? [] : [{
      bestand: bestand.pad, plaats: `regel ${n + 1}`,
      tekst: tabel.hitPolicy === 'FIRST' ? 'Deze regel geldt nooit: een regel erboven past altijd eerder. Zet haar hoger of maak die regel smaller' : 'Deze regel geldt nooit: geen enkele invoer past bij al haar cellen',
    }]));
  })),
};

/** Hoeveel regels een tabel tegelijk geeft is afgesproken met wie haar vraagt: die verwacht één uitkomst, of een lijst. */
export const tabelSoort: Nakijkregel = {
  naam: 'tabel-soort',
  kijk: ({ tabellen }) => tabellen.flatMap((bestand) => perTabel(bestand, (tabel, plaats) => {
    const soort = tabel.hitPolicy ?? 'UNIQUE';
    const lijst = soort === 'COLLECT' || soort === 'RULE ORDER';
    if (soort !== 'UNIQUE' && soort !== 'FIRST' && !lijst) return [{ bestand: bestand.pad, plaats, tekst: `Kies linksboven een andere soort (Hit policy) dan ${soort}: deze leest Routeboek niet` }];
    if (lijst === LIJST.includes(bestand.naam)) return [];
    return [{ bestand: bestand.pad, plaats, tekst: lijst ? 'Kies linksboven bij Hit policy UNIQUE of FIRST: wie deze tabel vraagt, verwacht één uitkomst en geen lijst' : 'Kies linksboven bij Hit policy COLLECT of RULE ORDER: wie deze tabel vraagt, verwacht een lijst' }];
  })),
};

function perTabel(bestand: Tabelbestand, kijk: (tabel: Tabel, plaats: string) => readonly Omschrijving[]): Omschrijving[] {
  return bestand.tabellen.flatMap((tabel) => [...kijk(tabel, bestand.wortel.drgElement?.find(({ decisionLogic }) => decisionLogic?.id === tabel.id)?.name ?? bestand.naam)]);
}

/** De invoer zoals de proceseigenaar haar boven de kolommen leest; wat er niet toe doet blijft weg. */
function inWoorden({ input, rule }: Tabel, invoer: readonly Waarde[]): string {
  const delen = invoer.flatMap((waarde, i) => {
    if (rule.every((regel) => !regel.inputEntry[i]?.text?.trim())) return [];
    return [`${input[i]?.label ?? input[i]?.inputExpression?.text ?? '?'} = ${toon(waarde)}`];
  });
  return delen.length === 0 ? 'elke invoer' : delen.join(', ');
}

function toon(waarde: Waarde): string {
  if (waarde === null) return 'niet ingevuld';
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  return waarde === 'NOG-NIET-BEDACHT' ? 'iets anders' : String(waarde).replace('.', ',');
}
