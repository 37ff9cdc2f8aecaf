import { biedWachtendeAan, type Publiceren } from './domein/berichten/aanbieden.ts';
import type { Dependencies } from './domein/dependencies.ts';
import { kijkLosgeraakt, type Losbron } from './domein/losgeraakt/nakijken.ts';
import { wisVerlopenSessies } from './registratie/beheer-sessies.ts';
import { defaultMailOptions } from './workers/runtime/mail-options.ts';

export interface RecurringWorkParts extends Dependencies {
  readonly engine: Dependencies['engine'] & Publiceren;
  /** Wat de engine weet over wat liep; zonder (wie alleen de broker start) is er niets te vragen. */
  readonly history: Losbron | undefined;
  /** Waar de ontvanger van een mail zijn taken vindt. */
  readonly takenlijst: string;
}

/** Wat er elke paar minuten terugkomt (housekeeping.ts): wachtende signalen aanbieden, verlopen sessies wissen, en zoeken naar casussen waar niemand meer naar kijkt. */
export function recurringWork({ history, takenlijst, ...deps }: RecurringWorkParts): () => Promise<unknown> {
  const { register, klok } = deps;
  return () => Promise.all([
    biedWachtendeAan(deps), wisVerlopenSessies(register.db, klok.nu()),
    ...(history === undefined ? [] : [kijkLosgeraakt({ ...deps, bron: history, options: defaultMailOptions(takenlijst) })]),
  ]);
}
