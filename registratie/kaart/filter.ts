import { sql, type RawBuilder } from 'kysely';
import type { Datum } from '../schema.ts';

/** Welke bezoeken een kaart toont. Een tijdvak gaat over wanneer een bezoek eindigde. */
export interface Kaartfilter {
  readonly schooljaar?: string | undefined;
  readonly van?: Datum | undefined;
  readonly tot?: Datum | undefined;
  readonly gemeente?: string | undefined;
  readonly bestuur?: string | undefined;
  readonly school?: string | undefined;
  readonly groep?: number | undefined;
  readonly reden?: string | undefined;
  readonly route?: string | undefined;
  readonly versie?: number | undefined;
}

/** De voorwaarden aan het kind, als paren van soort som en waarde. */
export function kenmerken(f: Kaartfilter): { soort: string; waarde: string }[] {
  const alle = { school: f.school, bestuur: f.bestuur, gemeente: f.gemeente, groep: f.groep?.toString(), reden: f.reden };
  return Object.entries(alle).flatMap(([soort, waarde]) => (waarde === undefined ? [] : [{ soort, waarde }]));
}

/** Is er een som voor? Die is er per één kenmerk en per schooljaar; een ander tijdvak, een versie of twee kenmerken gaan langs de bezoeken zelf. */
export const heeftSom = (f: Kaartfilter): boolean => kenmerken(f).length <= 1 && f.van === undefined && f.tot === undefined && f.versie === undefined;

/** De feiten van de casus naast `elementbezoek b`, als `f`; alleen als er een voorwaarde aan het kind is. */
export const metCasusfeit = (f: Kaartfilter): RawBuilder<unknown> => (kenmerken(f).length > 0 ? sql`join casus_feit f on f.casus_id = b.casus_id` : sql``);

/** De voorwaarden op een tabel van sommen van één proces; alleen voor een filter waar een som voor is. */
export function voorwaardenSom(proces: string, f: Kaartfilter): RawBuilder<unknown> {
  const { soort, waarde } = kenmerken(f)[0] ?? { soort: 'alles', waarde: '' };
  return sql.join([
    sql`soort = ${soort} and waarde = ${waarde} and proces = ${proces}`,
    ...(f.schooljaar === undefined ? [] : [sql`schooljaar = ${f.schooljaar}`]),
    ...(f.route === undefined ? [] : [sql`route = ${f.route}`]),
  ], sql` and `);
}

/** De voorwaarden op `elementbezoek b` en `casus_feit f`; het tijdvak hoort er niet bij. @param proces zonder: elk proces */
export function voorwaarden(proces: string | undefined, f: Kaartfilter): RawBuilder<unknown> {
  const delen = [
    proces === undefined ? sql`true` : sql`b.proces = ${proces}`,
    ...(f.school === undefined ? [] : [sql`f.brin = ${f.school}`]),
    ...(f.bestuur === undefined ? [] : [sql`f.schoolbestuur = ${f.bestuur}`]),
    ...(f.gemeente === undefined ? [] : [sql`f.gemeente = ${f.gemeente}`]),
    ...(f.groep === undefined ? [] : [sql`f.groep = ${f.groep}`]),
    ...(f.reden === undefined ? [] : [sql`f.reden = ${f.reden}`]),
    ...(f.route === undefined ? [] : [sql`b.route = ${f.route}`]),
    ...(f.versie === undefined ? [] : [sql`b.versie = ${f.versie}`]),
  ];
  return sql.join(delen, sql` and `);
}

/** Het tijdvak van geëindigde bezoeken. */
export function tijdvak(f: Kaartfilter): RawBuilder<unknown> {
  return sql.join([
    sql`b.toestand in ('klaar', 'afgebroken')`,
    ...(f.schooljaar === undefined ? [] : [sql`b.schooljaar = ${f.schooljaar}`]),
    ...(f.van === undefined ? [] : [sql`b.eind_dag >= ${f.van}::date`]),
    ...(f.tot === undefined ? [] : [sql`b.eind_dag <= ${f.tot}::date`]),
  ], sql` and `);
}
