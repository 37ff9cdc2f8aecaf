import type { KaartDeps } from '../../domein/kaart/lees-kaart.ts';
import { leesKaartmodel } from '../../domein/kaart/model.ts';
import { leesTweetal, type Tweetal } from '../../domein/kaart/vergelijk.ts';
import { vandaag } from '../../domein/kalender/datum.ts';
import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import { leesModeltekening, type Modeltekening } from '../kaart/modeltekening.ts';
import { leesKaartfilter, type Filterfout } from '../kaartfilter.ts';
import { bijKant, leesVergelijkstand, type Vergelijkstand } from './adres.ts';
import { KANTEN, type Kant } from './beelden.ts';
import { maatstafVoor } from './maatstaf.ts';

/** Wat er gevraagd is; staat er van geen van beide kanten een filter in het adres, dan is het vorig schooljaar met dit. */
export function leesVraag(vraag: Readonly<Record<string, unknown>>, dag: string): { stand: Vergelijkstand; filters?: Readonly<Record<Kant, Kaartfilter>> | undefined; fouten: readonly Filterfout[] } {
  const { stand: gelezen, fouten } = leesVergelijkstand(vraag);
  const kaal = KANTEN.every((kant) => Object.keys(gelezen[kant]).length === 0);
  const stand = kaal ? { ...gelezen, ...maatstafVoor({}, dag) } : gelezen;
  const [a, b] = [leesKaartfilter(stand.a, dag), leesKaartfilter(stand.b, dag)];
  const mis = [...fouten, ...(a.fouten ?? []).map((f) => bijKant('a', f)), ...(b.fouten ?? []).map((f) => bijKant('b', f))];
  return { stand, fouten: mis, filters: mis.length === 0 && a.filter && b.filter ? { a: a.filter, b: b.filter } : undefined };
}

export interface Gelezen { readonly stand: Vergelijkstand; readonly fouten: readonly Filterfout[]; readonly gevonden?: { readonly tweetal: Tweetal; readonly tekening: Modeltekening } | undefined }

/** Leest wat het adres vraagt. Klopt het niet, of bestaat het proces niet, dan staat in `fouten` welk veld en wat er verwacht wordt. */
export async function leesVergelijking(deps: KaartDeps, vraag: Readonly<Record<string, unknown>>): Promise<Gelezen> {
  const { stand, filters, fouten } = leesVraag(vraag, vandaag(deps.klok));
  const tekening = (await leesKaartmodel(stand.proces)) && (await leesModeltekening(stand.proces));
  const mis = tekening === undefined && !fouten.some((f) => f.veld === 'proces') ? [...fouten, { veld: 'proces', melding: 'Bij proces staat een naam die niet bestaat: kies een proces uit de lijst.' }] : fouten;
  if (filters === undefined || tekening === undefined || mis.length > 0) return { stand, fouten: mis };
  const tweetal = await leesTweetal(deps, stand.proces, filters.a, filters.b);
  return { stand, fouten: mis, gevonden: tweetal && { tweetal, tekening } };
}
