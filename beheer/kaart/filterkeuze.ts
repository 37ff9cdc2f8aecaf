import { maandTekst, type Maand } from '../../domein/kalender/maand.ts';
import { procesnaam } from '../../domein/kaart/model.ts';
import { ROUTES } from '../../domein/routes/index.ts';
import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { Keuzes } from '../../registratie/kaart/keuzes.ts';
import { KENMERKNAMEN, keuzegroepen, type Keuzegroep, type Optie } from '../filterformulier.ts';
import { redenTekst } from '../redenen.ts';
import { isKenmerk, KENMERKEN, MAANDEN, type Kenmerk } from './adres.ts';

export interface Filterkeuze {
  readonly perioden: readonly Optie[];
  readonly maanden: boolean;
  readonly van: string;
  readonly tot: string;
  readonly kenmerken: readonly Keuzegroep[];
  readonly routes: readonly Optie[];
}

/** Waaruit te kiezen is, met wat gekozen is aangewezen. @param filter wat er gevraagd is, als dat te begrijpen was */
export async function maakKeuze(keuzes: Keuzes, proces: string, filter: Readonly<Record<string, string>>): Promise<Filterkeuze> {
  const maanden = filter['van'] !== undefined || filter['tot'] !== undefined;
  const optie = (waarde: string, label: string, gekozen: boolean): Optie => ({ waarde, label, gekozen });
  const waarden: Record<Kenmerk, readonly (readonly [string, string])[]> = {
    gemeente: keuzes.gemeenten.map((g) => [g, g]),
    bestuur: keuzes.besturen.map((b) => [b, b]),
    school: keuzes.scholen.map((s) => [s.brin, `${s.naam} (${s.brin})`]),
    groep: [...keuzes.groepen].sort((a, b) => a - b).map((g) => [String(g), `groep ${g}`]),
    reden: keuzes.redenen.map((r) => [r, redenTekst(r)]),
    versie: (keuzes.versies[proces] ?? []).map((v) => [String(v), `versie ${v}`]),
  };
  return {
    perioden: [
      optie('', 'Alle jaren', !maanden && filter['schooljaar'] === undefined),
      ...[...keuzes.schooljaren].reverse().map((jaar) => optie(jaar, `Schooljaar ${jaar}`, filter['schooljaar'] === jaar)),
      optie(MAANDEN, 'Maanden, van en tot en met:', maanden),
    ],
    maanden, van: filter['van'] ?? '', tot: filter['tot'] ?? '',
    kenmerken: keuzegroepen(KENMERKEN, (k) => waarden[k], (k, waarde) => filter[k] === waarde),
    routes: await Promise.all(ROUTES.map(async (route) => optie(route.proces, await procesnaam(route.proces), filter['route'] === route.proces))),
  };
}

/** Eén gekozen voorwaarde, en wat er zonder haar in het adres staat. */
export interface Gekozen { readonly label: string; readonly velden: readonly string[] }

/** Het filter in woorden, zoals het antwoord zegt dat het gold: dat kan een schooljaar bevatten dat niemand koos. */
export async function filterInWoorden(filter: Kaartfilter, keuzes: Pick<Keuzes, 'scholen'>): Promise<Gekozen[]> {
  const uit: Gekozen[] = [];
  if (filter.schooljaar !== undefined) uit.push({ label: `Schooljaar ${filter.schooljaar}`, velden: ['schooljaar'] });
  if (filter.van !== undefined || filter.tot !== undefined) uit.push({ label: tijdvak(filter.van, filter.tot), velden: ['van', 'tot'] });
  for (const [veld, waarde] of Object.entries(filter)) {
    if (waarde === undefined || !isKenmerk(veld)) continue;
    const naam = { school: keuzes.scholen.find((s) => s.brin === waarde)?.naam ?? String(waarde), reden: redenTekst(String(waarde)) }[veld as string] ?? String(waarde);
    uit.push({ label: `${KENMERKNAMEN[veld]}: ${naam}`, velden: [veld] });
  }
  if (filter.route !== undefined) uit.push({ label: await procesnaam(filter.route), velden: ['route'] });
  return uit;
}

function tijdvak(van: Maand | undefined, tot: Maand | undefined): string {
  if (van === undefined) return `Tot en met ${maandTekst(tot!)}`;
  if (tot === undefined) return `Vanaf ${maandTekst(van)}`;
  return maandTekst(van) === maandTekst(tot) ? hoofdletter(maandTekst(van)) : `${hoofdletter(maandTekst(van))} tot en met ${maandTekst(tot)}`;
}
const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);
