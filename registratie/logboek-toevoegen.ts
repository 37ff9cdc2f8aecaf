import type { Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import { CasusOnbekend } from './errors.ts';
import { toJson, type Datum, type Schema } from './schema.ts';

export interface NieuweLogboekRegel {
  casusId: string;
  tijdstip: Date;
  /** Staps-id met streepjes: KT-01a. */
  stap: string;
  /** Het formulier van de taak; zonder bij een handeling van het systeem. */
  formulier?: string | null;
  /** Wat er gebeurde: de naam van de taak of van de handeling. */
  actie: string;
  /** Een user id of "systeem". */
  actor: string;
  /** Groep zonder achtervoegsel ("ib-er"); "systeem" voor alles wat de software zelf doet. */
  rol: string;
  uitkomst: string;
  velden?: Record<string, unknown>;
  urenBesteed?: number | null;
  vervolgactie?: string | null;
  vervolgdatum?: Datum | null;
  /** Dezelfde sleutel nog eens: er komt geen tweede regel. */
  sleutel: string;
}

/**
 * Voegt één regel toe aan het logboek van een casus (R-LOG-1). De casusrij wordt vergrendeld voordat het volgnummer
 * wordt genomen, zodat twee regels tegelijk geen gat en geen dubbel nummer geven. Regels van vóór het openen van het
 * logboek zijn voorgeschiedenis (R-LOG-2); ze worden zichtbaar zodra `casus.logboek_gestart_op` gevuld is.
 * @returns of de regel nieuw is, en zijn volgnummer
 */
export async function voegLogboekToe(tx: Transaction<Schema>, regel: NieuweLogboekRegel): Promise<{ nieuw: boolean; volgnummer: number }> {
  const casus = await tx
    .selectFrom('casus')
    .select(['logboekTeller', 'logboekGestartOp'])
    .where('casusId', '=', regel.casusId)
    .forUpdate()
    .executeTakeFirst();
  if (!casus) throw new CasusOnbekend(regel.casusId);

  const bestaand = await tx.selectFrom('logboekRegel').select('volgnummer').where('sleutel', '=', regel.sleutel).executeTakeFirst();
  if (bestaand) return { nieuw: false, volgnummer: bestaand.volgnummer };

  const volgnummer = casus.logboekTeller + 1;
  await tx
    .insertInto('logboekRegel')
    .values({
      regelId: randomUUID(),
      casusId: regel.casusId,
      volgnummer,
      tijdstip: regel.tijdstip,
      stap: regel.stap,
      formulier: regel.formulier ?? null,
      actie: regel.actie,
      actor: regel.actor,
      rol: regel.rol,
      uitkomst: regel.uitkomst,
      velden: toJson(regel.velden ?? {}),
      urenBesteed: regel.urenBesteed ?? null,
      vervolgactie: regel.vervolgactie ?? null,
      vervolgdatum: regel.vervolgdatum ?? null,
      voorgeschiedenis: casus.logboekGestartOp === null,
      sleutel: regel.sleutel,
    })
    .execute();
  await tx.updateTable('casus').set({ logboekTeller: volgnummer }).where('casusId', '=', regel.casusId).execute();
  return { nieuw: true, volgnummer };
}
