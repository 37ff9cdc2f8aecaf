import { leesVoortgang } from '../../registratie/andere-school.ts';
import { leesLaatsteRegel } from '../../registratie/logboek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Bericht } from './soorten.ts';

/** Wie dit invulde is begonnen aan een plek voor het kind. */
const BEGONNEN = ['brug-keuze', 'overdracht-overstap'];
/** Wie dit invulde is weer bij de vraag welke plek past. */
const WEER_OPEN = ['perspectief', 'geen-brug'];

/**
 * Een andere regie breekt nooit af wat voor het kind al loopt (errata BE-DOORZETTING): een brugplaats, een overstap en een besluit
 * van de bestuurder gaan door, met de mensen van de nieuwe school. Het signaal wacht, en komt weer langs zolang de casus loopt.
 */
export async function wachtNog(db: Connection, casusId: string, bericht: Bericht): Promise<boolean> {
  if (bericht !== 'route-wisselt') return false;
  const casus = await leesVoortgang(db, casusId);
  if (!casus) return false;
  if (casus.doorzettingsmachtInstantie !== null) return true;
  const begonnen = Math.max(await laatste(db, casusId, BEGONNEN), await besluitVanBestuurder(db, casusId));
  const open = Math.max(await laatste(db, casusId, WEER_OPEN), casus.vierWekenSinds === null ? 0 : Date.parse(casus.vierWekenSinds));
  return begonnen > open;
}

/** Wees de bestuurder een plek aan, dan begint de overstap daarheen; zonder besluit is er niets begonnen. */
async function besluitVanBestuurder(db: Connection, casusId: string): Promise<number> {
  const regel = await leesLaatsteRegel(db, casusId, 'doorzettingsmacht-handmatig', 'DZ-besluit');
  return regel === undefined || regel.velden.besluitGenomen === 'nee' ? 0 : regel.tijdstip.getTime();
}

async function laatste(db: Connection, casusId: string, formulieren: readonly string[]): Promise<number> {
  const regels = await Promise.all(formulieren.map((formulier) => leesLaatsteRegel(db, casusId, formulier)));
  return Math.max(0, ...regels.map((regel) => regel?.tijdstip.getTime() ?? 0));
}
