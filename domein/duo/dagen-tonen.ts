import { leesVerzuim } from '../../registratie/verzuim-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { schooljaarVan, type Schoolkalender } from '../kalender/schoolkalender.ts';
import type { Datum } from '../kalender/datum.ts';
import { aaneengeslotenReeks } from '../verzuim/aaneengesloten.ts';
import { voegSamen } from '../verzuim/regels.ts';

/** Welk verzuim een taak wil zien: de periode van de stand waar haar gronden uit kwamen. */
export interface Vraag {
  readonly casusId: string;
  readonly gronden: readonly string[];
  readonly van: Datum;
  readonly tot: Datum;
}

/**
 * Het verzuim per dag waar een melding over gaat en dat nog niet gemeld is, zoals het formulier het laat zien (F-14). Zo verbetert de
 * IB-er de dagen zelf: een getal boven die dagen zou bij de volgende stand weer hetzelfde zijn. Bij langdurig verzuim gaat het terug tot het
 * begin van de reeks, bij te laat komen tot het begin van het schooljaar.
 * @returns de velden van de taak; `verzuimBekend` zegt of er iets te tonen was
 */
export async function toonVerzuim(db: Connection, { casusId, gronden, van, tot }: Vraag, kalender: Schoolkalender): Promise<Record<string, unknown>> {
  const verzuim = await leesVerzuim(db, casusId);
  const regels = voegSamen(verzuim.regels);
  const begin = gronden.includes('LANGDURIG_RELATIEF') ? vroegste(aaneengeslotenReeks(regels, tot, kalender).begin, van) : van;
  const kerenVan = gronden.includes('NEGEN_KEER_TE_LAAT') ? vroegste(`${schooljaarVan(tot).slice(0, 4)}-08-01`, van) : van;
  // Keuzes op een formulier zijn tekst, ook de dagdelen.
  const dagen = regels.filter((r) => !r.gemeldIn && r.datum >= begin && r.datum <= tot).map(({ datum, uren, dagdelen, soort }) => ({ datum, uren, dagdelen: String(dagdelen), soort }));
  const keren = verzuim.teLaat.filter((t) => !t.gemeldIn && t.datum >= kerenVan && t.datum <= tot).map(({ datum, moment }) => ({ datum, moment }));
  keren.sort((a, b) => `${a.datum} ${a.moment}`.localeCompare(`${b.datum} ${b.moment}`));
  return { verzuimBekend: dagen.length + keren.length > 0, verzuimDagen: dagen, teLaatKeren: keren, verzuimGetoond: { van: begin, tot, dagen, keren } };
}

const vroegste = (a: Datum | null, b: Datum): Datum => (a !== null && a < b ? a : b);
