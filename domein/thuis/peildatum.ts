import type { Dependencies } from '../dependencies.ts';
import { leesThuisperiodenOp, type Thuiskind } from '../../registratie/thuisperioden-op.ts';
import { leesAlleVrijstellingen } from '../../registratie/cijfers/vrijstellingen.ts';
import { onthoudend } from '../beslissen.ts';
import { groepeer } from '../groepeer.ts';
import { isLeerplichtig } from '../casus/beslissingen.ts';
import type { Datum } from '../kalender/datum.ts';
import type { Kalenders } from '../kalender/schoolkalender.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { vrijgesteldTot } from '../vrijstelling/geldig.ts';
import { haalThuisnormenPerKalender } from './normen.ts';
import { beoordeelThuis, type Thuisoordeel } from './oordeel.ts';

/**
 * Het oordeel over elk kind dat op een peildatum thuis was. Dit is wat elk cijfer, elk rapport en elke bladzijde telt: hetzelfde
 * oordeel als de klok en de status van het kind (errata §3). Thuiszitters zijn de kinderen met `oordeel.thuiszitter`.
 */
export async function leesThuisOp({ register, engine }: Pick<Dependencies, 'register' | 'engine'>, kalenders: Kalenders, peildatum: Datum): Promise<{ kind: Thuiskind; oordeel: Thuisoordeel }[]> {
  const kinderen = await leesThuisperiodenOp(register.db, peildatum);
  if (kinderen.length === 0) return [];
  const beslissen = onthoudend(engine);
  const normenVoor = await haalThuisnormenPerKalender(beslissen);
  const alle = groepeer(await leesAlleVrijstellingen(register.db), (v) => v.leerlingId);
  const uit: { kind: Thuiskind; oordeel: Thuisoordeel }[] = [];
  for (const kind of kinderen) {
    const leerplichtig = await isLeerplichtig(beslissen, leeftijdOp(kind.geboortedatum, peildatum));
    const vrijstellingen = alle.get(kind.leerlingId) ?? [];
    uit.push({ kind, oordeel: beoordeelThuis(kind, normenVoor(kalenders(kind.brin)), { dag: peildatum, leerplichtig, vrijgesteldTot: vrijgesteldTot(vrijstellingen, peildatum) }) });
  }
  return uit;
}
