import type { Connection } from './register.ts';
import type { OutboxStatus } from './schema.ts';

export interface OutboxBericht {
  id: number;
  melding: string;
  aanRol: string;
  adres: string | null;
  onderwerp: string;
  tekst: string;
  status: OutboxStatus;
  laatsteFout: string | null;
  aangemaaktOp: Date;
  verzondenOp: Date | null;
}

/** De post voor de pagina /post: de nieuwste eerst. */
export function leesOutbox(db: Connection, keuze: { status?: OutboxStatus | undefined; aantal: number }): Promise<OutboxBericht[]> {
  return db
    .selectFrom('uitgaand')
    .select(['id', 'melding', 'aanRol', 'adres', 'onderwerp', 'tekst', 'status', 'laatsteFout', 'aangemaaktOp', 'verzondenOp'])
    .$if(keuze.status !== undefined, (q) => q.where('status', '=', keuze.status as OutboxStatus))
    .orderBy('id', 'desc')
    .limit(keuze.aantal)
    .execute() as Promise<OutboxBericht[]>;
}

/** Hoeveel berichten er per status zijn. */
export async function telOutbox(db: Connection): Promise<Record<OutboxStatus, number>> {
  const rijen = await db.selectFrom('uitgaand').select(['status', ({ fn }) => fn.countAll<number>().as('aantal')]).groupBy('status').execute();
  const uit: Record<OutboxStatus, number> = { wacht: 0, verzonden: 0, dood: 0, onzeker: 0 };
  for (const rij of rijen) uit[rij.status as OutboxStatus] = Number(rij.aantal);
  return uit;
}
