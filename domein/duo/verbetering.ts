import { z } from 'zod';
import { verzuimInvoer, voegSamen, type TeLaat, type VerzuimRegel } from '../verzuim/regels.ts';
import type { Datum } from '../kalender/datum.ts';

const { regels, teLaat } = verzuimInvoer.shape;

/**
 * Het verzuim per dag op het formulier van de melding (F-14): wat er stond toen de taak begon (`getoond`) en wat de IB-er ervan
 * maakte. Een taak van vóór deze lijsten heeft geen `getoond`.
 */
export const verzuimOpgave = z
  .object({
    getoond: z.object({ van: z.iso.date(), tot: z.iso.date(), dagen: regels, keren: teLaat }).nullish(),
    dagen: regels,
    keren: teLaat,
  })
  .nullish();
export type VerzuimOpgave = z.output<typeof verzuimOpgave>;

/** Gaat deze melding over dagen? Was er niets te tonen en zette de IB-er er niets bij, dan telt het getypte getal. */
export const metDagen = ({ getoond, dagen, keren }: NonNullable<VerzuimOpgave>): boolean => Boolean(getoond) && (getoond?.dagen.length ?? 0) + (getoond?.keren.length ?? 0) + dagen.length + keren.length > 0;

/** Wat er in het register verandert; wat pas na het begin van de taak binnenkwam, blijft zoals het is. */
export interface Verbetering {
  readonly dagenWeg: readonly Datum[];
  readonly dagen: readonly VerzuimRegel[];
  readonly kerenWeg: readonly TeLaat[];
  readonly keren: readonly TeLaat[];
}

/** Legt wat werd teruggestuurd naast wat werd getoond. */
export function maakVerbetering({ getoond, dagen, keren }: NonNullable<VerzuimOpgave>): Verbetering {
  const waren = new Map(voegSamen(getoond?.dagen ?? []).map((regel) => [regel.datum, regel]));
  const zijn = voegSamen(dagen);
  const kerenWaren = new Map((getoond?.keren ?? []).map((keer) => [sleutel(keer), keer]));
  const kerenZijn = new Map(keren.map((keer) => [sleutel(keer), keer]));
  return {
    dagenWeg: [...waren.keys()].filter((datum) => !zijn.some((regel) => regel.datum === datum)),
    dagen: zijn.filter((regel) => !isGelijk(waren.get(regel.datum), regel)),
    kerenWeg: [...kerenWaren].filter(([naam]) => !kerenZijn.has(naam)).map(([, keer]) => keer),
    keren: [...kerenZijn].filter(([naam]) => !kerenWaren.has(naam)).map(([, keer]) => keer),
  };
}

/** De dagen waarover de school nu iets anders zegt, op volgorde. */
export const verbeterdeDagen = ({ dagenWeg, dagen }: Verbetering): Datum[] => [...dagenWeg, ...dagen.map((regel) => regel.datum)].sort();

export const isLeeg = ({ dagenWeg, dagen, kerenWeg, keren }: Verbetering): boolean => dagenWeg.length + dagen.length + kerenWeg.length + keren.length === 0;

/** Het verzuim van het kind zoals het na de verbetering is; wat al gemeld is, blijft gemeld. */
export function naVerbetering<T extends { regels: readonly VerzuimRegel[]; teLaat: readonly TeLaat[] }>(verzuim: T, verbetering: Verbetering): T {
  const anders = new Map(verbetering.dagen.map((regel) => [regel.datum, regel]));
  const bleven = verzuim.regels.filter((regel) => regel.gemeldIn || !verbetering.dagenWeg.includes(regel.datum));
  const gewijzigd = bleven.map((regel) => ({ ...regel, ...anders.get(regel.datum) }));
  const nieuw = verbetering.dagen.filter((regel) => !bleven.some(({ datum }) => datum === regel.datum));
  const weg = new Set(verbetering.kerenWeg.map(sleutel));
  return { ...verzuim, regels: [...gewijzigd, ...nieuw], teLaat: [...verzuim.teLaat.filter((keer) => keer.gemeldIn || !weg.has(sleutel(keer))), ...verbetering.keren] };
}

const sleutel = ({ datum, moment }: TeLaat): string => `${datum} ${moment}`;
const isGelijk = (was: VerzuimRegel | undefined, is: VerzuimRegel): boolean => was !== undefined && was.uren === is.uren && was.dagdelen === is.dagdelen && was.soort === is.soort;
