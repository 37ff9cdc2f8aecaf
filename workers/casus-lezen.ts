import { z } from 'zod';
import { laatsteAntwoorden } from '../domein/casus/laatste-antwoorden.ts';
import { leesStand } from '../domein/casus/stand.ts';
import { toonVerzuim } from '../domein/duo/dagen-tonen.ts';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import { leesEerderGezegd } from '../domein/logboek/eerder-gezegd.ts';
import { BIJ_SCHOOL_VAN_TOEN, metSchoolVanToen, rollenVanNu } from '../domein/taken/school-van-toen.ts';
import { leesSignalen } from '../domein/verzuim/signalen.ts';
import { makeFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const perRol = z.record(z.string(), z.string()).nullish();
type Rollen = z.output<typeof perRol>;
const periode = z.object({ van: z.iso.date().nullish(), tot: z.iso.date().nullish() }).nullish();

/** Staat het kind intussen op een andere school, dan blijft dit proces bij de school en de mensen van toen. */
function alsToen(stand: Record<string, unknown>, { groepen, personen }: { groepen: Rollen; personen: Rollen }): Record<string, unknown> {
  const nu = stand.groepen as Record<string, string> | undefined;
  if (!nu || !groepen || groepen.ibEr === undefined || groepen.ibEr === nu.ibEr) return stand;
  const { school: _school, ...rest } = stand;
  return { ...rest, groepen: metSchoolVanToen(nu, groepen), personen: metSchoolVanToen(stand.personen as Record<string, string>, personen) };
}

/**
 * Haalt de stand van de casus op, als stap of als listener op het begin van een taak. Als listener blijven de waarden in de
 * taak: het formulier toont het laatste verzuim, en de taak komt bij wie nu de rol heeft. De kop `laatste` noemt formulieren
 * waarvan de stap ook de laatste antwoorden wil (`laatste.monitoringWeek`). Een taak met `toon`, een lijst van formulieren, krijgt
 * in `eerder` wat daarin in deze casus het laatst is geantwoord, in woorden; een taak met `metSignalen` krijgt wat het verzuim zegt, en een
 * taak met `metVerzuim`, een periode, het verzuim per dag dat nog niet gemeld is.
 */
export function makeCasusLezen(deps: Pick<WorkerDependencies, 'register' | 'engine' | 'klok' | 'gebruikers'>, lees: Formulierlezer = makeFormulierlezer()): Worker {
  return defineWorker(deps, {
    type: 'casus-lezen',
    input: z.object({ casusId: z.guid(), rol: z.string().nullish(), toon: z.array(z.string()).nullish(), metSignalen: z.boolean().nullish(), metVerzuim: periode, gronden: z.array(z.string()).nullish(), rollen: z.unknown().optional(), groepen: perRol, personen: perRol }),
    headers: z.object({ laatste: z.string().optional() }),
    async handle({ casusId, rol, toon, metSignalen, metVerzuim, gronden, rollen, groepen, personen }, { laatste }, job) {
      const gelezen = await leesStand(deps, casusId, rol);
      const stand = BIJ_SCHOOL_VAN_TOEN.includes(job.bpmnProcessId) ? alsToen(gelezen, { groepen, personen }) : gelezen;
      const nieuweRollen = rollenVanNu(rollen, groepen, stand.groepen as Record<string, string> | undefined);
      return {
        ...stand,
        ...(nieuweRollen === undefined ? {} : { rollen: nieuweRollen }),
        ...(laatste ? { laatste: await laatsteAntwoorden(deps.register, lees, casusId, laatste.split(',').map((f) => f.trim())) } : {}),
        ...(metSignalen ? { verzuimSignalen: await leesSignalen(deps.engine, stand) } : {}),
        ...(metVerzuim?.van && metVerzuim.tot ? await toonVerzuim(deps.register.db, { casusId, gronden: gronden ?? [], van: metVerzuim.van, tot: metVerzuim.tot }, schoolkalenders()((stand.school as { brin?: string } | undefined)?.brin)) : {}),
        ...(toon ? { eerder: await leesEerderGezegd(deps.register.db, lees, casusId, toon) } : {}),
      };
    },
  });
}
