import { eenmalig, type Bevinding } from './bevinding.ts';
import type { Eigenaarsbestand } from './bestanden.ts';
import { kijkModellenNa } from './modellen/modellen.ts';
import { kijkIn } from './modellen/plugin.ts';
import { leesProject, type Project } from './project.ts';
import type { Nakijkregel, Omschrijving } from './regel.ts';
import { REGELS } from './regels.ts';

/** Alle bestanden voor de regels; een bestand dat niet te lezen is bestaat wel en is leeg. */
const voorRegels = ({ paden, teksten }: Project): Map<string, string> => new Map(paden.map((pad) => [pad, teksten.get(pad) ?? '']));

/**
 * Kijkt alles na wat de proceseigenaar beheert: modellen, beslistabellen, formulieren, mailteksten, schoolkalender en adressen.
 * `npm run lint`, `npm run uitrollen` en `npm start` gebruiken dit alle drie.
 * @param modellen alleen deze modellen door de linter; een model is het meeste werk
 * @returns alle opmerkingen in één keer, elke één keer, in het Nederlands; leeg als alles klopt
 */
export async function kijkNa(bestanden: readonly Eigenaarsbestand[], modellen?: (pad: string) => boolean): Promise<Bevinding[]> {
  const { project, bevindingen } = await leesProject(bestanden);
  return kijkIn(voorRegels(project), async () => {
    const gevonden: Gevonden[] = [...bevindingen, ...(await kijkModellenNa(project, modellen))];
    // Zolang een bestand niet te lezen is, ontbreekt alles wat daarin staat: dat zou tientallen opmerkingen geven die niet waar zijn.
    for (const regel of REGELS.filter(({ overAlles }) => project.volledig || !overAlles)) gevonden.push(...(await kijk(regel, project)));
    return eenmalig(zonderGevolgen(gevonden));
  });
}

type Gevonden = Bevinding & Pick<Omschrijving, 'verklaart' | 'daarna'>;

/** Eén vergissing, één opmerking: is een veld weg, dan hoeft niet ook elke stap te zeggen dat zij het mist. */
function zonderGevolgen(gevonden: readonly Gevonden[]): Bevinding[] {
  const oorzaken = [...gevonden.entries()].filter(([, { verklaart }]) => verklaart);
  // Van twee oorzaken telt wat eerder in de lijst met regels staat.
  const isGevolg = (b: Gevonden, n: number): boolean => oorzaken.some(([plek, { regel, verklaart }]) => regel !== b.regel && (plek < n || !b.verklaart) && verklaart!.bestanden.includes(b.bestand)
    && verklaart!.namen.some((naam) => noemt(b, naam)));
  const isVroeg = (b: Gevonden): boolean => b.daarna === true && gevonden.some((ander) => !ander.daarna && ander.bestand === b.bestand);
  return gevonden.filter((b, n) => !isVroeg(b) && !isGevolg(b, n)).map(({ verklaart: _namen, daarna: _daarna, ...b }) => b);
}

/** Noemt de opmerking deze naam of waarde? Zij komt uit een bestand van de eigenaar, en daar kan elk teken in staan. */
const noemt = ({ plaats, tekst }: Bevinding, naam: string): boolean =>
  new RegExp(`(?<!\\w)${naam.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`).test(`${plaats} ${tekst}`);

/** Een regel die zelf struikelt houdt de andere niet tegen, en laat ook niets ongezien door. */
async function kijk(regel: Nakijkregel, project: Project): Promise<Gevonden[]> {
  try {
    return (await regel.kijk(project)).map((gevonden) => ({ regel: regel.naam, ...gevonden }));
  } catch (error) {
    return [{ bestand: 'nakijken', plaats: regel.naam, tekst: `Deze regel liep zelf vast (${(error as Error).message}). Kijk of de laatste wijziging compleet is; geef het anders door aan de beheerder`, regel: regel.naam }];
  }
}
