import { vergrendelCasus } from '../../registratie/casus-vergrendelen.ts';
import { slaDuoMeldingOp } from '../../registratie/duo-melding-opslaan.ts';
import { leesDuoMeldingen, zoekDuoMelding } from '../../registratie/duo-meldingen-lezen.ts';
import { sluitGronden } from '../../registratie/open-gronden.ts';
import type { Tx } from '../../registratie/register.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { datumTekst, vandaag } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import type { Schrijven } from '../schrijven.ts';
import { grondenTekst } from './gronden.ts';
import { bezwaren, vervallenGronden, type DuoMelding } from './melding.ts';
import { leesActiesSchool, merkGemeld } from './merken.ts';

/**
 * Dient één verzuimmelding in met alle gronden (CA-02-2; routeboek r. 65–67, r. 159–161, r. 339–351). Dezelfde gronden
 * tot en met dezelfde dag zijn dezelfde melding (AS-22): dan komt het bestaande nummer terug. Een grond die na de controle onder
 * de drempel ligt vervalt; blijft er geen over, dan wordt er niet gemeld.
 * @returns het nummer van de melding, of null als er niets te melden was, en de gronden die bleven
 * @throws BusinessError DUO_AFGEWEZEN met `validatieFouten`, bij het schrijven
 */
export async function dienMeldingIn(
  { engine, klok }: Pick<Dependencies, 'engine' | 'klok'>,
  { casusId, gronden: opgegeven, duoMelding: melding }: { casusId: string; gronden: readonly string[]; duoMelding: DuoMelding },
  aanleiding: Aanleiding,
): Promise<Schrijven<{ duoId: string | null; gronden: string[] }>> {
  const vervallen = await vervallenGronden(engine, opgegeven, melding);
  const gronden = [...new Set(opgegeven)].filter((grond) => !vervallen.includes(grond)).sort();
  const sleutel = `duo:MELDING:${casusId}:${gronden.join('+')}:${melding.periodeTot}`;
  const laatVervallen = async (tx: Tx): Promise<void> => {
    await sluitGronden(tx, casusId, vervallen);
    await schrijfSysteemregel(tx, aanleiding, {
      casusId, op: klok.nu(), actie: 'Grond voor een verzuimmelding vervallen',
      uitkomst: `Grond: ${grondenTekst(vervallen)}\nNa de controle van de IB-er ligt het aantal onder de drempel (uren: ${melding.urenOngeoorloofd}, keren te laat: ${melding.aantalTeLaat}). Verbeter ook het verzuim per dag; anders komt de grond bij de volgende verzuimstand terug.`,
      velden: { vervallen },
    });
  };
  return async (tx) => {
    // Twee meldingen van één casus gaan na elkaar, en zien elkaar.
    await vergrendelCasus(tx, casusId);
    if (gronden.length === 0) {
      await laatVervallen(tx);
      return { duoId: null, gronden };
    }
    const bestaand = await zoekDuoMelding(tx, sleutel);
    if (bestaand) {
      await sluitGronden(tx, casusId, opgegeven);
      return { duoId: bestaand, gronden };
    }

    const fouten = bezwaren(gronden, melding, await leesDuoMeldingen(tx, casusId));
    if (fouten.length > 0) throw new BusinessError('DUO_AFGEWEZEN', 'De verzuimmelding is niet ingediend.', { validatieFouten: fouten });

    const { periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat } = melding;
    const duoId = await slaDuoMeldingOp(tx, {
      casusId, gronden, periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat,
      actiesSchool: await leesActiesSchool(tx, casusId), op: klok.nu(), dag: vandaag(klok), sleutel,
    });
    await merkGemeld(tx, casusId, duoId, gronden, melding);
    await sluitGronden(tx, casusId, gronden);
    if (vervallen.length > 0) await laatVervallen(tx);
    await schrijfSysteemregel(tx, aanleiding, {
      casusId,
      op: klok.nu(),
      actie: 'Verzuimmelding ingediend bij DUO',
      uitkomst: `Grond: ${grondenTekst(gronden)}\nPeriode: ${datumTekst(melding.periodeVan)} tot en met ${datumTekst(melding.periodeTot)}\nUren ongeoorloofd: ${melding.urenOngeoorloofd}\nKeer te laat: ${melding.aantalTeLaat}`,
      velden: { duoId, gronden, ...melding },
    });
    return { duoId, gronden };
  };
}
