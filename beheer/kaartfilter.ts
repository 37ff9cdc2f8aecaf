import { z } from 'zod';
import type { Datum } from '../domein/kalender/datum.ts';
import { eersteDagVan, laatsteDagVan } from '../domein/kalender/maand.ts';
import { schooljaarVan } from '../domein/kalender/schoolkalender.ts';
import { ROUTES } from '../domein/routes/index.ts';
import { KENMERKEN, type Kaartfilter } from '../registratie/kaart/filter.ts';

/** Wat er aan een filter niet klopt: het veld en een Nederlandse zin. */
export interface Filterfout {
  readonly veld: string;
  readonly melding: string;
}
export type Filterantwoord = { readonly filter: Kaartfilter; readonly fouten?: undefined } | { readonly filter?: undefined; readonly fouten: readonly Filterfout[] };

const leeg = (waarde: unknown): unknown => (waarde === '' ? undefined : waarde);
const veld = <T extends z.ZodType>(vorm: T) => z.preprocess(leeg, vorm.optional());
const tekst = (wat: string, patroon: RegExp) => z.string({ error: wat }).regex(patroon, { error: wat });
const naam = veld(tekst('wordt één naam van ten hoogste 120 tekens verwacht', /^.{1,120}$/u));
const getal = (max: number, wat: string) => veld(tekst(wat, /^\d{1,7}$/).transform(Number).refine((n) => n >= 1 && n <= max, { error: wat }));

const MAAND = /^20\d{2}-(0[1-9]|1[0-2])$/;
/** Een maand, of een dag die precies een hele maand begint (of eindigt): een tijdvak bestaat uit hele maanden. */
const maand = (wat: string, dag: (maand: string) => Datum) =>
  veld(z.string({ error: wat }).transform((waarde) => (waarde.length === 10 && dag(waarde.slice(0, 7)) === waarde ? waarde.slice(0, 7) : waarde)).refine((waarde) => MAAND.test(waarde), { error: wat }));
const laatsteDag = (m: string): Datum => (MAAND.test(m) ? laatsteDagVan(m) : '');

const vorm = z.strictObject({
  schooljaar: veld(tekst('wordt een schooljaar als 2025-2026 verwacht', /^20\d{2}-20\d{2}$/).refine((jaar) => Number(jaar.slice(5)) === Number(jaar.slice(0, 4)) + 1, { error: 'wordt een schooljaar als 2025-2026 verwacht' })),
  van: maand('wordt een maand als 2025-09 verwacht, of haar eerste dag (2025-09-01), want een tijdvak bestaat uit hele maanden', eersteDagVan),
  tot: maand('wordt een maand als 2025-12 verwacht, of haar laatste dag (2025-12-31), want een tijdvak bestaat uit hele maanden', laatsteDag),
  gemeente: naam, bestuur: naam, reden: naam,
  school: veld(tekst('wordt een brinnummer als 10AB verwacht', /^\d{2}[A-Z]{2}$/)),
  groep: getal(8, 'wordt een groep van 1 tot en met 8 verwacht'),
  route: veld(z.enum(ROUTES.map((r) => r.proces) as [string, ...string[]], { error: `wordt een route verwacht: ${ROUTES.map((r) => r.proces).join(' of ')}` })),
  versie: getal(1_000_000, 'wordt een versienummer verwacht'),
}, { error: (kwestie) => (kwestie.code === 'unrecognized_keys' ? `onbekend filter: ${kwestie.keys.join(', ').slice(0, 80)}` : 'wordt een filter verwacht') });

/**
 * Leest het filter zoals het in het adres staat: voor de pagina, `/api/kaart`, de export en het vergelijken. Wat er niet in hoort
 * wordt geweigerd, want een tikfout zou stil alles tonen; wat samen een kind zou verraden ook (docs/kaart-api.md). Een tijdvak
 * dat precies een schooljaar is wordt dat schooljaar. Bij een kenmerk of route zonder tijd geldt het lopende schooljaar.
 * @param vraag de velden uit het adres, nog ongekeurd
 */
export function leesKaartfilter(vraag: unknown, vandaag: Datum): Filterantwoord {
  const gelezen = vorm.safeParse(vraag);
  if (!gelezen.success) return { fouten: gelezen.error.issues.map(({ path, message }) => fout(path.join('.'), message)) };
  const filter = heelJaar(gelezen.data);
  const fouten = [...foutInTijd(filter), ...foutInKenmerken(filter)];
  if (fouten.length > 0) return { fouten };
  const zonderTijd = filter.schooljaar === undefined && filter.van === undefined && filter.tot === undefined;
  const metSchooljaar = zonderTijd && [...KENMERKEN, 'route' as const].some((k) => filter[k] !== undefined) ? { ...filter, schooljaar: schooljaarVan(vandaag) } : filter;
  return { filter: Object.fromEntries(VELDEN.flatMap((k) => (metSchooljaar[k] === undefined ? [] : [[k, metSchooljaar[k]]]))) };
}

/** Het filter als vraagdeel van een adres, altijd op dezelfde volgorde; leeg als er geen filter is. */
export const kaartadres = (filter: Kaartfilter): string => new URLSearchParams(VELDEN.flatMap((k) => (filter[k] === undefined ? [] : [[k, String(filter[k])]]))).toString();

const VELDEN = ['schooljaar', 'van', 'tot', ...KENMERKEN, 'route'] as const satisfies readonly (keyof Kaartfilter)[];
const fout = (veldnaam: string, zin: string): Filterfout => ({ veld: veldnaam, melding: veldnaam === '' ? `${zin}.` : `Bij ${veldnaam} ${zin}.` });

function heelJaar(f: Kaartfilter): Kaartfilter {
  if (f.schooljaar !== undefined || !f.van?.endsWith('-08') || f.tot !== `${Number(f.van.slice(0, 4)) + 1}-07`) return f;
  const { van, tot, ...rest } = f;
  return { ...rest, schooljaar: `${van!.slice(0, 4)}-${tot!.slice(0, 4)}` };
}

function foutInTijd({ schooljaar, van, tot }: Kaartfilter): Filterfout[] {
  if (schooljaar !== undefined && (van !== undefined || tot !== undefined)) return [fout('schooljaar', 'kies een schooljaar of een tijdvak, niet allebei')];
  return van !== undefined && tot !== undefined && van > tot ? [fout('tot', 'ligt vóór de eerste maand')] : [];
}

function foutInKenmerken(f: Kaartfilter): Filterfout[] {
  const [eerste, tweede] = KENMERKEN.filter((k) => f[k] !== undefined);
  const maandveld = (['van', 'tot'] as const).find((k) => f[k] !== undefined);
  const smal = eerste ?? (f.route === undefined ? undefined : 'route');
  return [
    ...(tweede === undefined ? [] : [fout(tweede, `kan geen tweede kenmerk naast ${eerste}, om herleiden tot een kind te voorkomen: kies er één, met of zonder route, in een schooljaar`)]),
    ...(maandveld === undefined || smal === undefined ? [] : [fout(maandveld, `kan geen tijdvak van maanden samen met ${smal}, om herleiden tot een kind te voorkomen: kies een heel schooljaar, of laat ${smal} weg`)]),
  ];
}
