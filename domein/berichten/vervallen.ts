import { vervalSignalen } from '../../registratie/signaal.ts';
import type { Tx } from '../../registratie/register.ts';
import { dagVan, datumTekst } from '../kalender/datum.ts';
import { VERMOEDEN } from '../meldcode/eigen-log.ts';
import { berichtNaam, berichtTekst } from './soorten.ts';

/** De casus sluit: wat de route niet oppakte vervalt. Over de meldcode staat er niets bij. @returns een zin voor het logboek die elk noemt, of niets als er geen waren */
export async function laatSignalenVervallen(tx: Tx, casusId: string, op: Date): Promise<string | undefined> {
  const signalen = (await vervalSignalen(tx, casusId, op)).filter(({ bericht }) => bericht !== VERMOEDEN);
  if (signalen.length === 0) return undefined;
  return `Niet meer opgepakt: ${signalen.map(({ bericht, ontvangenOp }) => `${berichtTekst(berichtNaam(bericht))} (${datumTekst(dagVan(ontvangenOp))})`).join('; ')}`;
}
