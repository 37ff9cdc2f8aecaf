import { sql } from 'kysely';
import type { Pad } from '../../domein/kaart/kaart.ts';
import { KENMERKEN, type Kaartfilter, type Kenmerk } from '../../registratie/kaart/filter.ts';
import type { Register } from '../../registratie/register.ts';
import type { Onbekende, Regel, Vraagstuk } from './aanval.ts';

/** Zoals `/api/kaart` het geeft, voor zover een aanvaller het gebruikt. */
export interface Cijfers {
  readonly kinderenNu: number | string | null;
  readonly elementen: readonly {
    readonly id: string;
    readonly nu: { readonly kinderen: number | string | null; readonly overTermijn: number | string | null; readonly aandeelOverTermijn: number | null };
    readonly geeindigd: { readonly kinderen: number | string | null; readonly metTermijn: number | string | null; readonly teLaat: number | string | null };
  }[];
  /** Een aanvaller die alleen de vergelijkpagina heeft, heeft deze niet. */
  readonly paden: readonly Pad[];
}
export interface Antwoord { readonly proces: string; readonly filter: Kaartfilter; readonly body: Cijfers }

interface Bezoek extends Record<Kenmerk, string> {
  readonly kind: string; readonly proces: string; readonly element: string; readonly route: string; readonly eind: Date | null; readonly uiterlijk: Date | null; readonly maand: string | null; readonly jaar: string | null;
}
const FAMILIES: readonly (readonly Kenmerk[])[] = [['school', 'bestuur', 'gemeente'], ['groep'], ['reden'], ['versie']];

/** Alle bezoeken zoals zij in het register staan, met hun casus. */
export async function leesBezoeken({ db }: Register): Promise<Bezoek[]> {
  const { rows } = await sql<Bezoek>`
    select b.casus_id::text as kind, b.proces, b.element, coalesce(b.route, '') as route, b.versie::text as versie, b.geeindigd as eind, b.uiterlijk, to_char(b.geeindigd at time zone 'Europe/Amsterdam', 'YYYY-MM') as maand,
      extract(year from (b.geeindigd at time zone 'Europe/Amsterdam') - interval '7 months')::int || '-' || extract(year from (b.geeindigd at time zone 'Europe/Amsterdam') + interval '5 months')::int as jaar,
      c.brin as school, s.schoolbestuur as bestuur, l.woongemeente as gemeente, f.groep::text as groep, coalesce(c.reden, 'lopend') as reden
    from elementbezoek b join casus c using (casus_id) join school s on s.brin = c.brin join leerling l using (leerling_id) join casus_feit f using (casus_id)
    order by b.geeindigd, b.sleutel`.execute(db);
  return rows;
}

class Puzzel {
  readonly onbekenden: { naam: string; aantal: number; soort: string }[] = [];
  readonly gelijk: Regel[] = [];
  readonly doelen: { naam: string; regel: Regel }[] = [];
  readonly getoond: Regel[] = [];
  readonly klein: Regel[] = [];
  readonly #nummers = new Map<string, number>();
  tel(soort: string, naam: string): number {
    const sleutel = `${soort} ${naam}`;
    const nummer = this.#nummers.get(sleutel) ?? this.onbekenden.push({ naam, aantal: 0, soort }) - 1;
    this.#nummers.set(sleutel, nummer);
    this.onbekenden[nummer]!.aantal += 1;
    return nummer;
  }
  /** Wie in de ene soort meetelt, telt ook in de andere mee. */
  koppel(links: ReadonlySet<number>, rechts: ReadonlySet<number>): void {
    this.gelijk.push(new Map([...[...links].map((k) => [k, 1] as const), ...[...rechts].map((k) => [k, -1] as const)]));
  }
  waarde = (regel: Regel): number => [...regel.keys()].reduce((som, k) => som + this.onbekenden[k]!.aantal, 0);
  /** Een cel waarvan wel of geen getal is te zien. @param alleenKlein doet alsof alleen kleine getallen worden weggelaten */
  cel(naam: string, regel: Regel, gezien: number | string | null, alleenKlein: boolean): void {
    const waar = this.waarde(regel);
    if (typeof gezien === 'number' && gezien !== waar) throw new Error(`${naam}: er staat ${gezien}, het is ${waar}`);
    if (alleenKlein ? waar >= 5 : typeof gezien === 'number') this.getoond.push(regel);
    else this.doelen.push({ naam, regel });
    if (gezien === '<5') this.klein.push(regel);
  }
  vraagstuk(): Vraagstuk {
    return { onbekenden: this.onbekenden as readonly Onbekende[], gelijk: this.gelijk, getoond: this.getoond, klein: this.klein, doelen: [...this.doelen, ...this.onbekenden.map(({ naam }, k) => ({ naam, regel: new Map([[k, 1]]) }))] };
  }
}

const kenmerkIn = (f: Kaartfilter): Kenmerk | undefined => KENMERKEN.find((k) => f[k] !== undefined);
const naamVan = (f: Kaartfilter): string => JSON.stringify(f);
function verzamel<T>(rijen: Iterable<T>, sleutel: (rij: T) => string): Map<string, T[]> {
  const uit = new Map<string, T[]>();
  for (const rij of rijen) (uit.get(sleutel(rij)) ?? uit.set(sleutel(rij), []).get(sleutel(rij))!).push(rij);
  return uit;
}

/**
 * Alles wat er over geëindigde bezoeken aan één element te zien is, als stelsel: per maand, en per kenmerk in een schooljaar, met route
 * en klasse (te laat, op tijd, zonder termijn).
 */
export function eindPuzzel(bezoeken: readonly Bezoek[], proces: string, element: string, antwoorden: readonly Antwoord[], alleenKlein = false): Vraagstuk {
  const puzzel = new Puzzel();
  const geeindigd = bezoeken.filter((b) => b.proces === proces && b.element === element && b.eind !== null);
  const kinderen = [...verzamel(geeindigd, (b) => `${b.kind} ${b.jaar!}`).values()].map((alle) => {
    const klasse = alle.some((b) => b.uiterlijk !== null && b.eind! > b.uiterlijk) ? 'te laat' : alle.some((b) => b.uiterlijk !== null) ? 'op tijd' : 'zonder termijn';
    const b = alle[0]!;
    const tijd = puzzel.tel('tijd', `${b.maand!} ${b.route} ${klasse}`);
    return { b, klasse, tijd, families: FAMILIES.map((f) => puzzel.tel(f[0]!, `${b.jaar!} ${f.map((k) => b[k]).join('/')} ${b.route} ${klasse}`)) };
  });
  for (const samen of verzamel(kinderen, ({ b, klasse }) => `${b.jaar!} ${b.route} ${klasse}`).values()) {
    for (const i of FAMILIES.keys()) puzzel.koppel(new Set(samen.map((k) => k.tijd)), new Set(samen.map((k) => k.families[i]!)));
  }
  for (const { filter: f, body } of antwoorden.filter((a) => a.proces === proces)) {
    const cijfers = body.elementen.find((e) => e.id === element)?.geeindigd;
    const kenmerk = kenmerkIn(f);
    const i = FAMILIES.findIndex((familie) => kenmerk !== undefined && familie.includes(kenmerk));
    const past = kinderen.filter(({ b }) => (f.schooljaar === undefined || b.jaar === f.schooljaar) && (f.van === undefined || b.maand! >= f.van) && (f.tot === undefined || b.maand! <= f.tot)
      && (f.route === undefined || b.route === f.route) && (kenmerk === undefined || b[kenmerk] === String(f[kenmerk])));
    const regel = (...klassen: string[]): Regel => new Map(past.filter((k) => klassen.includes(k.klasse)).map((k) => [i < 0 ? k.tijd : k.families[i]!, 1]));
    const zie = (wat: string, gezien: number | string | null | undefined, ...klassen: string[]): void => puzzel.cel(`${proces} ${element} ${naamVan(f)} ${wat}`, regel(...klassen), gezien ?? null, alleenKlein);
    zie('kinderen', cijfers?.kinderen, 'te laat', 'op tijd', 'zonder termijn');
    zie('met termijn', cijfers?.metTermijn, 'te laat', 'op tijd');
    zie('te laat', cijfers?.teLaat, 'te laat');
    puzzel.doelen.push({ naam: `${proces} ${element} ${naamVan(f)} op tijd`, regel: regel('op tijd') }, { naam: `${proces} ${element} ${naamVan(f)} zonder termijn`, regel: regel('zonder termijn') });
  }
  return puzzel.vraagstuk();
}

/** Hoeveel kinderen er met een filter aan een plek (`proces|element`) waren; elk kind per schooljaar bij zijn eerste bezoek. */
export function kinderenPer(bezoeken: readonly Bezoek[]): (f: Kaartfilter) => (plek: string) => number {
  const eerste = [...verzamel(bezoeken.filter((b) => b.eind !== null), (b) => `${b.proces}|${b.element} ${b.kind} ${b.jaar!}`).values()].map((alle) => alle[0]!);
  return (f) => {
    const kenmerk = kenmerkIn(f);
    const per = verzamel(eerste.filter((b) => (f.schooljaar === undefined || b.jaar === f.schooljaar) && (f.van === undefined || b.maand! >= f.van) && (f.tot === undefined || b.maand! <= f.tot)
      && (f.route === undefined || b.route === f.route) && (kenmerk === undefined || b[kenmerk] === String(f[kenmerk]))), (b) => `${b.proces}|${b.element}`);
    return (plek) => per.get(plek)?.length ?? 0;
  };
}

/** Alles wat er over nu te zien is, over alle processen, als stelsel: kinderen die op precies dezelfde plekken zijn zijn één onbekende. */
export function nuPuzzel(bezoeken: readonly Bezoek[], nu: Date, antwoorden: readonly Antwoord[], alleenKlein = false): Vraagstuk {
  const puzzel = new Puzzel();
  const toestand = (b: Bezoek): string => (b.uiterlijk === null ? 'zonder termijn' : b.uiterlijk < nu ? 'erover' : 'op tijd');
  const kinderen = [...verzamel(bezoeken.filter((b) => b.eind === null), (b) => b.kind).values()].map((alle) => {
    const plekken = (metVersie: boolean): string => [...new Set(alle.map((b) => `${b.proces}/${b.element}/${b.route}/${toestand(b)}${metVersie ? `/${b.versie}` : ''}`))].sort().join(' & ');
    return { alle, tijd: puzzel.tel('nu', plekken(false)), families: FAMILIES.map((f) => puzzel.tel(f[0]!, `${f[0] === 'versie' ? '' : f.map((k) => alle[0]![k]).join('/')} ${plekken(f[0] === 'versie')}`)) };
  });
  for (const samen of verzamel(kinderen, (k) => String(k.tijd)).values()) for (const i of FAMILIES.keys()) puzzel.koppel(new Set([samen[0]!.tijd]), new Set(samen.map((k) => k.families[i]!)));
  for (const { proces, filter: f, body } of antwoorden.filter((a) => a.filter.van === undefined && a.filter.tot === undefined)) {
    const kenmerk = kenmerkIn(f);
    const i = FAMILIES.findIndex((familie) => kenmerk !== undefined && familie.includes(kenmerk));
    const regel = (past: (b: Bezoek, alle: readonly Bezoek[]) => boolean): Regel => new Map(kinderen.filter(({ alle }) => alle.some((b) => b.proces === proces && (f.route === undefined || b.route === f.route) && (kenmerk === undefined || b[kenmerk] === String(f[kenmerk])) && past(b, alle)))
      .map((k) => [i < 0 ? k.tijd : k.families[i]!, 1]));
    puzzel.cel(`nu in ${proces} ${naamVan(f)}`, regel(() => true), body.kinderenNu, alleenKlein);
    for (const { id, nu: cijfers } of body.elementen) {
      const naam = `nu ${proces} ${id} ${naamVan(f)}`;
      const over = regel((b) => b.element === id && toestand(b) === 'erover');
      const met = regel((b) => b.element === id && b.uiterlijk !== null);
      puzzel.cel(naam, regel((b) => b.element === id), cijfers.kinderen, alleenKlein);
      puzzel.cel(`${naam} erover`, over, cijfers.overTermijn, alleenKlein);
      // Uit een aantal en een aandeel volgt het geheel.
      puzzel.cel(`${naam} met termijn`, met, cijfers.aandeelOverTermijn ? puzzel.waarde(met) : null, alleenKlein);
    }
  }
  return puzzel.vraagstuk();
}
