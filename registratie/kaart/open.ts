import { sql } from 'kysely';
import type { Connection } from '../register.ts';
import type { Datum } from '../schema.ts';

/** Een bezoek dat nu openstaat, met wat een filter van de casus moet weten. */
export interface OpenBezoek {
  readonly casusId: string;
  readonly proces: string;
  readonly element: string;
  readonly versie: number;
  /** Leeg zonder route. */
  readonly route: string;
  /** De dag (Nederlandse tijd) waarop het begon. */
  readonly dag: Datum;
  readonly uiterlijk: Date | null;
  /** De call activities erboven als `proces:element`, buitenste eerst. */
  readonly pad: readonly string[];
  readonly school: string;
  readonly bestuur: string;
  readonly gemeente: string;
  readonly groep: number;
  readonly reden: string;
}

/** Alles wat nu openstaat, in alle processen; een casus waarvan de feiten nog niet bekend zijn komt een volgende keer. */
export async function leesOpen(db: Connection): Promise<OpenBezoek[]> {
  const { rows } = await sql<OpenBezoek>`
    select b.casus_id, b.proces, b.element, b.versie, coalesce(b.route, '') as route, (b.begonnen at time zone 'Europe/Amsterdam')::date as dag, b.uiterlijk, coalesce(i.pad, '{}') as pad,
      f.brin as school, f.schoolbestuur as bestuur, f.gemeente, f.groep, f.reden
    from elementbezoek b join casus_feit f using (casus_id) left join proces_instantie i on i.sleutel = b.instantie
    where b.toestand = 'open' order by b.casus_id, b.sleutel`.execute(db);
  return rows;
}
