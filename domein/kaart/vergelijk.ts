import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { Kaart } from './kaart.ts';
import { leesKaart, type KaartDeps } from './lees-kaart.ts';

/** Twee antwoorden over hetzelfde proces, gemeten op hetzelfde moment. */
export interface Tweetal {
  readonly a: Kaart;
  readonly b: Kaart;
}

const POGINGEN = 3;

/**
 * Leest twee kaarten van één proces: precies de antwoorden die de heatmap met deze filters ook geeft, dus met dezelfde onderdrukking. Over
 * hetzelfde moment, en zo mogelijk uit dezelfde stand van het register: anders is een deel van het verschil niet dat van de filters.
 * @returns niets als er geen proces met deze naam is
 * @throws TypeError als een filter meer samen vraagt dan er samen gevraagd mag worden
 */
export async function leesTweetal(deps: KaartDeps, proces: string, filterA: Kaartfilter, filterB: Kaartfilter): Promise<Tweetal | undefined> {
  const nu = deps.klok.nu();
  const zelfdeMoment = { ...deps, klok: { nu: () => nu } };
  for (let poging = 1; ; poging++) {
    const [a, b] = await Promise.all([leesKaart(zelfdeMoment, proces, filterA), leesKaart(zelfdeMoment, proces, filterB)]);
    if (a === undefined || b === undefined) return undefined;
    if (a.versheid.bijgewerktOm === b.versheid.bijgewerktOm || poging === POGINGEN) return { a, b };
  }
}

/**
 * B min A, alleen als allebei getoond is: zo volgt uit een verschil niets wat niet al uit de twee getallen ernaast volgt (errata §3). Ook
 * een verborgen getal is null, en `<5` is er geen.
 */
export const verschil = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : afgerond(b - a));

/** Aandelen hebben drie cijfers achter de komma; een verschil van twee daarvan ook. */
const afgerond = (n: number): number => Math.round(1000 * n) / 1000;
