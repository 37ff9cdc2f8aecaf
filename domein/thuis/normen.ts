import type { Beslissen } from '../beslissen.ts';
import { ContractError } from '../errors.ts';
import { alsDag, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { berekenTermijn } from '../termijnen/bereken.ts';
import { haalTermijnen, ontbreekt, type TermijnRij } from '../termijnen/tabel.ts';

/** De grenzen van de klok van het kind, in de volgorde waarin zij komen (routeboek r. 318–319, 1137–1138, 1232, 1247–1249). */
export const GRENZEN = ['vierWeken', 'achtWeken', 'voorDrieMaanden', 'twaalfWeken', 'dertienWeken', 'drieMaanden'] as const;
export type Grens = (typeof GRENZEN)[number];

/** De stap in de tabel termijnen waar de klok van het kind staat. */
const KLOK = 'klok-van-het-kind';

/** De normen van de klok van het kind, uit de beslistabel `termijnen`. */
export interface Thuisnormen {
  /** De dag waarop deze grens voor een periode met deze eerste dag bereikt is. */
  op(grens: Grens, eersteDag: Datum): Datum;
  /** Hoe mensen deze grens noemen: "8 weken". */
  naam(grens: Grens): string;
  /** Tot en met welke dag een terugval bij de vorige periode hoort: het aanbod van toen was dan niet blijvend. */
  terugvalTot(eindDag: Datum): Datum;
}

/** De klok telt in gewone weken en maanden: ook in een vakantie is het kind thuis (errata §3). */
function maakThuisnormen(rijen: readonly TermijnRij[], kalender: Schoolkalender, bekend: Map<string, Datum>): Thuisnormen {
  const rij = (soort: string): TermijnRij => rijen.find((r) => r.soort === soort) ?? ontbreekt(KLOK, soort);
  const tel = onthoudendTellen(kalender, bekend);
  const op = (grens: Grens, eersteDag: Datum): Datum => (grens === 'voorDrieMaanden' ? tel(terug(rij(grens)), op('drieMaanden', eersteDag)) : tel(rij(grens), eersteDag));
  const naam = (grens: Grens): string => `${rij(grens).aantal} ${rij(grens).eenheid.replace(/^kalender/, '')}`;
  return { op, naam, terugvalTot: (eindDag) => tel(rij('terugval'), eindDag) };
}

/**
 * Telt een termijn vanaf een dag en onthoudt wat niet van de school afhangt: een cijfer vraagt van duizenden kinderen op
 * honderden dagen hetzelfde. Twee rijen met hetzelfde aantal en dezelfde eenheid geven dezelfde dag.
 */
function onthoudendTellen(kalender: Schoolkalender, bekend: Map<string, Datum>): (termijn: TermijnRij, vanaf: Datum) => Datum {
  return (termijn, vanaf) => {
    const dag = (): Datum => berekenTermijn(termijn, alsDag(vanaf), kalender).slice(0, 10);
    if (!termijn.eenheid.startsWith('kalender') || termijn.opSchooldag) return dag();
    const sleutel = `${termijn.aantal} ${termijn.eenheid} ${vanaf}`;
    const eerder = bekend.get(sleutel) ?? dag();
    bekend.set(sleutel, eerder);
    return eerder;
  };
}

function terug({ aantal, ...rij }: TermijnRij): TermijnRij {
  if (rij.eenheid.startsWith('kalender')) return { ...rij, aantal: -aantal };
  throw new ContractError(`De termijn "${rij.soort}" van ${KLOK} telt terug vanaf drie maanden; kies kalenderdagen, kalenderweken of kalendermaanden.`);
}

/** Leest de tabel één keer, voor wie de klok van kinderen van meer scholen nagaat. */
export async function haalThuisnormenPerKalender(beslissen: Beslissen): Promise<(kalender: Schoolkalender) => Thuisnormen> {
  const rijen = await haalTermijnen(beslissen, KLOK);
  const bekend = new Map<string, Datum>();
  return (kalender) => maakThuisnormen(rijen, kalender, bekend);
}

export const haalThuisnormen = async (beslissen: Beslissen, kalender: Schoolkalender): Promise<Thuisnormen> => (await haalThuisnormenPerKalender(beslissen))(kalender);
