import { leesBestanden, type Eigenaarsbestand } from '../../nakijken/bestanden.ts';
import type { Bevinding } from '../../nakijken/bevinding.ts';
import { kijkNa } from '../../nakijken/kijk-na.ts';
import { kijkIn } from '../../nakijken/modellen/plugin.ts';
import { leesProject } from '../../nakijken/project.ts';
import type { Nakijkregel, Omschrijving } from '../../nakijken/regel.ts';

const alsBestanden = (bestanden: Record<string, string>): Eigenaarsbestand[] => Object.entries(bestanden).map(([pad, tekst]) => ({ pad, inhoud: Buffer.from(tekst) }));
const vanEigenaar = (pad: string): boolean => /^(bpmn|forms|koppelingen\/mail\/meldingen)\//.test(pad);

/** Wat één regel van een klein project vindt: bestanden van de proceseigenaar, en zo nodig programmatuur eromheen. */
export async function vindt(regel: Nakijkregel, bestanden: Record<string, string>): Promise<readonly Omschrijving[]> {
  const eigen = Object.fromEntries(Object.entries(bestanden).filter(([pad]) => vanEigenaar(pad)));
  const code = Object.entries(bestanden).filter(([pad]) => !vanEigenaar(pad)).map(([pad, tekst]) => ({ pad, tekst }));
  const { project, bevindingen } = await leesProject(alsBestanden(eigen), code);
  if (bevindingen.length > 0) throw new Error(JSON.stringify(bevindingen));
  return kijkIn(project.teksten, () => regel.kijk(project));
}

const echt = await leesBestanden();

/** De echte bestanden, met één of meer ervan veranderd zoals een proceseigenaar zich vergist. */
export function metWijziging(wijzigingen: Record<string, (tekst: string) => string | Buffer>): Eigenaarsbestand[] {
  for (const pad of Object.keys(wijzigingen)) if (!echt.some((bestand) => bestand.pad === pad)) throw new Error(`${pad} bestaat niet`);
  return echt.map(({ pad, inhoud }) => {
    const wijzig = wijzigingen[pad];
    if (!wijzig) return { pad, inhoud };
    const nieuw = Buffer.from(wijzig(inhoud.toString()) as string);
    if (nieuw.equals(inhoud)) throw new Error(`De wijziging van ${pad} doet niets`);
    return { pad, inhoud: nieuw };
  });
}

/** Wat er van de echte bestanden met deze vergissing wordt gezegd. Van de modellen gaan alleen de veranderde door de linter: de andere zijn goed (test/lint/schoon). */
export const naVergissing = (wijzigingen: Record<string, (tekst: string) => string | Buffer>): Promise<Bevinding[]> => kijkNa(metWijziging(wijzigingen), (pad) => pad in wijzigingen);
