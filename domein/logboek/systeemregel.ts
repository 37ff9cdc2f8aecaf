import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import type { Tx } from '../../registratie/register.ts';
import { leesRoute } from '../../registratie/route-lezen.ts';
import { stapVanElement, type Plaats } from '../stappen/stap-van-element.ts';

/** De stap die de regel veroorzaakt. */
export interface Aanleiding extends Plaats {
  readonly type: string;
  readonly elementInstanceKey: string;
}

/** Wat een systeemregel in het logboek vertelt: codes, datums en aantallen, nooit vrije tekst. */
export interface Systeemregel {
  casusId: string;
  op: Date;
  actie: string;
  uitkomst: string;
  velden?: Record<string, unknown>;
}

/**
 * Schrijft de logboekregel die bij elke handeling van het systeem hoort (R-LOG-1): register, DUO, inspectie en bericht.
 * Een herhaalde opdracht geeft geen tweede regel.
 */
export async function schrijfSysteemregel(tx: Tx, aanleiding: Aanleiding, regel: Systeemregel): Promise<void> {
  await voegLogboekToe(tx, {
    casusId: regel.casusId,
    tijdstip: regel.op,
    stap: await stapVanElement(aanleiding, await leesRoute(tx, regel.casusId)),
    actie: regel.actie,
    actor: 'systeem',
    rol: 'systeem',
    uitkomst: regel.uitkomst,
    velden: regel.velden ?? {},
    sleutel: `${aanleiding.type}:${aanleiding.elementInstanceKey}`,
  });
}
