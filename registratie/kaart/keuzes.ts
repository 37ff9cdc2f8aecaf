import { sql } from 'kysely';
import type { Connection } from '../register.ts';

/** Waaruit een filter te kiezen is: alleen wat voorkomt. */
export interface Keuzes {
  readonly schooljaren: readonly string[];
  readonly gemeenten: readonly string[];
  readonly besturen: readonly string[];
  readonly scholen: readonly { brin: string; naam: string }[];
  readonly groepen: readonly number[];
  readonly redenen: readonly string[];
  readonly versies: Readonly<Record<string, readonly number[]>>;
}

export async function leesKeuzes(db: Connection): Promise<Keuzes> {
  const waarden = await sql<{ soort: string; waarde: string }>`
    select distinct d.soort, d.waarde from casus_feit f cross join lateral (values ('bestuur', f.schoolbestuur), ('gemeente', f.gemeente), ('groep', f.groep::text), ('reden', f.reden)) as d(soort, waarde)
    union select distinct 'schooljaar', schooljaar from kind_som where soort = 'maand' order by 1, 2`.execute(db);
  const van = (soort: string): string[] => waarden.rows.filter((rij) => rij.soort === soort).map((rij) => rij.waarde);
  const scholen = await db.selectFrom('school').select(['brin', 'naam']).where('brin', 'in', ({ selectFrom }) => selectFrom('casusFeit').select('brin')).orderBy('naam').orderBy('brin').execute();
  const versies: Record<string, number[]> = {};
  for (const { proces, versie } of await db.selectFrom('procesDefinitie').select(['proces', 'versie']).distinct().orderBy('proces').orderBy('versie').execute()) (versies[proces] ??= []).push(versie);
  return { schooljaren: van('schooljaar'), gemeenten: van('gemeente'), besturen: van('bestuur'), groepen: van('groep').map(Number), redenen: van('reden'), scholen, versies };
}
