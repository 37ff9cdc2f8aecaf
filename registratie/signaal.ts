import { randomUUID } from 'node:crypto';
import type { Connection, Tx } from './register.ts';
import { toJson, type Signaalstand } from './schema.ts';

export interface Signaal {
  signaalId: string;
  casusId: string;
  bericht: string;
  inhoud: Record<string, unknown>;
  ontvangenIn: string;
  stand: Signaalstand;
  ontvangenOp: Date;
}
const KOLOMMEN = ['signaalId', 'casusId', 'bericht', 'inhoud', 'ontvangenIn', 'stand', 'ontvangenOp'] as const;

/** Het signaal met deze sleutel, als het al eens binnenkwam. */
export function zoekSignaal(db: Connection, sleutel: string): Promise<Signaal | undefined> {
  return db.selectFrom('signaal').select(KOLOMMEN).where('sleutel', '=', sleutel).executeTakeFirst();
}

/** Bewaart een signaal; met dezelfde sleutel is het hetzelfde signaal en blijft het zoals het was. */
export async function bewaarSignaal(db: Connection, nieuw: { casusId: string; bericht: string; sleutel: string; inhoud: Record<string, unknown>; ontvangenIn: string; op: Date }): Promise<Signaal> {
  const { inhoud, op, ...rest } = nieuw;
  await db
    .insertInto('signaal')
    .values({ ...rest, signaalId: randomUUID(), inhoud: toJson(inhoud), ontvangenOp: op })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .execute();
  return (await zoekSignaal(db, nieuw.sleutel)) as Signaal;
}

/** Het signaal ligt bij de engine. */
export async function merkAangeboden(db: Connection, signaalId: string, op: Date): Promise<void> {
  await db.updateTable('signaal').set({ aangebodenOp: op }).where('signaalId', '=', signaalId).execute();
}

/** De route pakte het signaal op. @returns het signaal, of niets als dat al bekend was */
export function vangSignaal(tx: Tx, signaalId: string, op: Date): Promise<Signaal | undefined> {
  return tx
    .updateTable('signaal')
    .set({ stand: 'GEVANGEN', afgehandeldOp: op })
    .where('signaalId', '=', signaalId)
    .where('stand', '!=', 'GEVANGEN')
    .returning(KOLOMMEN)
    .executeTakeFirst();
}

/** Hoe vaak dit bericht bij deze casus binnenkwam en niet verviel. */
export async function telSignalen(db: Connection, casusId: string, bericht: string): Promise<number> {
  const { n } = await db.selectFrom('signaal').select((eb) => eb.fn.countAll<string>().as('n')).where('casusId', '=', casusId).where('bericht', '=', bericht).where('stand', '!=', 'VERVALLEN').executeTakeFirstOrThrow();
  return Number(n);
}

/** De casus sluit: wat de route niet oppakte, vervalt. @returns die signalen, het oudste eerst */
export async function vervalSignalen(tx: Tx, casusId: string, op: Date): Promise<Signaal[]> {
  const rijen = await tx
    .updateTable('signaal')
    .set({ stand: 'VERVALLEN', afgehandeldOp: op })
    .where('casusId', '=', casusId)
    .where('stand', '=', 'ONTVANGEN')
    .returning(KOLOMMEN)
    .execute();
  return rijen.sort((a, b) => a.ontvangenOp.getTime() - b.ontvangenOp.getTime());
}

/** Signalen van lopende casussen die niemand oppakte en die sinds dit moment niet meer zijn aangeboden. */
export function leesWachtendeSignalen(db: Connection, voor: Date): Promise<Signaal[]> {
  return db
    .selectFrom('signaal as s')
    .innerJoin('casus as c', 'c.casusId', 's.casusId')
    .select(['s.signaalId', 's.casusId', 's.bericht', 's.inhoud', 's.ontvangenIn', 's.stand', 's.ontvangenOp'])
    .where('s.stand', '=', 'ONTVANGEN')
    .where('c.status', '=', 'open')
    .where((eb) => eb.or([eb('s.aangebodenOp', 'is', null), eb('s.aangebodenOp', '<', voor)]))
    .orderBy('s.ontvangenOp')
    .execute();
}

/** Dit bericht heeft zijn zin verloren en komt niet meer langs. */
export async function vervalBericht(tx: Tx, casusId: string, bericht: string, op: Date): Promise<void> {
  await tx.updateTable('signaal').set({ stand: 'VERVALLEN', afgehandeldOp: op }).where('casusId', '=', casusId).where('bericht', '=', bericht).where('stand', '=', 'ONTVANGEN').execute();
}
