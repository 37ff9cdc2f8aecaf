import type { Beslissen } from '../beslissen.ts';
import { leesContacten, type CasusFeiten } from '../../registratie/casus-lezen.ts';
import { leesVorigeStand } from '../../registratie/verzuimstand-lezen.ts';
import type { Register, Tx } from '../../registratie/register.ts';
import { voegBerichtToe, type NieuwBericht } from '../../registratie/outbox-toevoegen.ts';
import { isLeerplichtig } from '../casus/beslissingen.ts';
import { PermanentError } from '../errors.ts';
import { dagVan } from '../kalender/datum.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { zoekOntvangers, type Ontvanger } from './ontvangers.ts';
import type { Altijd, MeldingSjabloon } from './sjabloon.ts';

export interface MeldingOpties {
  readonly sjablonen: ReadonlyMap<string, readonly MeldingSjabloon[]>;
  /** Waar de ontvanger zijn taken vindt. */
  readonly takenlijst: string;
}

export interface Melding {
  melding: string;
  /** Wat er gebeurde; dezelfde tekst over dezelfde gebeurtenis gaat maar één keer naar een adres. */
  gebeurtenis: string;
  gegevens: Readonly<Record<string, unknown>>;
  op: Date;
  /** Rechtstreekse link naar een taak, als die bekend is. */
  link?: string | undefined;
  /** In plaats van de adressen van de rollen in het sjabloon. */
  aan?: readonly Ontvanger[];
}

/**
 * Maakt de berichten van één melding, één per tekst en adres. Dit leest alleen (register, beslistabel), zodat er buiten de
 * transactie naar de engine gevraagd kan worden; `zetKlaar` schrijft ze daarna in de transactie van het effect.
 */
export async function makeBerichten(register: Register, beslissen: Beslissen, options: MeldingOpties, casus: CasusFeiten, melding: Melding): Promise<NieuwBericht[]> {
  const sjablonen = options.sjablonen.get(melding.melding);
  if (!sjablonen) throw new PermanentError(`Er is geen tekst voor melding "${melding.melding.slice(0, 20)}". Kijk naar de kop "meldingen" van deze stap.`);
  const ibEr = (await leesContacten(register.db, casus.casusId)).find((c) => c.rol === 'ib-er');
  const altijd = {
    casusnummer: casus.casusnummer,
    schoolNaam: casus.schoolNaam,
    contactNaam: ibEr?.naam ?? 'de IB-er van de school',
    contactEmail: ibEr?.email ?? 'via de school',
    takenlijst: melding.link ?? options.takenlijst,
    leerplichtig: await isLeerplichtig(beslissen, leeftijdOp(casus.geboortedatum, dagVan(melding.op))),
    metKernteam: casus.route === 'kernteam',
    geoorloofd: (await leesVorigeStand(register.db, casus.casusId))?.vermoedelijkOngeoorloofd === false,
  };
  const berichten = new Map<string, NieuwBericht>();
  for (const [nummer, sjabloon] of sjablonen.entries()) {
    const { onderwerp, tekst } = sjabloon.maak(altijd, melding.gegevens);
    for (const { rol, adres, opmerking } of melding.aan ?? (await ontvangersVan(register, beslissen, sjabloon, casus, melding, altijd))) {
      const sleutel = `${casus.casusId}:${melding.melding}:${melding.gebeurtenis}:${adres?.toLowerCase() ?? `geen-adres:${rol}`}${nummer === 0 ? '' : `:${nummer}`}`;
      // Wie twee rollen heeft krijgt elke tekst één keer: een ouder die ook op school werkt leest zowel de brief als het bericht.
      if (!berichten.has(sleutel)) berichten.set(sleutel, { casusId: casus.casusId, melding: melding.melding, aanRol: rol, adres, onderwerp, tekst: opmerking ? `${opmerking}\n\n${tekst}` : tekst, sleutel, op: melding.op });
    }
  }
  const opPapier = [...berichten.values()].filter((b) => b.aanRol === 'ouders' && b.adres === null);
  for (const brief of opPapier) berichten.set(`${brief.sleutel}:papier`, metDeHand(brief, ibEr?.email ?? null, altijd, options));
  return [...berichten.values()];
}

/** De berichten van alle meldingen in een kop `meldingen`, gescheiden door komma's; zonder kop geen. */
export async function makeBerichtenVan(register: Register, beslissen: Beslissen, options: MeldingOpties, casus: CasusFeiten, kop: string | undefined, over: Omit<Melding, 'melding'>): Promise<NieuwBericht[]> {
  const berichten: NieuwBericht[] = [];
  for (const melding of kop?.split(',') ?? []) berichten.push(...(await makeBerichten(register, beslissen, options, casus, { ...over, melding: melding.trim() })));
  return berichten;
}

/** Zonder e-mailadres van een ouder met gezag geeft de IB-er de brief op papier; hij krijgt haar tekst (N-45). */
function metDeHand(brief: NieuwBericht, adres: string | null, altijd: Altijd, options: MeldingOpties): NieuwBericht {
  const sjabloon = options.sjablonen.get('N-45')?.[0];
  if (!sjabloon) throw new PermanentError('Er is geen tekst voor melding "N-45".');
  return { ...brief, ...sjabloon.maak(altijd, { brief: brief.tekst }), melding: 'N-45', aanRol: 'ib-er', adres, sleutel: `${brief.sleutel}:papier` };
}

const LEERPLICHT: readonly unknown[] = ['leerplichtambtenaar', 'vorige-leerplichtambtenaar'];

async function ontvangersVan(register: Register, beslissen: Beslissen, sjabloon: MeldingSjabloon, casus: CasusFeiten, melding: Melding, { leerplichtig }: Altijd) {
  const lijsten = [];
  for (const echt of sjabloon.aan(casus.route).flatMap((rol) => echteRollen(rol, melding.gegevens))) {
    if (typeof echt !== 'string') throw new PermanentError(`Melding ${melding.melding} heeft in "gegevens" een rol nodig.`);
    // Een kind dat niet leerplichtig is gaat leerplicht niet aan, welk model de melding ook stuurt (routeboek r. 493–496).
    if (!leerplichtig && LEERPLICHT.includes(echt)) continue;
    lijsten.push(await zoekOntvangers(register.db, beslissen, casus, echt));
  }
  return lijsten.flat();
}

/** Een tekst kan haar rol of rollen uit de gegevens van de stap halen: wie er is uitgenodigd, van wie de taak is. */
function echteRollen(rol: string, gegevens: Melding['gegevens']): readonly unknown[] {
  if (rol === 'gegevens.rol') return [gegevens.rol];
  if (rol === 'gegevens.rollen') return Array.isArray(gegevens.rollen) ? gegevens.rollen : [undefined];
  return [rol];
}

/** Legt de berichten in de postbus. @returns de berichten die nieuw waren */
export async function zetKlaar(tx: Tx, berichten: readonly NieuwBericht[]): Promise<NieuwBericht[]> {
  const nieuw: NieuwBericht[] = [];
  for (const bericht of berichten) if (await voegBerichtToe(tx, bericht)) nieuw.push(bericht);
  return nieuw;
}
