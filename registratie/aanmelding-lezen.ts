import type { Connection } from './register.ts';

/** De gegevens van een aanmelding die buiten Tasklist binnenkwam; zo komen de namen nooit in de engine. */
export async function leesAanmelding(db: Connection, aanmeldingId: string): Promise<Record<string, unknown> | undefined> {
  const isUuid = /^[0-9a-f-]{36}$/i.test(aanmeldingId);
  if (!isUuid) return undefined;
  return (await db.selectFrom('aanmelding').select('gegevens').where('aanmeldingId', '=', aanmeldingId).executeTakeFirst())?.gegevens;
}
