import { leesCasusstand } from '../../registratie/casusstand-lezen.ts';
import type { Dependencies } from '../dependencies.ts';
import { PermanentError } from '../errors.ts';
import { bestaatGebruiker, type Gebruikers } from '../gebruikers.ts';
import { vandaag } from '../kalender/datum.ts';
import { schoolkalenders } from '../kalender/schoolkalender.ts';
import { leesKindklok } from '../thuis/klok.ts';
import { bepaalStatus } from '../thuis/status.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { isLeerplichtig, zoekAdres } from './beslissingen.ts';
import { groepOp } from './groep.ts';
import { personenVan } from './personen.ts';
import { ROLLEN } from './rollen.ts';
import { aanduiding } from './variabelen.ts';
import { leesVierWeken } from './vier-weken.ts';

/** Wie de regie heeft (routeboek r. 36–45). */
const REGISSEURS: readonly string[] = ['regisseur-swv', 'regisseur-schoolbestuur'];

/**
 * De stand van een casus uit het register: het laatste verzuim, de status, de groep en de leeftijd van de leerling, de
 * vaste personen en hun groepen in Tasklist. Een fase is
 * een eigen proces en ziet niet wat er intussen in een ander veranderde; het register wel (routeboek r. 35, r. 51–55).
 * @param rol van de taak die begint: heeft de gemeente geen eigen adres, dan zegt de taak bij wie zij daarom ligt
 * @throws PermanentError als de casus niet in het register staat
 */
export async function leesStand({ register, engine, klok, gebruikers }: Dependencies & { gebruikers: Gebruikers }, casusId: string, rol?: string | null): Promise<Record<string, unknown>> {
  const stand = await leesCasusstand(register.db, casusId);
  if (!stand) throw new PermanentError('Deze casus staat niet in het register. Kijk welke casusId het model meegeeft.');
  const dag = vandaag(klok);
  const leeftijd = leeftijdOp(stand.geboortedatum, dag);
  const nu = groepOp(stand, dag);
  const personen = personenVan(stand.contacten);
  const naam = aanduiding(stand.roepnaam, stand.achternaam, nu.groep);
  const vierWeken = await leesVierWeken(engine, klok.nu(), stand);
  const leerplichtig = await isLeerplichtig(engine, leeftijd);
  const { klok: kindklok, oordeel } = await leesKindklok(register.db, engine, { casusId, vandaag: dag, kalender: schoolkalenders()(stand.brin), vierWekenSinds: stand.vierWekenSinds, leerplichtig, staatIngeschreven: stand.ingeschreven });
  // Voordat iets bekend is heeft een kind nog geen status; daarna is zij altijd die van vandaag, ook als de klok sindsdien een grens passeerde.
  const bekend = stand.verzuimstatus !== null || oordeel.periode !== null || oordeel.zonderSchool || oordeel.vrijgesteldTot !== null;
  return {
    verzuim: stand.verzuim ? zonderBeheer(stand.verzuim) : null,
    leerlingStatus: {
      leeftijd,
      leerplichtig,
      ontheffing: oordeel.vrijgesteldTot !== null,
      registratieStatus: bekend ? await bepaalStatus(engine, oordeel, { vorige: stand.verzuimstatus, verzuim: stand.verzuim }) : null,
    },
    personen,
    klok: kindklok,
    leerling: { aanduiding: naam, ...nu, ingeschreven: stand.ingeschreven },
    taskContextDisplayName: `${stand.casusnummer} · ${naam}`,
    school: { naam: stand.schoolNaam, brin: stand.brin, schooltype: stand.schooltype, heeftKernteam: stand.heeftKernteam, gebied: stand.gebied },
    ...(stand.groepen ? { groepen: stand.groepen } : {}),
    // Alleen als er een klok doortelt: een route die haar al kent, houdt haar zo.
    ...(vierWeken ? { vierWeken } : {}),
    // Zolang niemand de regie heeft, staat een taak van de regisseurs ook bij wie het kind nu het best kent.
    regisseursBekend: stand.contacten.some(({ rol: van }) => REGISSEURS.includes(van)),
    ...(await terugval({ engine, gebruikers }, stand, personen, rol)),
  };
}

/** Een taak op naam van iemand die niet bestaat ziet niemand: dan is zij van de hele groep. */
const NIET_BEKEND = 'In de adreslijst (contactadressen) staat voor deze rol een gebruikersnaam die niet bestaat. Daarom is deze taak van de hele groep. Laat de beheerder de adreslijst verbeteren.';

/** Een rol van de gemeente die niemand op naam heeft: wat de adreslijst dan zegt. */
async function terugval({ engine, gebruikers }: Pick<Dependencies, 'engine'> & { gebruikers: Gebruikers }, { gebied, woongemeente }: { gebied: string; woongemeente: string }, personen: Record<string, string>, naam: string | null | undefined): Promise<Record<string, unknown>> {
  const rol = ROLLEN.find((r) => r.rol === naam && r.achtervoegsel === 'gemeente');
  if (!rol || personen[rol.sleutel]) return {};
  const { userId, opmerking } = await zoekAdres(engine, rol.rol, { gebied, gemeente: woongemeente });
  const bestaat = Boolean(userId) && (await bestaatGebruiker(gebruikers, userId as string));
  const toelichting = [opmerking, userId && !bestaat ? NIET_BEKEND : ''].filter(Boolean).join('\n\n');
  return { ...(toelichting ? { toelichtingTaak: toelichting } : {}), ...(bestaat ? { personen: { ...personen, [rol.sleutel]: userId } } : {}) };
}

/** De verzuimstand zonder wat alleen het register aangaat. */
function zonderBeheer<T extends { casusId: string; ontvangenOp: Date }>({ casusId: _casusId, ontvangenOp: _ontvangenOp, ...cijfers }: T): Omit<T, 'casusId' | 'ontvangenOp'> {
  return cijfers;
}
