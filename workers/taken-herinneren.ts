import { z } from 'zod';
import type { OpenTask, TaskReads } from '../engine/reads/reads.ts';
export type { OpenTask, TaskReads };
import { isHerinnerd, merkHerinnerd } from '../registratie/taak-herinnering.ts';
import { leesCasus, leesContacten } from '../registratie/casus-lezen.ts';
import type { NieuwBericht } from '../registratie/outbox-toevoegen.ts';
import { rolVanGroep } from '../domein/casus/rollen.ts';
import { momentTekst, vandaag } from '../domein/kalender/datum.ts';
import { makeKalenders } from '../domein/kalender/schoolkalender.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Herinnert één keer aan elke taak waarvan de uiterste datum voorbij is (N-29, CA-19), aan de persoon die haar heeft of
 * anders aan de rol. Op een dag zonder school gaat er niets uit; de volgende schooldag haalt dat in.
 */
export function makeTakenHerinneren(
  { register, engine, klok, takenlijst, takenLezen }: WorkerDependencies & { takenLezen: TaskReads },
  options: MeldingOpties = defaultMailOptions(takenlijst),
  kalenders = makeKalenders(),
): Worker<unknown> {
  return {
    type: 'taken-herinneren',
    fetch: [],
    input: z.unknown(),
    headers: z.unknown(),
    lockMs: 300_000,
    async handle() {
      const nu = klok.nu();
      const teLaat = (await takenLezen.openTasks()).filter((taak) => taak.casusId && taak.uiterlijk && new Date(taak.uiterlijk) < nu);
      for (const taak of teLaat) await herinner(taak, nu);
    },
  };

  async function herinner(taak: OpenTask, nu: Date): Promise<void> {
    const al = await isHerinnerd(register.db, taak.elementInstanceKey);
    const casus = al || !z.guid().safeParse(taak.casusId).success ? undefined : await leesCasus(register.db, taak.casusId ?? '');
    if (!casus || !kalenders(casus.brin).isSchooldag(vandaag(klok))) return;
    const aan = await persoon(taak, casus.casusId);
    const rollen = aan ? [undefined] : [...new Set(taak.groepen.map((g) => rolVanGroep(g) ?? g))];
    const uiterlijkTekst = momentTekst(taak.uiterlijk ?? '');
    const berichten: NieuwBericht[] = [];
    for (const rol of rollen) {
      berichten.push(
        ...(await makeBerichten(register, engine, options, casus, {
          melding: 'N-29', gebeurtenis: taak.elementInstanceKey, op: nu, link: `${options.takenlijst}/${taak.key}`,
          gegevens: { rol: rol ?? '', taak: taak.name, uiterlijkTekst, stap: taak.elementId.replaceAll('_', '-') }, ...(aan ? { aan: [aan] } : {}),
        })),
      );
    }
    await register.transaction(async (tx) => {
      if (await merkHerinnerd(tx, taak.elementInstanceKey, casus.casusId, nu)) await zetKlaar(tx, berichten);
    });
  }

  /** Wie de taak op naam heeft, als het register zijn adres kent. */
  async function persoon(taak: OpenTask, casusId: string): Promise<{ rol: string; adres: string } | undefined> {
    if (!taak.assignee) return undefined;
    const contact = (await leesContacten(register.db, casusId)).find((c) => c.userId === taak.assignee);
    return contact?.email ? { rol: contact.rol, adres: contact.email } : undefined;
  }
}
