import type { Datum } from '../kalender/datum.ts';
import { vakOp } from '../thuis/tijdlijn.ts';
import { openOp } from './casusverloop.ts';
import type { Kind } from './kinderen.ts';

/** Hoe het met een kind op één dag staat. */
export interface Kindstand {
  /** De casus die op die dag open was. */
  readonly open: boolean;
  /**
   * Thuiszitter, of dreigend: leerplichtig en niet vrijgesteld, met een casus die loopt en (nog) geen thuiszitter; anders geen van
   * beide (errata §3; routeboek r. 30–33, 51–52, 315–319).
   */
  readonly status: 'thuiszitter' | 'dreigend' | null;
  /** De eerste dag van de periode thuis die loopt; leeg als het kind naar school gaat, vrijgesteld is of niet leerplichtig. */
  readonly thuisSinds: Datum | null;
  /** Staat het kind (of stond het in deze periode) op geen enkele school? */
  readonly zonderSchool: boolean;
  readonly langerDanDrieMaanden: boolean;
}

export function standOp({ tijdlijn, casussen }: Pick<Kind, 'tijdlijn' | 'casussen'>, dag: Datum): Kindstand {
  const oordeel = vakOp(tijdlijn, dag)?.oordeel;
  const open = casussen.some(({ verloop }) => openOp(verloop, dag));
  const telt = oordeel !== undefined && oordeel.leerplichtig && oordeel.vrijgesteldTot === null;
  return {
    open, status: oordeel?.thuiszitter ? 'thuiszitter' : telt && open ? 'dreigend' : null,
    thuisSinds: telt ? (oordeel.periode?.eersteDag ?? null) : null,
    zonderSchool: telt && oordeel.zonderSchool, langerDanDrieMaanden: oordeel?.langerDanDrieMaanden ?? false,
  };
}
