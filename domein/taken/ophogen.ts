import { z } from 'zod';
import { leesCasus } from '../../registratie/casus-lezen.ts';
import { onthoudend } from '../beslissen.ts';
import { leesStand } from '../casus/stand.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Gebruikers } from '../gebruikers.ts';
import { modelstappen, type Modelstappen } from '../stappen/modelstappen.ts';
import { perKind } from '../thuis/per-kind.ts';
import { bepaalPrioriteit, klokVoorPrioriteit } from './prioriteit.ts';
import { tenzijVoorbij, type Takenbord } from './rechtzetten.ts';

export interface Ophoogdeps extends Dependencies {
  readonly gebruikers: Gebruikers;
  readonly stappen?: Modelstappen;
}

/**
 * Maakt open taken dringender als de klok van het kind een grens passeerde, volgens dezelfde beslistabel `taakprioriteit` als bij
 * het ontstaan van de taak (errata §3; routeboek r. 1137–1138, 1247–1249). Alleen omhoog: een taak die er al ligt wordt nooit
 * minder dringend. Nog eens doen verandert niets; een taak die intussen gedaan is wordt overgeslagen.
 */
export async function hoogPrioriteitenOp(deps: Ophoogdeps, bord: Takenbord): Promise<void> {
  const open = await bord.openTasks();
  const casussen = [...new Set(open.map((taak) => taak.casusId))].filter((id): id is string => z.guid().safeParse(id).success);
  const metGeheugen = { ...deps, engine: onthoudend(deps.engine) };
  await perKind(casussen, (casusId) => hoogOp(metGeheugen, bord, casusId, open.filter((taak) => taak.casusId === casusId)));
}

async function hoogOp(deps: Ophoogdeps, bord: Takenbord, casusId: string, taken: Awaited<ReturnType<Takenbord['openTasks']>>): Promise<void> {
  const { engine, register, stappen = modelstappen } = deps;
  if (!(await leesCasus(register.db, casusId))) return;
  const klok = klokVoorPrioriteit.parse((await leesStand(deps, casusId)).klok);
  for (const { key, elementId, prioriteit = null } of taken) {
    const { formulier } = await stappen(undefined, elementId);
    if (formulier === undefined) continue;
    const nu = await bepaalPrioriteit(engine, formulier, klok);
    if (nu > (prioriteit ?? -1)) await tenzijVoorbij(() => bord.changePriority(key, nu));
  }
}
