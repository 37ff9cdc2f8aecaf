import type { Beslissen } from '../beslissen.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Thuisperiode } from '../../registratie/thuisperiode-lezen.ts';
import { dagenTussen, leesMoment, type Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { berekenTermijn } from '../termijnen/bereken.ts';
import { haalTermijn } from '../termijnen/tabel.ts';
import { klokTekst, termijnTekst, thuisTekst } from './klok-tekst.ts';
import type { Thuisnormen } from './normen.ts';
import { leesThuisoordeel, type Thuisoordeel } from './oordeel.ts';

/** De eerstvolgende termijn van het kind, en niet van een taak. */
export interface Kindtermijn {
  /** "8 weken thuis", of "het einde van de vier weken". */
  readonly naam: string;
  readonly op: Datum;
  readonly dagen: number;
}

/** De klok van het kind, zoals een formulier haar toont en de prioriteit van een taak haar leest. */
export interface Kindklok {
  readonly thuisSinds: Datum | null;
  readonly dagenThuis: number | null;
  readonly nergensIngeschreven: boolean;
  /** Tot en met welke dag het kind door een vrijstelling van de inschrijving niet meetelt. */
  readonly vrijgesteldTot: Datum | null;
  readonly volgendeTermijn: Kindtermijn | null;
  /** Klaar om te tonen; leeg als het kind niet thuis is en er geen vier weken lopen. */
  readonly tekst: string | null;
  /** Dezelfde tekst in tweeën, voor de kop van een formulier: hoe het nu is, en wat de volgende termijn is. */
  readonly thuisTekst: string | null;
  readonly termijnTekst: string | null;
}

/** De termijnen waar iedereen naar toe werkt; de waarschuwing vóór drie maanden is er geen. */
const OP_DE_KLOK = ['vierWeken', 'achtWeken', 'twaalfWeken', 'drieMaanden'] as const;

/**
 * Leest de klok van het kind van deze casus (errata §3; routeboek r. 57–58, 1137–1138, 1247–1249): sinds wanneer het thuis is
 * en wat zijn eerstvolgende termijn is. Zij loopt door over casussen, scholen en routes heen. Zolang een vrijstelling van de
 * inschrijving geldt telt het kind niet mee; is zij voorbij, dan telt de periode weer vanaf haar eerste dag.
 */
export async function leesKindklok(
  db: Connection, beslissen: Beslissen,
  { casusId, vandaag, kalender, vierWekenSinds, ...kind }: { casusId: string; vandaag: Datum; kalender: Schoolkalender; vierWekenSinds: Datum | null; leerplichtig: boolean; staatIngeschreven: boolean },
): Promise<{ klok: Kindklok; oordeel: Thuisoordeel }> {
  const { oordeel, normen } = await leesThuisoordeel(db, beslissen, { ...kind, casusId, dag: vandaag, kalender });
  const periode = oordeel.vrijgesteldTot === null ? oordeel.periode : null;
  const einde = await eindeVierWeken(beslissen, vierWekenSinds, kalender);
  const termijnen = [...(periode && normen ? grenzen(periode, normen) : []), ...(einde ? [{ naam: 'het einde van de vier weken', op: einde }] : [])];
  const eerste = termijnen.filter(({ op }) => op >= vandaag).sort((a, b) => a.op.localeCompare(b.op))[0];
  const klok = {
    thuisSinds: periode?.eersteDag ?? null,
    dagenThuis: periode ? dagenTussen(periode.eersteDag, vandaag) : null,
    nergensIngeschreven: oordeel.vrijgesteldTot === null && !oordeel.ingeschreven,
    vrijgesteldTot: oordeel.vrijgesteldTot,
    volgendeTermijn: eerste ? { ...eerste, dagen: dagenTussen(vandaag, eerste.op) } : null,
  };
  const voorbij = periode && normen && vandaag > normen.op('drieMaanden', periode.eersteDag) ? normen.naam('drieMaanden') : null;
  return { klok: { ...klok, tekst: klokTekst(klok, voorbij), thuisTekst: thuisTekst(klok, voorbij), termijnTekst: termijnTekst(klok.volgendeTermijn) }, oordeel };
}

const grenzen = (periode: Thuisperiode, normen: Thuisnormen): { naam: string; op: Datum }[] =>
  OP_DE_KLOK.map((grens) => ({ naam: `${normen.naam(grens)} thuis`, op: normen.op(grens, periode.eersteDag) }));

/** Het einde van de vier weken waarin de school alles op alles zet (routeboek r. 57–58), als zij begonnen zijn. */
async function eindeVierWeken(beslissen: Beslissen, sinds: Datum | null, kalender: Schoolkalender): Promise<Datum | undefined> {
  const begin = sinds === null ? undefined : leesMoment(sinds);
  return begin && berekenTermijn(await haalTermijn(beslissen, 'vierweken', 'eindeVierweken'), begin, kalender).slice(0, 10);
}
