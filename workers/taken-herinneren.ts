import { z } from 'zod';
import type { OpenTaak, TakenLezen } from '../engine/reads/reads.ts';
export type { OpenTaak, TakenLezen };
import { eenmalig } from '../registratie/once.ts';
import { leesCasus, leesContacten } from '../registratie/casus-lezen.ts';
import type { NieuwUitgaand } from '../registratie/outbox-toevoegen.ts';
import { rolVanGroep } from '../domein/casus/rollen.ts';
import { momentTekst, vandaag } from '../domein/kalender/datum.ts';
import { maakKalenders } from '../domein/kalender/schoolkalender.ts';
import { maakBerichten, zetKlaar, type MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { standaardOpties } from './runtime/mail-options.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';

/**
 * Herinnert één keer aan elke taak waarvan de uiterste datum voorbij is (N-29, CA-19), aan de persoon die haar heeft of
 * anders aan de rol. Op een dag zonder school gaat er niets uit; de volgende schooldag haalt dat in.
 */
export function maakTakenHerinneren(
  { register, engine, klok, takenlijst, takenLezen }: WerkerAfhankelijkheden & { takenLezen: TakenLezen },
  opties: MeldingOpties = standaardOpties(takenlijst),
  kalenders = maakKalenders(),
): Werker<unknown> {
  return {
    type: 'taken-herinneren',
    haalOp: [],
    invoer: z.unknown(),
    koppen: z.unknown(),
    vergrendelingMs: 300_000,
    async voerUit() {
      const nu = klok.nu();
      const teLaat = (await takenLezen.openTaken()).filter((taak) => taak.casusId && taak.uiterlijk && new Date(taak.uiterlijk) < nu);
      for (const taak of teLaat) await herinner(taak, nu);
    },
  };

  async function herinner(taak: OpenTaak, nu: Date): Promise<void> {
    const sleutel = `taken-herinneren:${taak.elementInstanceKey}`;
    const al = await register.db.selectFrom('verwerkt').select('sleutel').where('sleutel', '=', sleutel).executeTakeFirst();
    const casus = al || !z.guid().safeParse(taak.casusId).success ? undefined : await leesCasus(register.db, taak.casusId ?? '');
    if (!casus || !kalenders(casus.brin).isSchooldag(vandaag(klok))) return;
    const aan = await persoon(taak, casus.casusId);
    const rollen = aan ? [undefined] : [...new Set(taak.groepen.map((g) => rolVanGroep(g) ?? g))];
    const uiterlijkTekst = momentTekst(taak.uiterlijk ?? '');
    const berichten: NieuwUitgaand[] = [];
    for (const rol of rollen) {
      berichten.push(
        ...(await maakBerichten(register, engine, opties, casus, {
          melding: 'N-29', gebeurtenis: taak.elementInstanceKey, op: nu, link: `${opties.takenlijst}/${taak.sleutel}`,
          gegevens: { rol: rol ?? '', taak: taak.naam, uiterlijkTekst, stap: taak.elementId.replaceAll('_', '-') }, ...(aan ? { aan: [aan] } : {}),
        })),
      );
    }
    await register.db.transaction().execute((tx) => eenmalig(tx, sleutel, async () => (await zetKlaar(tx, berichten)).length));
  }

  /** Wie de taak op naam heeft, als het register zijn adres kent. */
  async function persoon(taak: OpenTaak, casusId: string): Promise<{ rol: string; adres: string } | undefined> {
    if (!taak.assignee) return undefined;
    const contact = (await leesContacten(register.db, casusId)).find((c) => c.userId === taak.assignee);
    return contact?.email ? { rol: contact.rol, adres: contact.email } : undefined;
  }
}
