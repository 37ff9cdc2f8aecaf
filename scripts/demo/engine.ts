import { Enginebeeld } from '../../engine/records/engine-view.ts';
import { openTaken } from '../../engine/records/open-tasks.ts';
import { startRecordontvanger } from '../../engine/records/record-receiver.ts';
import { wachtOpRust } from '../../engine/records/quiescence.ts';
import type { Engine } from '../../engine/engine.ts';
import { maakGebruikerstaken } from '../../engine/user-tasks.ts';
import type { TakenLezen } from '../../engine/reads/reads.ts';
import type { Rest } from '../../engine/rest.ts';
import { VerzetbareKlok } from '../../engine/movable-clock.ts';
import { systeemklok } from '../../domein/klok.ts';
import type { Register } from '../../registratie/register.ts';
import type { Bediening } from './controls.ts';
import { leesStappen } from './models.ts';

/** De ogen en de klok van de demo: leest mee met de engine en verzet haar tijd. */
export interface Demoengine {
  readonly beeld: Enginebeeld;
  readonly klok: VerzetbareKlok;
  readonly recordsUrl: string;
  /** Wat de werkers als open taken zien zolang er gespeeld wordt; Tasklist leest pas bij als de klok weer gewoon loopt. */
  readonly taken: TakenLezen;
  bediening(delen: { engine: Engine; register: Register }): Bediening;
  stop(): Promise<void>;
}

/** Zet de ontvanger van de records klaar, vóór de engine start. */
export async function maakDemoengine(rest: Rest): Promise<Demoengine> {
  const beeld = new Enginebeeld();
  const klok = new VerzetbareKlok(rest, systeemklok);
  const ontvanger = await startRecordontvanger((record) => { beeld.verwerk(record); });
  const stappen = leesStappen();
  const gebruikerstaken = maakGebruikerstaken(rest);
  return {
    beeld, klok, recordsUrl: ontvanger.url,
    taken: { openTaken: () => Promise.resolve(openTaken(beeld, (id) => stappen.get(id)?.naam ?? id)) },
    bediening: ({ engine, register }) => {
      const publiceer: Bediening['publiceer'] = (naam, casusId, inhoud, berichtId) => engine.publiceer({ naam, correlatie: casusId, berichtId, ttlMs: 3_600_000, inhoud });
      return {
        beeld, register, publiceer,
        nu: () => klok.nu(),
        zetKlok: (moment) => klok.pin(moment),
        rust: () => wachtOpRust({ beeld, klok, budgetMs: 120_000, publiceer: (merk) => engine.publiceer({ naam: merk, correlatie: merk, berichtId: merk, ttlMs: 0, inhoud: {} }) }),
        start: (proces, variabelen) => engine.start(proces, variabelen),
        voltooi: (taak, variabelen) => gebruikerstaken.voltooi(taak, variabelen),
      };
    },
    stop: () => ontvanger.stop(),
  };
}
