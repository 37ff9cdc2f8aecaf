import { leesOudsteOngelezenCasus } from '../../registratie/geschiedenis/achterstand.ts';
import { leesGeschiedenisStand, type GeschiedenisStand } from '../../registratie/geschiedenis/stand.ts';
import type { Connection } from '../../registratie/register.ts';
import { isoMoment, leesMoment, momentTekst } from '../kalender/datum.ts';
import type { Klok } from '../klok.ts';

const MINUUT = 60_000;
const DAG = 86_400_000;
/** Een ronde is er elke minuut; zo lang zonder is niet gewoon. */
const TE_OUD = 15 * MINUUT;

/** Hoe vers de cijfers zijn. */
export interface Versheid {
  /** Wanneer alles voor het laatst helemaal is gelezen, als ISO-tekst in Nederlandse tijd; null: nog nooit. */
  readonly bijgewerktOm: string | null;
  /** Klopt "bijgewerkt om" zonder voorbehoud? */
  readonly actueel: boolean;
  /** Voor op een pagina: "bijgewerkt om …", en anders wat eraan schort. */
  readonly tekst: string;
}

const iso = (moment: Date): string => isoMoment(leesMoment(moment.toISOString())!);
const leesbaar = (moment: Date): string => momentTekst(iso(moment));

/** Zegt hoe vers de geschiedenis is. @param ongelezen de oudste casus die er nog niet in staat */
export function bepaalVersheid({ volledigOp, misluktSinds }: Pick<GeschiedenisStand, 'volledigOp' | 'misluktSinds'>, ongelezen: Date | null, nu: Date): Versheid {
  const bijgewerkt = volledigOp === null ? 'nog niet gelezen' : `bijgewerkt om ${leesbaar(volledigOp)}`;
  const bezwaar =
    misluktSinds !== null ? `bijlezen lukt niet sinds ${leesbaar(misluktSinds)}`
    : volledigOp !== null && nu.getTime() - volledigOp.getTime() > TE_OUD ? 'er wordt niet bijgelezen'
    : ongelezen !== null ? `de engine loopt achter: een casus van ${leesbaar(ongelezen)} is nog niet te zien`
    : undefined;
  return { bijgewerktOm: volledigOp && iso(volledigOp), actueel: volledigOp !== null && bezwaar === undefined, tekst: bezwaar === undefined ? bijgewerkt : `${bijgewerkt}; ${bezwaar}` };
}

export async function leesVersheid(db: Connection, klok: Klok): Promise<Versheid> {
  const nu = klok.nu();
  const stand = await leesGeschiedenisStand(db);
  const ongelezen = await leesOudsteOngelezenCasus(db, new Date(nu.getTime() - 30 * DAG), new Date(nu.getTime() - TE_OUD));
  return bepaalVersheid(stand, ongelezen, nu);
}
