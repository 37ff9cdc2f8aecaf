import type { Connection } from './register.ts';
import type { Schema } from './schema.ts';

/** Hoeveel er in het register staat. */
export async function telRegister(db: Connection) {
  const tel = async (tabel: keyof Schema): Promise<number> => {
    const { n } = await db.selectFrom(tabel).select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow();
    return Number(n);
  };
  const afgesloten = await db.selectFrom('casus').select(({ fn }) => fn.countAll().as('n')).where('status', '=', 'afgesloten').executeTakeFirstOrThrow();
  const duoMeldingen = await db.selectFrom('duo').select(({ fn }) => fn.countAll().as('n')).where('soort', '=', 'MELDING').executeTakeFirstOrThrow();
  return {
    casussen: await tel('casus'),
    afgesloten: Number(afgesloten.n),
    thuiszitters: await tel('thuiszittersregistratie'),
    logboekregels: await tel('logboekRegel'),
    verzuimstanden: await tel('verzuimstand'),
    duoMeldingen: Number(duoMeldingen.n),
    mails: await tel('uitgaand'),
  };
}
