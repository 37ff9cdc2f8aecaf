import { z } from 'zod';
import { leesCasus, leesContacten } from '../../registratie/casus-lezen.ts';
import type { NieuwBericht } from '../../registratie/outbox-toevoegen.ts';
import type { Register } from '../../registratie/register.ts';
import { isHerinnerd, merkHerinnerd } from '../../registratie/taak-herinnering.ts';
import { rolVanGroep } from '../casus/rollen.ts';
import type { Dependencies } from '../dependencies.ts';
import { momentTekst, vandaag } from '../kalender/datum.ts';
import type { makeKalenders } from '../kalender/schoolkalender.ts';
import { stapVanElement } from '../stappen/stap-van-element.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from './klaarzetten.ts';

/** Wat van een open taak nodig is; de taken van de engine passen hierop. */
export interface OpenTaak {
  readonly key: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly casusId: string | null;
  readonly uiterlijk: string | null;
  readonly assignee: string | null;
  readonly groepen: readonly string[];
}

export interface Herinnerdeps extends Dependencies {
  readonly options: MeldingOpties;
  readonly kalenders: ReturnType<typeof makeKalenders>;
}

/** De taken van een casus waarvan de uiterste datum voorbij is. */
export const teLaat = <T extends OpenTaak>(taken: readonly T[], nu: Date): T[] =>
  taken.filter((taak) => taak.casusId && taak.uiterlijk && new Date(taak.uiterlijk) < nu);

/**
 * Herinnert één keer aan een taak (N-29, CA-19), aan de persoon die haar heeft of anders aan de rol. Op een dag zonder school
 * gaat er niets uit; de volgende schooldag haalt dat in.
 */
export async function herinner(deps: Herinnerdeps, taak: OpenTaak): Promise<void> {
  const { register, engine, klok, kalenders, options } = deps;
  const nu = klok.nu();
  const al = await isHerinnerd(register.db, taak.elementInstanceKey);
  const casus = al || !z.guid().safeParse(taak.casusId).success ? undefined : await leesCasus(register.db, taak.casusId ?? '');
  if (!casus || !kalenders(casus.brin).isSchooldag(vandaag(klok))) return;
  const aan = await persoon(register, taak, casus.casusId);
  const rollen = aan ? [undefined] : [...new Set(taak.groepen.map((g) => rolVanGroep(g) ?? g))];
  const uiterlijkTekst = momentTekst(taak.uiterlijk ?? '');
  const berichten: NieuwBericht[] = [];
  for (const rol of rollen) {
    berichten.push(
      ...(await makeBerichten(register, engine, options, casus, {
        melding: 'N-29', gebeurtenis: taak.elementInstanceKey, op: nu, link: `${options.takenlijst}/${taak.key}`,
        gegevens: { rol: rol ?? '', taak: taak.name, uiterlijkTekst, stap: await stapVanElement(taak, casus.route) }, ...(aan ? { aan: [aan] } : {}),
      })),
    );
  }
  await register.transaction(async (tx) => {
    if (await merkHerinnerd(tx, taak.elementInstanceKey, casus.casusId, nu)) await zetKlaar(tx, berichten);
  });
}

/** Wie de taak op naam heeft, als het register zijn adres kent. */
async function persoon(register: Register, taak: OpenTaak, casusId: string): Promise<{ rol: string; adres: string } | undefined> {
  if (!taak.assignee) return undefined;
  const contact = (await leesContacten(register.db, casusId)).find((c) => c.userId === taak.assignee);
  return contact?.email ? { rol: contact.rol, adres: contact.email } : undefined;
}
