import { zoekAdres } from '../casus/beslissingen.ts';
import { MANAGEMENT } from '../casus/rollen.ts';
import { PermanentError } from '../errors.ts';
import { procesnaam } from '../kaart/model.ts';
import type { Aantal } from '../kaart/onderdruk.ts';
import { dagTekst, type Datum } from '../kalender/datum.ts';
import { maandTekst, maandVan, vorigeMaand, type Maand } from '../kalender/maand.ts';
import type { MeldingOpties } from '../meldingen/klaarzetten.ts';
import { ROUTES } from '../routes/index.ts';
import type { NieuwBericht } from '../../registratie/outbox-toevoegen.ts';
import { inWoorden, procentTekst, verschilTekst } from './aantal-tekst.ts';
import { maakOpname, type Cijferdeps, type Opname } from './bron.ts';
import { leesCijfers } from './cijfers.ts';
import { grensnamen, VOORUIT_DAGEN } from './klokgroepen.ts';
import { vergelijkMaanden, type Maandcijfer } from './maanden.ts';
import type { Kindnu } from './nu.ts';
import type { Telling } from './telling.ts';

export const MAANDMAIL = 'N-93';

export interface Maandmailopties {
  readonly sjablonen: MeldingOpties['sjablonen'];
  /** Het adres van de pagina's met cijfers. */
  readonly beheer: string;
}

/**
 * De mail over de laatste hele maand, met die ervoor ernaast en de stand van vandaag: dezelfde getallen als op Start en Klok, en wat
 * daar niet getoond mag worden staat ook hier niet. Eén bericht per adres en per maand.
 * @param dag de dag waarop de mail hoort uit te gaan
 * @throws PermanentError als de tekst van de mail ontbreekt
 */
export async function maakMaandmail(deps: Cijferdeps, { sjablonen, beheer }: Maandmailopties, dag: Datum): Promise<NieuwBericht[]> {
  const maand = vorigeMaand(maandVan(dag));
  const teksten = sjablonen.get(MAANDMAIL);
  if (!teksten) throw new PermanentError(`Er is geen tekst voor melding "${MAANDMAIL}". Zet koppelingen/mail/meldingen/${MAANDMAIL}.md terug.`);
  const opname = await maakOpname(deps);
  const cijfers = await leesCijfers(deps, opname);
  const gegevens = {
    maand: maandTekst(maand), vorigeMaand: maandTekst(vorigeMaand(maand)), vandaag: dagTekst(opname.peildatum), afgerond: cijfers.afgerond, beheer,
    maandcijfers: opsomming(vergelijkMaanden(cijfers, maand).map((cijfer) => naastVorige(cijfer, maand))), standVandaag: opsomming(await standVandaag(opname, cijfers.nu)),
  };
  const { email: adres } = await zoekAdres(deps.beslissen, MANAGEMENT, { gebied: '', gemeente: '' });
  return teksten.map((tekst, nummer) => ({
    casusId: null, melding: MAANDMAIL, aanRol: MANAGEMENT, adres, ...tekst.maak({}, gegevens), op: deps.klok.nu(),
    sleutel: `maandmail:${maand}:${adres?.toLowerCase() ?? 'geen-adres'}${nummer === 0 ? '' : `:${nummer}`}`,
  }));
}

const opsomming = (regels: readonly string[]): string => regels.map((regel) => `- ${regel}`).join('\n');

/** "thuiszitter geworden: 12, in oktober 2026 9 (+3)". */
function naastVorige({ naam, deze, vorige }: Maandcijfer, maand: Maand): string {
  const verschil = verschilTekst(deze, vorige);
  return `${naam}: ${inWoorden(deze)}; in ${maandTekst(vorigeMaand(maand))} ${inWoorden(vorige)}${verschil === '' ? '' : ` (${verschil === '0' ? 'gelijk' : verschil})`}`;
}

/** De getallen van de startpagina, in de volgorde waarin zij daar staan. */
async function standVandaag({ normen }: Opname, nu: Telling<Kindnu>): Promise<string[]> {
  const regel = (naam: string, aantal: Aantal): string => `${naam}: ${inWoorden(aantal)}`;
  const over = nu.aandeel('overTermijn');
  const school = normen.thuis('');
  return [
    regel('kinderen in een route', nu.toon('open')),
    ...(await Promise.all(ROUTES.map(async ({ proces }) => regel(`waarvan ${(await procesnaam(proces)).toLowerCase()}`, nu.toon(`route:${proces}`))))),
    regel('met een taak over de termijn', nu.toon('overTermijn')) + (over === null || over === 0 ? '' : ` (${procentTekst(over)} van de kinderen in een route)`),
    regel('thuiszitters', nu.toon('thuiszitter')),
    regel('waarvan langer dan drie maanden; de afspraak in de regio is nul', nu.toon('drieMaanden')),
    ...grensnamen(school).map((naam, i) => regel(`langer dan ${naam} thuis`, nu.toon(`langer${i + 1}`))),
    regel(`binnen ${VOORUIT_DAGEN} dagen ${school.naam('vierWeken')} thuis`, nu.toon('passeertVier')),
    regel(`binnen ${VOORUIT_DAGEN} dagen langer dan ${school.naam('drieMaanden')} thuis`, nu.toon('passeertDrie')),
  ];
}
