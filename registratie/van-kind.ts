import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Verzuim hoort bij het kind en niet bij de casus (issue: na een terugval telt wat er eerder was): de voorwaarde dat een rij
 * bij een casus van hetzelfde kind hoort.
 */
export function vanKind(kolom: 'verzuimRegel.casusId' | 'teLaat.casusId' | 'duo.casusId' | 'openGrond.casusId' | 'vrijstelling.casusId', casusId: string): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'verzuimRegel' | 'teLaat' | 'duo' | 'openGrond' | 'vrijstelling'>();
  const kind = eb.selectFrom('casus as zelf').select('zelf.leerlingId').where('zelf.casusId', '=', casusId);
  return eb(kolom, 'in', eb.selectFrom('casus as eigen').select('eigen.casusId').where('eigen.leerlingId', '=', kind));
}
