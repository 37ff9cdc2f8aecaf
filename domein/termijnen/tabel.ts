import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { ContractError } from '../errors.ts';
import type { Modelstap } from '../stappen/modelstappen.ts';
import { opVolgorde } from '../stappen/stap-van-route.ts';

/** Plek van de tabel, zoals ze in een melding aan de proceseigenaar staat. */
const TABEL = 'bpmn/termijnen.dmn';

const rij = z.object({
  soort: z.string(),
  aantal: z.number(),
  eenheid: z.enum(['kalenderdagen', 'kalenderweken', 'schooldagen', 'schoolweken', 'werkdagen', 'kalendermaanden', 'schooljaren']),
  tijdstip: z.string().regex(/^\d{1,2}:\d{2}$/).nullish(),
  opSchooldag: z.boolean().nullish(),
});

/** Eén regel van de beslistabel `termijnen`. */
export type TermijnRij = z.output<typeof rij>;

/**
 * Haalt de termijnen van een stap uit de beslistabel op de engine; normen staan nergens in de code (design §5).
 * @param stap staps-id met streepjes (`KT-01a`) of een sleutel als `vierweken`
 */
export async function haalTermijnen(beslissen: Beslissen, stap: string): Promise<TermijnRij[]> {
  const uitkomst = z.array(rij).safeParse((await beslissen.beslis('termijnen', { stap })) ?? []);
  if (uitkomst.success) return uitkomst.data;
  const veld = uitkomst.error.issues[0]?.path.at(-1);
  throw new ContractError(`De regel voor ${stap} in ${TABEL} klopt niet: kijk naar de kolom "${String(veld ?? 'soort')}".`);
}

/**
 * De rijen van een element: die van zijn eigenschap `termijn`, anders die van de eerste van zijn stappen die er een heeft. De
 * stap van de eigen route gaat voor, want een gedeelde fase dient van elke route een stap.
 */
export async function zoekTermijnen(beslissen: Beslissen, element: Modelstap, route: string | null | undefined, elementId: string): Promise<{ stap: string; rijen: TermijnRij[] }> {
  const kandidaten = element.termijn === undefined ? opVolgorde(element.stappen, route) : [element.termijn];
  for (const stap of kandidaten) {
    const rijen = await haalTermijnen(beslissen, stap);
    if (rijen.length > 0) return { stap, rijen };
  }
  return { stap: kandidaten[0] ?? elementId.replaceAll('_', '-'), rijen: [] };
}

/** Haalt precies één termijn van een stap. @throws ContractError die zegt welke regel de proceseigenaar moet toevoegen. */
export async function haalTermijn(beslissen: Beslissen, stap: string, soort: string): Promise<TermijnRij> {
  const gevonden = (await haalTermijnen(beslissen, stap)).find((r) => r.soort === soort);
  return gevonden ?? ontbreekt(stap, soort);
}

/** @throws altijd: er hoort een regel in de tabel te staan en die is er niet. */
export function ontbreekt(stap: string, soort: string): never {
  throw new ContractError(
    `Er is geen termijn voor stap ${stap}. Voeg in de beslistabel termijnen (${TABEL}) een regel toe met stap "${stap}" en soort "${soort}".`,
  );
}
