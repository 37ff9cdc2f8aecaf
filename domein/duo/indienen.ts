import { vergrendelCasus } from '../../registratie/casus-vergrendelen.ts';
import { slaDuoMeldingOp } from '../../registratie/duo-melding-opslaan.ts';
import { leesDuoMeldingen, zoekDuoMelding } from '../../registratie/duo-meldingen-lezen.ts';
import { sluitGronden } from '../../registratie/open-gronden.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { datumTekst, vandaag } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import type { Schrijven } from '../schrijven.ts';
import { grondenTekst } from './gronden.ts';
import { bezwaren, onderDrempel, type DuoMelding } from './melding.ts';
import { leesActiesSchool, merkGemeld } from './merken.ts';

/**
 * Dient één verzuimmelding in met alle gronden (CA-02-2; routeboek r. 65–67, r. 159–161, r. 339–351). Dezelfde gronden
 * tot en met dezelfde dag zijn dezelfde melding (AS-22): dan komt het bestaande nummer terug.
 * @throws BusinessError DUO_AFGEWEZEN met `validatieFouten`, bij het schrijven
 */
export async function dienMeldingIn(
  { engine, klok }: Pick<Dependencies, 'engine' | 'klok'>,
  { casusId, gronden: opgegeven, duoMelding: melding }: { casusId: string; gronden: readonly string[]; duoMelding: DuoMelding },
  aanleiding: Aanleiding,
): Promise<Schrijven<{ duoId: string }>> {
  const gronden = [...new Set(opgegeven)].sort();
  const sleutel = `duo:MELDING:${casusId}:${gronden.join('+')}:${melding.periodeTot}`;
  const laag = await onderDrempel(engine, gronden, melding);
  return async (tx) => {
    // Twee meldingen van één casus gaan na elkaar, en zien elkaar.
    await vergrendelCasus(tx, casusId);
    const bestaand = await zoekDuoMelding(tx, sleutel);
    if (bestaand) {
      await sluitGronden(tx, casusId, gronden);
      return { duoId: bestaand };
    }

    const fouten = [...bezwaren(gronden, melding, await leesDuoMeldingen(tx, casusId)), ...laag];
    if (fouten.length > 0) throw new BusinessError('DUO_AFGEWEZEN', 'De verzuimmelding is niet ingediend.', { validatieFouten: fouten });

    const { periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat } = melding;
    const duoId = await slaDuoMeldingOp(tx, {
      casusId, gronden, periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat,
      actiesSchool: await leesActiesSchool(tx, casusId), op: klok.nu(), dag: vandaag(klok), sleutel,
    });
    await merkGemeld(tx, casusId, duoId, gronden, melding);
    await sluitGronden(tx, casusId, gronden);
    await schrijfSysteemregel(tx, aanleiding, {
      casusId,
      op: klok.nu(),
      actie: 'Verzuimmelding ingediend bij DUO',
      uitkomst: `Grond: ${grondenTekst(gronden)}\nPeriode: ${datumTekst(melding.periodeVan)} tot en met ${datumTekst(melding.periodeTot)}\nUren ongeoorloofd: ${melding.urenOngeoorloofd}\nKeer te laat: ${melding.aantalTeLaat}`,
      velden: { duoId, gronden, ...melding },
    });
    return { duoId };
  };
}
