import { DateTime } from 'luxon';
import { z } from 'zod';
import { isoMoment, leesMoment, momentTekst, TIJDZONE } from '../domein/kalender/datum.ts';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import { getypteSleutels } from '../domein/invoer/sleutels.ts';
import { voorinvulling } from '../domein/invoer/voorinvullen.ts';
import { eerdereAntwoorden, teruggekomenVelden } from '../domein/logboek/eerdere-antwoorden.ts';
import { makeFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { bepaalPrioriteit, klokVoorPrioriteit } from '../domein/taken/prioriteit.ts';
import { noteerOpenTaak } from '../registratie/open-taak.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { ContractError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { berekenTermijn } from '../domein/termijnen/bereken.ts';
import { modelstappen, type Modelstap, type Modelstappen } from '../domein/stappen/modelstappen.ts';
import { stapVanTaak } from '../domein/stappen/stap-van-element.ts';
import { haalTermijnen, ontbreekt, zoekTermijnen } from '../domein/termijnen/tabel.ts';

const tekst = z.string().nullish();
const input = z.looseObject({
  stap: tekst,
  route: tekst,
  stapVanAanroep: tekst,
  vanaf: tekst,
  nietNa: tekst,
  uiterlijk: tekst,
  escalatieOp: tekst,
  herinneringOp: tekst,
  school: z.object({ brin: tekst }).nullish(),
  klok: klokVoorPrioriteit,
  ...teruggekomenVelden,
});
const VELDEN = Object.keys(input.shape);
const headers = z.object({ stap: z.string().optional() });

/**
 * Zet de termijnen van een stap om in momenten (design §5; routeboek noemt de termijnen per stap).
 * Als listener op een taak of timer geeft hij `uiterlijk`, `uiterlijkTekst`, `escalatieOp` en `herinneringOp`; een waarde
 * die het model al invulde blijft staan (KT-14), en `nietNa` is een dag waar de termijn nooit voorbij gaat. Een taak die is
 * teruggekomen krijgt ook de eerdere antwoorden mee, en elke datum en elk getal dat al bekend is ook als tekst, want zo wordt het getypt.
 * Als servicetaak met `stap` geeft hij ook `berekend` {soort: moment}.
 */
export function makeTermijnBerekenen(
  deps: Pick<WorkerDependencies, 'engine' | 'klok' | 'register'>,
  kalenders = schoolkalenders(),
  lees: Formulierlezer = makeFormulierlezer(),
  stappen: Modelstappen = modelstappen,
): Worker {
  return defineWorker(deps, {
    type: 'termijn-berekenen',
    input,
    // Ook elke datum en elk getal die een taak voor haar formulier meekrijgt.
    fetch: () => [...new Set([...VELDEN, ...getypteSleutels()])],
    headers,
    async handle(gegeven, kop, job) {
      const alsTaak = kop.stap ?? gegeven.stap ?? undefined;
      const vanaf = gegeven.vanaf ? leesMoment(gegeven.vanaf) : DateTime.fromJSDate(deps.klok.nu(), { zone: TIJDZONE });
      if (!vanaf?.isValid) throw new ContractError(`Het veld "vanaf" van element ${job.elementId} is geen datum.`);

      const kalender = kalenders(gegeven.school?.brin);
      const { stap, rijen } = alsTaak === undefined ? await zoekTermijnen(deps.engine, await stappen(job.bpmnProcessId, job.elementId), gegeven.route, job.elementId) : { stap: alsTaak, rijen: await haalTermijnen(deps.engine, alsTaak) };
      const berekend = Object.fromEntries(rijen.map((rij) => [rij.soort, berekenTermijn(rij, vanaf, kalender)]));

      const uiterlijk = gegeven.uiterlijk ? alsMoment(gegeven.uiterlijk, stap) : vroegste(berekend.uiterlijk, gegeven.nietNa, stap);
      const uitkomst = {
        uiterlijk,
        uiterlijkTekst: uiterlijk && momentTekst(uiterlijk),
        escalatieOp: gegeven.escalatieOp ?? berekend.escalatieOp ?? null,
        herinneringOp: gegeven.herinneringOp ?? berekend.herinneringOp ?? null,
      };
      if (alsTaak === undefined) {
        if (uiterlijk === null) return ontbreekt(stap, 'uiterlijk');
        const stapNaam = await stapVanTaak(job, gegeven.route, gegeven.stapVanAanroep, stappen);
        await noteer(deps, { ...gegeven, elementInstanceKey: job.elementInstanceKey, stap: stapNaam, uiterlijk }, await stappen(job.bpmnProcessId, job.elementId));
        const eerder = await eerdereAntwoorden(deps.register, lees, gegeven, stapNaam);
        if (!gegeven.formulier) return { ...eerder, ...uitkomst };
        return { ...eerder, ...voorinvulling(await lees(gegeven.formulier), { ...gegeven, ...eerder }), prioriteit: await bepaalPrioriteit(deps.engine, gegeven.formulier, gegeven.klok), ...uitkomst };
      }
      if (rijen.length === 0) return ontbreekt(stap, 'uiterlijk');
      return { ...zonderLege(uitkomst), berekend };
    },
  });
}

/** Onthoudt dat deze taak openstaat, zodat het opvalt als zij wordt afgebroken. Een timer heeft geen formulier en is geen taak. */
async function noteer(
  { register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>,
  { elementInstanceKey, stap, uiterlijk, casusId, formulier }: { elementInstanceKey: string; stap: string; uiterlijk: string; casusId?: string | null | undefined; formulier?: string | null | undefined },
  { naam, inLogboek }: Modelstap,
): Promise<void> {
  if (!casusId || !formulier || !inLogboek) return;
  await noteerOpenTaak(register.db, { elementInstanceKey, casusId, stap, naam, uiterlijk: new Date(uiterlijk), geopendOp: klok.nu() });
}

/** De berekende termijn, maar nooit na de dag die het model als grens meegeeft: het OT komt vóór het besluit. */
function vroegste(berekend: string | undefined, grens: string | null | undefined, stap: string): string | null {
  if (!berekend || !grens) return berekend ?? null;
  const uiterste = alsMoment(grens, stap);
  return Date.parse(uiterste) < Date.parse(berekend) ? uiterste : berekend;
}

function alsMoment(waarde: string, stap: string): string {
  const gelezen = leesMoment(waarde);
  if (!gelezen) throw new ContractError(`Het veld "uiterlijk" van stap ${stap} is geen datum.`);
  return isoMoment(gelezen);
}

const zonderLege = (velden: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== null));
