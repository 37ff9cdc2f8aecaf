import { sql } from 'kysely';
import type { Connection, Tx } from '../register.ts';

/** Wat van een casus in een filter past, zoals het register het nu weet. */
export interface Casusfeit {
  readonly casusId: string;
  readonly brin: string;
  readonly schoolbestuur: string;
  readonly gemeente: string;
  readonly reden: string;
  readonly groep: number;
  readonly groepSchooljaar: string | null;
  readonly geopendOp: Date;
}

/**
 * Casussen waarvan de sommen niet kloppen: er zijn geëindigde bezoeken die nog niet meetellen, of er is een andere school, een
 * ander bestuur, een andere gemeente of reden dan waarmee zij geteld zijn. Een casus zonder feiten hoort er ook bij.
 */
export async function leesOngeteldeCasussen(db: Connection, hoogstens: number): Promise<Casusfeit[]> {
  const { rows } = await sql<Casusfeit>`
    with te_doen as (
      select distinct casus_id from elementbezoek where not geteld and geeindigd is not null and casus_id is not null
      union
      select c.casus_id from casus c join leerling l using (leerling_id) join school s on s.brin = c.brin left join casus_feit f on f.casus_id = c.casus_id
        where f.casus_id is null or (f.brin, f.schoolbestuur, f.gemeente, f.reden) is distinct from (c.brin, s.schoolbestuur, l.woongemeente, coalesce(c.reden, 'lopend'))
      limit ${hoogstens}
    )
    select c.casus_id, c.brin, s.schoolbestuur, l.woongemeente as gemeente, coalesce(c.reden, 'lopend') as reden, l.groep, l.groep_schooljaar, c.geopend_op
    from te_doen join casus c using (casus_id) join leerling l using (leerling_id) join school s on s.brin = c.brin`.execute(db);
  return rows;
}

export async function bewaarCasusfeiten(tx: Tx, feiten: readonly { casusId: string; brin: string; schoolbestuur: string; gemeente: string; reden: string; groep: number }[]): Promise<void> {
  if (feiten.length === 0) return;
  await tx.insertInto('casusFeit').values(feiten.map(({ casusId, brin, schoolbestuur, gemeente, reden, groep }) => ({ casusId, brin, schoolbestuur, gemeente, reden, groep })))
    .onConflict((conflict) => conflict.column('casusId').doUpdateSet(({ ref }) => ({
      brin: ref('excluded.brin'), schoolbestuur: ref('excluded.schoolbestuur'), gemeente: ref('excluded.gemeente'), reden: ref('excluded.reden'), groep: ref('excluded.groep'),
    }))).execute();
}
