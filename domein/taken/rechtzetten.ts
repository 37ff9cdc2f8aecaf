import { z } from 'zod';
import { leesTaakpersonen } from '../../registratie/taakpersonen-lezen.ts';
import type { Register } from '../../registratie/register.ts';
import { modelstappen } from '../stappen/modelstappen.ts';
import { bepaalOverdracht, type Taakhouder } from './overdracht.ts';
import { isBijSchoolVanToen } from './school-van-toen.ts';

/** De open taken, en wat er aan een taak te veranderen is. De engine past hierop. */
export interface Takenbord {
  openTasks(): Promise<readonly (Taakhouder & { readonly key: string; readonly elementId: string; readonly casusId: string | null; readonly prioriteit?: number | null })[]>;
  assign(key: string, user: string, takeOver?: boolean): Promise<void>;
  unassign(key: string): Promise<void>;
  changeGroups(key: string, groepen: readonly string[]): Promise<void>;
  changePriority(key: string, prioriteit: number): Promise<void>;
}

type Taak = Awaited<ReturnType<Takenbord['openTasks']>>[number];

/**
 * Zet de open taken van een casus bij wie er nu over gaat. Nog eens doen kan geen kwaad: wat al klopt blijft staan. De
 * takenlijst loopt soms een paar tellen achter; de dagelijkse ronde doet het daarom nog eens (`zetAlleTakenRecht`).
 * @returns hoeveel taken er veranderden
 */
export async function zetTakenRecht(register: Register, bord: Takenbord, casusId: string): Promise<number> {
  return zetRecht(register, bord, casusId, (await bord.openTasks()).filter((taak) => taak.casusId === casusId));
}

/** Hetzelfde voor elke casus met een open taak. */
export async function zetAlleTakenRecht(register: Register, bord: Takenbord): Promise<void> {
  const open = await bord.openTasks();
  for (const casusId of new Set(open.map((taak) => taak.casusId))) {
    if (z.guid().safeParse(casusId).success) await zetRecht(register, bord, casusId as string, open.filter((taak) => taak.casusId === casusId));
  }
}

async function zetRecht(register: Register, bord: Takenbord, casusId: string, taken: readonly Taak[]): Promise<number> {
  const casus = await leesTaakpersonen(register.db, casusId);
  if (!casus) return 0;
  let aantal = 0;
  for (const taak of taken) {
    const { groepen: rolsleutels = [] } = await modelstappen(undefined, taak.elementId);
    const overdracht = bepaalOverdracht({ ...taak, rolsleutels, bijSchoolVanToen: await isBijSchoolVanToen(modelstappen, taak.elementId) }, casus);
    if (!overdracht) continue;
    const { groepen, assignee } = overdracht;
    const gedaan = await tenzijVoorbij(async () => {
      if (groepen) await bord.changeGroups(taak.key, groepen);
      if (assignee === null) await bord.unassign(taak.key);
      else if (assignee !== undefined) await bord.assign(taak.key, assignee, true);
    });
    if (gedaan) aantal += 1;
  }
  return aantal;
}

/** Een taak die intussen gedaan of vervallen is (404) hoeft niet meer over te gaan. */
export async function tenzijVoorbij(doe: () => Promise<void>): Promise<boolean> {
  try {
    await doe();
    return true;
  } catch (error) {
    if ((error as { status?: unknown }).status === 404) return false;
    throw error;
  }
}
