import { z } from 'zod';
import type { Beslissen } from '../../beslissen.ts';
import { ContractError } from '../../errors.ts';
import { plusDagen, plusMaanden, type Datum } from '../../kalender/datum.ts';

const rij = z.object({ doelVanaf: z.number().nullish(), doelTot: z.number().nullish(), norm: z.number().nullish(), eenheid: z.string().nullish() });

/** Het doel en de norm van een cijfer, uit de beslistabel `kpi-normen` van de proceseigenaar. */
export interface Kpinorm {
  readonly doelVanaf: number | null;
  readonly doelTot: number | null;
  readonly norm: number | null;
  readonly eenheid: string | null;
}

/** @throws ContractError als de tabel iets geeft dat geen doel of norm is */
export async function haalKpinorm(beslissen: Beslissen, kpi: string): Promise<Kpinorm> {
  const uitkomst = rij.safeParse(await beslissen.beslis('kpi-normen', { kpi }));
  if (!uitkomst.success) throw new ContractError(`De regel voor ${kpi} in bpmn/kpi-normen.dmn klopt niet: vul getallen in bij doel en norm, of laat ze leeg.`);
  const { doelVanaf = null, doelTot = null, norm = null, eenheid = null } = uitkomst.data;
  return { doelVanaf, doelTot, norm, eenheid };
}

/** De dag zo lang na deze dag als de norm zegt. @throws ContractError als de norm er niet is of geen tijd in dagen of maanden */
export function plusNorm(dag: Datum, { norm, eenheid }: Kpinorm, kpi: string, teken: 1 | -1 = 1): Datum {
  if (norm !== null && eenheid === 'kalendermaanden') return plusMaanden(dag, teken * norm);
  if (norm !== null && eenheid === 'kalenderdagen') return plusDagen(dag, teken * norm);
  throw new ContractError(`Vul in bpmn/kpi-normen.dmn bij ${kpi} een norm in met de eenheid kalendermaanden of kalenderdagen.`);
}
