import type { Connection } from './register.ts';

const NOOIT = new Date('9999-12-31T00:00:00Z');

/** Houdt alle wachtende mails vast: zij blijven te lezen, en gaan nooit uit. */
export async function houdPostVast(db: Connection): Promise<void> {
  await db.updateTable('uitgaand').set({ volgendePoging: NOOIT }).where('status', '=', 'wacht').execute();
}
