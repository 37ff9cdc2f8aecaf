import { sql, type Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Schema } from './schema.ts';

export interface NieuwContact {
  rol: string;
  userId: string | null;
  naam: string | null;
  email: string | null;
}

/**
 * Maakt iemand de vaste persoon in een rol (spec deel 3 §2.2.3: één tegelijk). Wie het was, blijft als verleden bewaard;
 * dezelfde gegevens nog eens veranderen niets.
 */
export async function vervangContact(tx: Transaction<Schema>, casusId: string, contact: NieuwContact, op: Date): Promise<void> {
  const huidig = await tx
    .selectFrom('contact')
    .select(['contactId', 'userId', 'naam', 'email'])
    .where('casusId', '=', casusId)
    .where('rol', '=', contact.rol)
    .where('tot', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (huidig && huidig.userId === contact.userId && huidig.naam === contact.naam && huidig.email === contact.email) return;
  if (huidig) {
    // Nooit vóór het begin: in een proef kan de klok zijn teruggezet.
    await tx
      .updateTable('contact')
      .set({ tot: sql<Date>`greatest(sinds, ${op}::timestamptz)` })
      .where('contactId', '=', huidig.contactId)
      .execute();
  }
  await tx.insertInto('contact').values({ contactId: randomUUID(), casusId, ...contact, sinds: op }).execute();
  await zetInThuiszittersregistratie(tx, casusId, contact);
}

/** De rij voor de kwartaalcijfers noemt de twee regisseurs; die volgt het contact, als ze er al is. */
async function zetInThuiszittersregistratie(tx: Transaction<Schema>, casusId: string, { rol, naam, userId }: NieuwContact): Promise<void> {
  const wie = naam ?? userId;
  const column = { 'regisseur-swv': 'regisseurSwv', 'regisseur-schoolbestuur': 'regisseurSchoolbestuur', 'contactpersoon-swv': 'contactpersoonSwv' }[rol];
  if (!column || !wie) return;
  await tx.updateTable('thuiszittersregistratie').set({ [column]: wie }).where('casusId', '=', casusId).execute();
}
