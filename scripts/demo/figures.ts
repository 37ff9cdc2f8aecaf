import type { Register } from '../../registratie/register.ts';

/** Wat er na het spelen in het register staat. */
export async function telRegister({ db }: Register) {
  const tel = async (vraag: { executeTakeFirstOrThrow(): Promise<{ n: number | string | bigint }> }): Promise<number> => Number((await vraag.executeTakeFirstOrThrow()).n);
  return {
    casussen: await tel(db.selectFrom('casus').select(({ fn }) => fn.countAll().as('n'))),
    afgesloten: await tel(db.selectFrom('casus').select(({ fn }) => fn.countAll().as('n')).where('status', '=', 'afgesloten')),
    thuiszitters: await tel(db.selectFrom('thuiszittersregistratie').select(({ fn }) => fn.countAll().as('n'))),
    logboekregels: await tel(db.selectFrom('logboekRegel').select(({ fn }) => fn.countAll().as('n'))),
    verzuimstanden: await tel(db.selectFrom('verzuimstand').select(({ fn }) => fn.countAll().as('n'))),
    duoMeldingen: await tel(db.selectFrom('duo').select(({ fn }) => fn.countAll().as('n')).where('soort', '=', 'MELDING')),
    mails: await tel(db.selectFrom('uitgaand').select(({ fn }) => fn.countAll().as('n'))),
  };
}

/** Mails van de demo gaan nooit uit, ook niet als iemand later met een mailserver verdergaat in dezelfde map. */
export async function holdMails({ db }: Register): Promise<void> {
  await db.updateTable('uitgaand').set({ volgendePoging: new Date('9999-12-31T00:00:00Z') }).where('status', '=', 'wacht').execute();
}
