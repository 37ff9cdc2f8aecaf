import { sql } from 'kysely';
import type { Connection, Tx } from './register.ts';

/** Het proces dat een casus voert; is dat weg, dan heeft het kind geen taak en geen termijn meer. */
export const CASUSPROCES = 'casus';

export interface Proces {
  readonly instantie: string;
  readonly casusId: string;
  readonly proces: string;
}

/**
 * Lopende casussen waarvan de geschiedenis geen enkele open stap kent. Wat de geschiedenis nog nooit zag telt pas als de casus er
 * al op dit moment was: tot dan kan zij achterlopen.
 */
export async function leesCasussenZonderStap(db: Connection, onbekendVoor: Date): Promise<Proces[]> {
  const { rows } = await sql<Proces>`
    select c.proces_instantie_key as instantie, c.casus_id, ${CASUSPROCES} as proces from casus c
    where c.status = 'open'
      and not exists (select from elementbezoek e where e.casus_id = c.casus_id and e.instantie = c.proces_instantie_key and e.toestand = 'open')
      and (greatest(c.geopend_op, c.heropend_op) < ${onbekendVoor} or exists (select from proces_instantie i where i.sleutel = c.proces_instantie_key))`.execute(db);
  return rows;
}

/** Van deze beëindigde instanties wat zelf was gestart voor een casus, naast haar route; wie door een ander is aangeroepen eindigde met die ander. */
export async function leesLosGestart(db: Connection, sleutels: readonly string[]): Promise<Proces[]> {
  if (sleutels.length === 0) return [];
  const { rows } = await sql<Proces>`
    select i.sleutel as instantie, i.casus_id, i.proces from proces_instantie i
    where i.sleutel = any(${[...sleutels]}) and i.ouder is null and i.casus_id is not null and i.proces <> ${CASUSPROCES}
      and not exists (select from losgeraakt l where l.instantie = i.sleutel and l.vastgesteld_op is not null)`.execute(db);
  return rows;
}

/** Onthoudt wat bij deze keer kijken weg leek, en vergeet wat er toch nog of weer is. */
export async function bewaarVerdacht(tx: Tx, weg: readonly Proces[], op: Date): Promise<void> {
  const sleutels = weg.map((p) => p.instantie);
  await sql`delete from losgeraakt where vastgesteld_op is null and instantie <> all(${sleutels})`.execute(tx);
  if (weg.length === 0) return;
  await tx.insertInto('losgeraakt').values(weg.map((p) => ({ ...p, eerstGezien: op }))).onConflict((conflict) => conflict.column('instantie').doNothing()).execute();
}

/** Wat al op dit moment weg leek en nog niet is vastgesteld. */
export function leesVerdacht(db: Connection, gezienVoor: Date): Promise<Proces[]> {
  return db.selectFrom('losgeraakt').select(['instantie', 'casusId', 'proces']).where('vastgesteldOp', 'is', null).where('eerstGezien', '<=', gezienVoor).orderBy('eerstGezien').execute();
}

/** Stelt vast dat een proces is losgeraakt. @returns of dit de eerste keer was */
export async function stelVast(tx: Tx, proces: Proces, op: Date): Promise<boolean> {
  const rij = await tx
    .insertInto('losgeraakt').values({ ...proces, eerstGezien: op, vastgesteldOp: op })
    .onConflict((conflict) => conflict.column('instantie').doUpdateSet({ vastgesteldOp: op }).where('losgeraakt.vastgesteldOp', 'is', null))
    .returning('instantie').executeTakeFirst();
  return rij !== undefined;
}

/** Een casus die intussen gesloten is, of met een ander proces verdergaat, is niet meer los. */
export async function vinkCasussenAf(tx: Tx, op: Date): Promise<void> {
  await sql`update losgeraakt l set hersteld_op = ${op} from casus c
    where c.casus_id = l.casus_id and l.proces = ${CASUSPROCES} and l.hersteld_op is null and l.vastgesteld_op is not null
      and (c.status <> 'open' or c.proces_instantie_key <> l.instantie)`.execute(tx);
}

/** Een beheerder regelde wat dit losse proces deed. @returns of er iets af te vinken was */
export async function vinkLosProcesAf(db: Connection, instantie: string, op: Date): Promise<boolean> {
  const rij = await db
    .updateTable('losgeraakt').set({ hersteldOp: op })
    .where('instantie', '=', instantie).where('proces', '<>', CASUSPROCES).where('vastgesteldOp', 'is not', null).where('hersteldOp', 'is', null)
    .returning('instantie').executeTakeFirst();
  return rij !== undefined;
}

/** In SQL, over een casus `c`: zij loopt nog, maar haar proces is weg. */
export const LOSGERAAKT = sql<boolean>`exists (select from losgeraakt l where l.instantie = c.proces_instantie_key and l.vastgesteld_op is not null and l.hersteld_op is null and c.status = 'open')`;

/** Is het proces van deze lopende casus weg? Dan kan een nieuwe aanmelding haar weer oppakken. */
export async function isLosgeraakt(db: Connection, casusId: string): Promise<boolean> {
  const rij = await db.selectFrom('casus as c').select('c.casusId').where('c.casusId', '=', casusId).where(LOSGERAAKT).executeTakeFirst();
  return rij !== undefined;
}

export interface Losgeraakt {
  readonly instantie: string;
  readonly proces: string;
  readonly casusnummer: string;
  readonly vastgesteldOp: Date;
}

/** Alles wat los is en waar nog iemand iets aan moet doen, het oudste eerst. */
export async function leesLosgeraakt(db: Connection): Promise<Losgeraakt[]> {
  const rijen = await db
    .selectFrom('losgeraakt as l').innerJoin('casus as c', 'c.casusId', 'l.casusId').select(['l.instantie', 'l.proces', 'c.casusnummer', 'l.vastgesteldOp'])
    .where('l.vastgesteldOp', 'is not', null).where('l.hersteldOp', 'is', null).orderBy('l.vastgesteldOp').execute();
  return rijen.map((rij) => ({ ...rij, vastgesteldOp: rij.vastgesteldOp as Date }));
}
