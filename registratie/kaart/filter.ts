import { sql, type RawBuilder } from 'kysely';

/**
 * Welke bezoeken een kaart toont. Een tijdvak gaat over wanneer een bezoek eindigde. Hooguit één kenmerk tegelijk, en met een
 * kenmerk of een route altijd één schooljaar (beheer/kaartfilter.ts houdt dat): anders is een kind te herleiden.
 */
export interface Kaartfilter {
  readonly schooljaar?: string | undefined;
  /** Eerste en laatste maand van een tijdvak, als `jjjj-mm`. */
  readonly van?: string | undefined;
  readonly tot?: string | undefined;
  readonly gemeente?: string | undefined;
  readonly bestuur?: string | undefined;
  readonly school?: string | undefined;
  readonly groep?: number | undefined;
  readonly reden?: string | undefined;
  readonly route?: string | undefined;
  readonly versie?: number | undefined;
}

/** Waarop een kaart te beperken is, één tegelijk. */
export const KENMERKEN = ['gemeente', 'bestuur', 'school', 'groep', 'reden', 'versie'] as const;
export type Kenmerk = (typeof KENMERKEN)[number];

/** Het kenmerk van een filter met zijn waarde, of niets. */
export function kenmerkVan(f: Kaartfilter): { soort: Kenmerk; waarde: string } | undefined {
  const soort = KENMERKEN.find((k) => f[k] !== undefined);
  return soort && { soort, waarde: String(f[soort]) };
}

/** De voorwaarden op een tabel van sommen van één proces. Zonder kenmerk zijn de sommen per maand, en samen zijn die alles. */
export function voorwaardenSom(proces: string, f: Kaartfilter, kenmerk = kenmerkVan(f)): RawBuilder<unknown> {
  return sql.join([
    kenmerk ? sql`soort = ${kenmerk.soort} and waarde = ${kenmerk.waarde}` : sql`soort = 'maand'`,
    sql`proces = ${proces}`,
    ...(f.schooljaar === undefined ? [] : [sql`schooljaar = ${f.schooljaar}`]),
    ...(f.van === undefined ? [] : [sql`waarde >= ${f.van}`]),
    ...(f.tot === undefined ? [] : [sql`waarde <= ${f.tot}`]),
    ...(f.route === undefined ? [] : [sql`route = ${f.route}`]),
  ], sql` and `);
}
