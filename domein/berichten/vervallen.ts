import { vervalSignalen } from '../../registratie/signaal.ts';
import type { Tx } from '../../registratie/register.ts';
import { datumTekst, naarDatum, TIJDZONE } from '../kalender/datum.ts';
import { DateTime } from 'luxon';
import { berichtNaam, berichtTekst } from './soorten.ts';

/** De casus sluit: wat de route niet oppakte vervalt. @returns een zin voor het logboek die elk noemt, of niets als er geen waren */
export async function laatSignalenVervallen(tx: Tx, casusId: string, op: Date): Promise<string | undefined> {
  const signalen = await vervalSignalen(tx, casusId, op);
  if (signalen.length === 0) return undefined;
  const dag = (moment: Date): string => datumTekst(naarDatum(DateTime.fromJSDate(moment, { zone: TIJDZONE })));
  return `Niet meer opgepakt: ${signalen.map(({ bericht, ontvangenOp }) => `${berichtTekst(berichtNaam(bericht))} (${dag(ontvangenOp)})`).join('; ')}`;
}
