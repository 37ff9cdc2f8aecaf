import type { Proef } from './proef.ts';

/** Wat het register van een casus weet, voor de controles in de scenario's. */
export async function registerVan(proef: Proef, casusId: string) {
  const db = proef.register.db;
  return {
    thuiszitter: await db.selectFrom('thuiszittersregistratie').selectAll().where('casusId', '=', casusId).execute(),
    duo: await db.selectFrom('duo').selectAll().where('casusId', '=', casusId).orderBy('gemeldOp').execute(),
    inspectie: await db.selectFrom('inspectie').selectAll().where('casusId', '=', casusId).execute(),
    lvs: await db.selectFrom('lvs').selectAll().where('casusId', '=', casusId).execute(),
    logboek: await db.selectFrom('logboekRegel').selectAll().where('casusId', '=', casusId).orderBy('volgnummer').execute(),
    post: await db.selectFrom('uitgaand').selectAll().where('casusId', '=', casusId).orderBy('aangemaaktOp').execute(),
  };
}

const HERINNERING = ['N-29', 'N-29b', 'N-11c'];

/** Welke meldingen er uitgingen, elk één keer genoemd, gesorteerd op nummer. Herinneringen doen niet mee: die hangen af van wanneer een scenario een taak doet. */
export async function meldingenVan(proef: Proef, casusId: string): Promise<string[]> {
  const { post } = await registerVan(proef, casusId);
  return [...new Set(post.map((m) => m.melding))].filter((m) => !HERINNERING.includes(m)).sort();
}
