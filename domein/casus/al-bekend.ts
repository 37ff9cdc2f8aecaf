import { randomUUID } from 'node:crypto';
import type { GeopendeCasus, NieuweCasus } from '../../registratie/casus-openen.ts';
import { zoekCasusVanKind } from '../../registratie/kind-zoeken.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import type { NieuwBericht } from '../../registratie/outbox-toevoegen.ts';
import type { Tx } from '../../registratie/register.ts';
import { bewaarSignaal } from '../../registratie/signaal.ts';
import { slaWijzigingOp } from '../../registratie/wijzigingen.ts';
import type { Dependencies } from '../dependencies.ts';
import { TransientError } from '../errors.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import { alsSignaal } from '../wijzigingen/doorvoeren.ts';
import { haalCasus } from './bestaat.ts';

/** Wat de aanmelder hoort als het kind al een casus heeft. */
const MELDING = 'N-51';

/** Het verzuim uit een aanmelding als stand voor de casus die al loopt; zonder verzuim is er geen stand. */
export function alsStand({ verzuimRegels }: NieuweCasus): Record<string, unknown> | null {
  const laatste = verzuimRegels.map((regel) => regel.datum).sort().at(-1);
  return laatste === undefined ? null : { peildatum: laatste, regels: verzuimRegels, teLaat: [] };
}

/** Het bericht aan wie aanmeldde, voor het geval dat het kind al een casus heeft. Leest alleen. */
export async function berichtVoorAanmelder({ register, engine, klok }: Dependencies, mail: MeldingOpties, nieuw: NieuweCasus, adres: string | null): Promise<NieuwBericht[]> {
  const bekend = await zoekCasusVanKind(register.db, nieuw);
  if (!bekend) return [];
  const casus = await haalCasus(register.db, bekend.casusId);
  return makeBerichten(register, engine, mail, casus, {
    melding: MELDING, gebeurtenis: nieuw.procesInstantieKey, op: klok.nu(), aan: [{ rol: 'ib-er', adres }],
    gegevens: { aantalDagen: nieuw.verzuimRegels.length, gesloten: bekend.status === 'afgesloten' },
  });
}

/** Zet in het logboek van de casus dat het kind nog eens is aangemeld, en legt het bericht aan de aanmelder klaar. */
export async function meldAlBekend(tx: Tx, { casusId, uitkomst }: GeopendeCasus, nieuw: NieuweCasus, { stap, berichten }: { stap: string; berichten: readonly NieuwBericht[] }): Promise<void> {
  // De casus kwam er net bij: een volgende poging ziet haar en maakt het bericht.
  if (berichten.length === 0) throw new TransientError('Van dit kind kwam tegelijk een andere aanmelding binnen.');
  const dagen = nieuw.verzuimRegels.length;
  const gevolg = uitkomst === 'al-bekend'
    ? 'Deze aanmelding was al verwerkt en de casus is gesloten; er staat geen nieuw verzuim in.'
    : dagen === 0 ? 'Er stond geen verzuim in.' : `Het verzuim van ${dagen} ${dagen === 1 ? 'dag' : 'dagen'} gaat als verzuimstand naar deze casus.`;
  await voegLogboekToe(tx, {
    casusId, tijdstip: nieuw.geopendOp, stap, actie: 'Leerling nog eens aangemeld', actor: 'systeem', rol: 'systeem',
    uitkomst: `${gevolg} De aanmelder krijgt bericht.\nKlachten: ${nieuw.signaal.klachten}\nPatroon: ${nieuw.signaal.patroonVerzuim}`,
    sleutel: `casus-openen:${nieuw.procesInstantieKey}`,
  });
  await zetKlaar(tx, berichten);
}

/**
 * De nieuwe school meldt een kind aan dat op zijn vorige school al een casus heeft: de casus gaat mee. Wat daarvoor verandert wacht
 * in het register; de casus hoort het als signaal en voert het zelf door.
 */
export async function bewaarAndereSchool(tx: Tx, { casusId }: GeopendeCasus, nieuw: NieuweCasus, stap: string): Promise<void> {
  const wijzigingId = randomUUID();
  await slaWijzigingOp(tx, {
    wijzigingId, casusId, soort: 'school', rol: null, userId: null, naam: null, email: null, groep: null, vanaf: nieuw.vandaag, ontvangenOp: nieuw.geopendOp,
    school: { school: nieuw.school, leerlingnummer: nieuw.leerling.leerlingnummer, contacten: nieuw.contacten, woongemeente: nieuw.leerling.woongemeente },
  });
  await voegLogboekToe(tx, {
    casusId, tijdstip: nieuw.geopendOp, stap, actie: 'Leerling aangemeld door een andere school', actor: 'systeem', rol: 'systeem', sleutel: `casus-openen:${nieuw.procesInstantieKey}`,
    uitkomst: `${nieuw.school.naam} meldt dat de leerling daar is ingeschreven. De casus gaat mee, met hetzelfde nummer en dezelfde klok.\nKlachten: ${nieuw.signaal.klachten}\nPatroon: ${nieuw.signaal.patroonVerzuim}`,
  });
  await bewaarSignaal(tx, alsSignaal({ casusId, wijzigingId }, nieuw.procesInstantieKey, nieuw.geopendOp));
}
