import type { Verbinding } from './register.ts';
import type { UitgaandStatus } from './schema.ts';

export interface UitgaandBericht {
  id: number;
  melding: string;
  aanRol: string;
  adres: string | null;
  onderwerp: string;
  tekst: string;
  status: UitgaandStatus;
  laatsteFout: string | null;
  aangemaaktOp: Date;
  verzondenOp: Date | null;
}

/** De post voor de pagina /post: de nieuwste eerst. */
export function leesUitgaand(db: Verbinding, keuze: { status?: UitgaandStatus | undefined; aantal: number }): Promise<UitgaandBericht[]> {
  return db
    .selectFrom('uitgaand')
    .select(['id', 'melding', 'aanRol', 'adres', 'onderwerp', 'tekst', 'status', 'laatsteFout', 'aangemaaktOp', 'verzondenOp'])
    .$if(keuze.status !== undefined, (q) => q.where('status', '=', keuze.status as UitgaandStatus))
    .orderBy('id', 'desc')
    .limit(keuze.aantal)
    .execute() as Promise<UitgaandBericht[]>;
}

/** Hoeveel berichten er per status zijn. */
export async function telUitgaand(db: Verbinding): Promise<Record<UitgaandStatus, number>> {
  const rijen = await db.selectFrom('uitgaand').select(['status', ({ fn }) => fn.countAll<number>().as('aantal')]).groupBy('status').execute();
  const uit: Record<UitgaandStatus, number> = { wacht: 0, verzonden: 0, dood: 0 };
  for (const rij of rijen) uit[rij.status as UitgaandStatus] = Number(rij.aantal);
  return uit;
}
