import type { Transaction } from 'kysely';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import type { Schema } from '../../registratie/schema.ts';
import type { Opdracht } from '../../workers/runtime/worker.ts';

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
export async function schrijfSysteemregel(tx: Transaction<Schema>, opdracht: Opdracht, regel: Systeemregel): Promise<void> {
  await voegLogboekToe(tx, {
    casusId: regel.casusId,
    tijdstip: regel.op,
    stap: opdracht.elementId.replaceAll('_', '-'),
    actie: regel.actie,
    actor: 'systeem',
    rol: 'systeem',
    uitkomst: regel.uitkomst,
    velden: regel.velden ?? {},
    sleutel: `${opdracht.type}:${opdracht.elementInstanceKey}`,
  });
}
