import type { Nakijkregel, Omschrijving } from '../regel.ts';
import type { Formulier } from '../../scripts/formulieren/kop.ts';
import { onderdelen, veldnaam, veldplaats, type Formulierbestand } from './lezen.ts';

type Veld = Formulier['components'][number];

/**
 * Een sleutel en een id staan één keer in een formulier. Twee velden met dezelfde sleutel delen hun antwoord: wie het ene invult
 * verandert het andere, en het logboek bewaart er één.
 */
export const veldDubbel: Nakijkregel = {
  naam: 'veld-dubbel',
  kijk: ({ formulieren }) => formulieren.flatMap((formulier) => [...dubbeleIds(formulier), ...dubbeleSleutels(formulier, formulier.schema.components)]),
};

function dubbeleIds(formulier: Formulierbestand): Omschrijving[] {
  return herhaald(onderdelen(formulier), ({ id }) => id).map(([id]) => ({
    bestand: formulier.pad, plaats: veldplaats(formulier, id), tekst: `Het ID ${id} staat er twee keer: geef een van de twee onderdelen een eigen ID`,
  }));
}

/** Een lijst heeft haar eigen sleutels: in elke rij mag een veld heten als een veld erbuiten. */
function dubbeleSleutels(formulier: Formulierbestand, velden: readonly Veld[]): Omschrijving[] {
  const samen = [...velden.flatMap(inDezelfdeLaag)];
  const lijsten = samen.filter(({ path }) => path !== undefined);
  return [
    ...herhaald(samen, ({ key, path }) => key ?? path).map(([sleutel, eerste, tweede]) => ({
      bestand: formulier.pad, plaats: veldnaam(sleutel, tweede.label), tekst: `De sleutel (Key) ${sleutel} is ook van ${naam(eerste)}: geef een van de twee een eigen sleutel, anders delen zij hun antwoord`,
    })),
    ...lijsten.flatMap((lijst) => dubbeleSleutels(formulier, (lijst.components ?? []) as Veld[])),
  ];
}

const inDezelfdeLaag = (veld: Veld): Veld[] => [veld, ...(veld.path === undefined ? ((veld.components ?? []) as Veld[]).flatMap(inDezelfdeLaag) : [])];
const naam = ({ label, id }: Veld): string => (label ? `het veld "${label}"` : `onderdeel ${id}`);

/** Wat meer dan eens voorkomt, met het eerste en het tweede; de volgende keren zijn dezelfde vergissing. */
function herhaald(velden: readonly Veld[], van: (veld: Veld) => string | undefined): [waarde: string, eerste: Veld, tweede: Veld][] {
  const eerst = new Map<string, Veld>();
  const dubbel = new Map<string, [string, Veld, Veld]>();
  for (const veld of velden) {
    const waarde = van(veld);
    if (waarde === undefined) continue;
    const eerste = eerst.get(waarde);
    if (eerste === undefined) eerst.set(waarde, veld);
    else if (!dubbel.has(waarde)) dubbel.set(waarde, [waarde, eerste, veld]);
  }
  return [...dubbel.values()];
}
