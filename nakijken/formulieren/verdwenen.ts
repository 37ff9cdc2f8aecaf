import { createRequire } from 'node:module';
import { GETYPT, waardeVeld } from '../../domein/invoer/getypt.ts';
import { nabij } from '../../domein/invoer/nabij.ts';
import { opsomming } from '../opsomming.ts';
import type { Project } from '../project.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { gebruikVanFormulieren } from './gebruik.ts';
import { sleutelsVan, type Formulierbestand } from './lezen.ts';
import { uitCode, uitDemo } from './lezers/code.ts';
import type { Lezer } from './lezers/lezer.ts';
import { meegegeven, uitModel } from './lezers/modellen.ts';
import { uitSchemas } from './lezers/schema.ts';
import { uitdrukkingen } from './uitdrukkingen.ts';

const { variabelenIn } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as { variabelenIn(tekst: string): { readonly name: string }[] };

/**
 * Een sleutel die ergens wordt gelezen, staat ook in het formulier. Wie een vraag weghaalt of haar sleutel verandert, laat anders de
 * stap, de cijfers of de demo met niets achter, en niemand krijgt een fout.
 */
export const veldVerdwenen: Nakijkregel = {
  naam: 'veld-verdwenen',
  overAlles: true,
  kijk(project) {
    const lezers = [...project.formulieren.flatMap(uitGetypt), ...uitModellen(project), ...uitCode(project.code), ...uitSchemas(), ...uitDemo()];
    return project.formulieren.flatMap((formulier) => {
      const velden = sleutelsVan(formulier);
      const weg = lezers.filter((lezer) => lezer.formulier === formulier.naam && !velden.has(lezer.sleutel));
      return [...new Set(weg.map(({ sleutel }) => sleutel))].map((sleutel) => verdwenen(formulier, sleutel, weg.filter((lezer) => lezer.sleutel === sleutel)));
    });
  },
};

function verdwenen(formulier: Formulierbestand, sleutel: string, lezers: readonly Lezer[]): Omschrijving {
  const anders = nabij(sleutel, sleutelsVan(formulier));
  const raad = anders === undefined ? '' : ` Heet het nu ${anders}?`;
  return {
    bestand: formulier.pad, plaats: `veld ${sleutel}`,
    tekst: `Dit veld is er niet, en het wordt gelezen door ${opsomming(lezers.map(({ wie }) => wie))}.${raad} Zet de vraag of haar sleutel (Key) terug, of pas aan wat haar leest`,
    verklaart: { namen: [sleutel, ...(anders === undefined ? [] : [anders])], bestanden: [formulier.pad, ...lezers.flatMap(({ bestand }) => bestand ?? [])] },
  };
}

/** Bij een getypte datum of getal hoort de waarde die ervan wordt gemaakt; die komt in het logboek en bij wat erna komt. */
const uitGetypt = (formulier: Formulierbestand): Lezer[] => [...sleutelsVan(formulier)].filter((sleutel) => sleutel.endsWith(GETYPT))
  .map((sleutel) => ({ formulier: formulier.naam, sleutel: waardeVeld(sleutel), wie: `het logboek, als de waarde van ${sleutel}` }));

/** Wat de modellen uit een formulier lezen, en wat zij meegeven en het formulier niet toont. */
function uitModellen(project: Project): Lezer[] {
  return [...gebruikVanFormulieren(project)].flatMap(([naam, plekken]) => {
    const formulier = project.formulieren.find((f) => f.naam === naam);
    const getoond = new Set(formulier ? uitdrukkingen(formulier).flatMap(({ feel }) => variabelenIn(`=${feel}`)).map((v) => v.name) : []);
    return plekken.flatMap((plek) => [...uitModel(plek, naam), ...meegegeven(plek, naam).filter(({ sleutel }) => !getoond.has(sleutel))]);
  });
}
