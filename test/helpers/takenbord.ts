import type { Takenbord } from '../../domein/taken/rechtzetten.ts';

type Taak = Awaited<ReturnType<Takenbord['openTasks']>>[number];

/** Een takenlijst in het geheugen, die onthoudt wat eraan veranderd is. */
export function fakeTakenbord(taken: Taak[] = []): Takenbord & { readonly taken: Taak[] } {
  const verander = (key: string, anders: Partial<Taak>): void => {
    const nummer = taken.findIndex((taak) => taak.key === key);
    if (nummer < 0) throw Object.assign(new Error('weg'), { status: 404 });
    taken[nummer] = { ...(taken[nummer] as Taak), ...anders };
  };
  return {
    taken,
    openTasks: async () => [...taken],
    assign: async (key, user) => verander(key, { assignee: user }),
    unassign: async (key) => verander(key, { assignee: null }),
    changeGroups: async (key, groepen) => verander(key, { groepen }),
    changePriority: async (key, prioriteit) => verander(key, { prioriteit }),
  };
}
