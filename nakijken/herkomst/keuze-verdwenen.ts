import { createRequire } from 'node:module';
import { nagespeeld } from '../formulieren/lezers/demo.ts';
import { aanvaardt } from '../formulieren/lezers/schema.ts';
import { onderdelen, veldnaam, type Formulierbestand } from '../formulieren/lezen.ts';
import { bedoelde, nabij } from '../../domein/invoer/nabij.ts';
import { opsomming } from '../opsomming.ts';
import type { Project } from '../project.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { uitProgramma } from './code.ts';
import { keuzesBij, keuzesVan, type Keuzes } from './keuzes.ts';
import { alleSchrijvers } from './schrijvers.ts';
import { alleVergelijkingen } from './vergelijkingen.ts';

const { kanZijn } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/waarden.js') as { kanZijn(v: { naam: string; waarde: string }): boolean };

/**
 * Een keuze waarmee een model, een tabel of de programmatuur vergelijkt, is in het formulier te kiezen. Wie haar weghaalt of haar
 * waarde (Value) verandert, maakt een weg die nooit meer wordt genomen. Het opschrift (Label) van een keuze mag altijd anders.
 */
export const tabelKeuze: Nakijkregel = {
  naam: 'tabel-keuze',
  overAlles: true,
  kijk: (project) => [...samengevat(gemist(project)), ...nietAanvaard(project)],
};

interface Gemist { readonly keuzes: Keuzes; readonly waarde: string; readonly wie: string; readonly bestand?: string }

function gemist(project: Project): Gemist[] {
  const schrijvers = alleSchrijvers(project);
  const formulier = (naam: string): Formulierbestand | undefined => project.formulieren.find((f) => f.naam === naam);
  const vanVeld = (naam: string, sleutel: string): Keuzes | undefined => {
    const gevonden = formulier(naam);
    const waarden = gevonden && keuzesVan(gevonden, sleutel);
    return waarden && { waarden: new Set(waarden), velden: [{ formulier: gevonden, sleutel }] };
  };
  const bekend = new Map<string, Keuzes | undefined>();
  const bij = (pad: string): Keuzes | undefined => {
    if (!bekend.has(pad)) bekend.set(pad, keuzesBij(pad, schrijvers));
    return bekend.get(pad);
  };
  const uit: Gemist[] = [];
  for (const v of alleVergelijkingen(project)) {
    const keuzes = v.formulier === undefined ? bij(v.pad) : vanVeld(v.formulier, v.pad);
    if (!keuzes || keuzes.velden.length === 0 || keuzes.waarden.has(v.waarde)) continue;
    // Komt de tekst nergens voor, dan zegt waarde-bestaat dat al.
    if (v.ookElders && !kanZijn({ naam: v.pad.split('.').at(-1) as string, waarde: v.waarde })) continue;
    uit.push({ keuzes, waarde: v.waarde, wie: v.wie, bestand: v.bestand });
  }
  for (const { formulier: naam, sleutel, waarden, wie } of uitProgramma(project.code)) {
    const keuzes = vanVeld(naam, sleutel);
    if (keuzes && !waarden.some((w) => keuzes.waarden.has(w))) uit.push({ keuzes, waarde: waarden[0] as string, wie });
  }
  for (const { formulier: naam, sleutel, waarde } of nagespeeld()) {
    const keuzes = typeof waarde === 'string' ? vanVeld(naam, sleutel) : undefined;
    if (keuzes && !keuzes.waarden.has(waarde as string)) uit.push({ keuzes, waarde: waarde as string, wie: 'de demo (scripts/demo/answers.ts)' });
  }
  return uit;
}

/** Eén opmerking per keuze die er niet is, met alles wat haar verwacht. */
function samengevat(alle: readonly Gemist[]): Omschrijving[] {
  const groepen = new Map<string, Gemist[]>();
  for (const een of alle) {
    const sleutel = [...een.keuzes.velden.map((v) => `${v.formulier.naam} ${v.sleutel}`), een.waarde].join(' ');
    groepen.set(sleutel, [...(groepen.get(sleutel) ?? []), een]);
  }
  return [...groepen.values()].map((groep) => {
    const { keuzes: { velden, waarden }, waarde } = groep[0] as Gemist;
    const [eerste, ...andere] = velden;
    const ook = andere.length > 0 ? `, ook niet in ${andere.map((v) => v.formulier.pad).join(' en ')}` : '';
    return {
      bestand: eerste!.formulier.pad, plaats: veld(eerste!),
      tekst: `De keuze "${waarde}" is hier niet te kiezen${ook}, en ${rekentErop(groep.map(({ wie }) => wie))} daarop.${bedoelde(waarde, waarden)} Zet de keuze terug met deze waarde (Value), of pas aan wat erop rekent`,
      verklaart: { namen: [waarde, nabij(waarde, waarden) ?? waarde], bestanden: [...velden.map((v) => v.formulier.pad), ...groep.flatMap(({ bestand }) => bestand ?? [])] },
    };
  });
}

/** Wat de programmatuur bij het aanmelden weigert, mag niet te kiezen zijn. */
function nietAanvaard({ formulieren }: Project): Omschrijving[] {
  return formulieren.flatMap((formulier) => onderdelen(formulier).flatMap((deel) => (deel.key === undefined || deel.type === 'checklist' ? [] : (keuzesVan(formulier, deel.key) ?? []))
    .filter((waarde) => !aanvaardt(formulier.naam, deel.key as string, waarde))
    .map((waarde) => ({ bestand: formulier.pad, plaats: veld({ formulier, sleutel: deel.key as string }), tekst: `De keuze "${waarde}" kent de programmatuur niet: wie haar kiest, krijgt een weigering. Kies een waarde (Value) die er al was, of vraag de beheerder` }))));
}

const veld = ({ formulier, sleutel }: Keuzes['velden'][number]): string => veldnaam(sleutel, onderdelen(formulier).find(({ key }) => key === sleutel)?.label);
const rekentErop = (wie: readonly string[]): string => `${opsomming(wie)} ${new Set(wie).size === 1 ? 'rekent' : 'rekenen'}`;
