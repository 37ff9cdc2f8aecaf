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
import { telOpnieuw, type Hertelling } from './hertellen.ts';
import { bezwaren, vervallenGronden, type DuoMelding } from './melding.ts';
import { leesActiesSchool, merkGemeld } from './merken.ts';
import { verbeterDagen } from './verbeteren.ts';
import { isLeeg, maakVerbetering, metDagen, verbeterdeDagen, type Verbetering, type VerzuimOpgave } from './verbetering.ts';

export interface Ingevuld {
  readonly casusId: string;
  readonly gronden: readonly string[];
  readonly duoMelding: DuoMelding;
  readonly verzuimOpgave?: VerzuimOpgave | undefined;
}

/** Wat het model nodig heeft om verder te gaan. */
export interface Uitkomst extends Record<string, unknown> {
  /** Het nummer van de melding, of null als er niets te melden was. */
  readonly duoId: string | null;
  /** De gronden die bleven. */
  readonly gronden: string[];
  readonly duoMelding: DuoMelding;
  /** Wat er hierna opnieuw gewogen wordt; null als de dagen niet getoond zijn en er niet gemeld is, want dan komt dezelfde grond meteen terug. */
  readonly hertelling: Record<string, unknown> | null;
}

/**
 * Dient één verzuimmelding in met alle gronden (CA-02-2; routeboek r. 65–67, r. 159–161, r. 339–351). Dezelfde gronden
 * tot en met dezelfde dag zijn dezelfde melding (AS-22): dan komt het bestaande nummer terug. Wat de IB-er aan de dagen verbeterde gaat
 * naar het verzuim zelf, ook als er niet gemeld wordt. Een grond die er daarna niet meer is vervalt; blijft er geen over, dan wordt er
 * niet gemeld.
 * @throws BusinessError DUO_AFGEWEZEN met `validatieFouten`, bij het schrijven; dan verandert er niets
 */
export async function dienMeldingIn(deps: Dependencies, { casusId, gronden: opgegeven, duoMelding: getypt, verzuimOpgave }: Ingevuld, aanleiding: Aanleiding): Promise<Schrijven<Uitkomst>> {
  const { engine, klok } = deps;
  const getoond = verzuimOpgave && metDagen(verzuimOpgave) ? verzuimOpgave.getoond : undefined;
  const verbetering = verzuimOpgave && getoond ? maakVerbetering(verzuimOpgave) : undefined;
  const { melding, vervallen }: Hertelling = getoond && verbetering
    ? await telOpnieuw(deps, casusId, opgegeven, getypt, getoond, verbetering)
    : { melding: getypt, vervallen: await vervallenGronden(engine, opgegeven, getypt) };
  const gronden = [...new Set(opgegeven)].filter((grond) => !vervallen.includes(grond)).sort();
  const sleutel = `duo:MELDING:${casusId}:${gronden.join('+')}:${melding.periodeTot}`;
  const uitkomst = (duoId: string | null): Uitkomst => ({ duoId, gronden, duoMelding: melding, hertelling: weging(getoond?.tot, verbetering, duoId !== null) });
  return async (tx) => {
    // Twee meldingen van één casus gaan na elkaar, en zien elkaar.
    await vergrendelCasus(tx, casusId);
    const bestaand = gronden.length > 0 ? await zoekDuoMelding(tx, sleutel) : undefined;
    const fouten = !bestaand ? bezwaren(gronden, melding, await leesDuoMeldingen(tx, casusId)) : [];
    if (fouten.length > 0) throw new BusinessError('DUO_AFGEWEZEN', 'De verzuimmelding is niet ingediend.', { validatieFouten: fouten });

    if (verbetering && !isLeeg(verbetering)) await verbeterDagen(tx, { casusId, op: klok.nu() }, verbetering, aanleiding);
    await sluitGronden(tx, casusId, opgegeven);
    if (bestaand) return uitkomst(bestaand);
    if (vervallen.length > 0) await noemVervallen(tx, { casusId, op: klok.nu(), vervallen, melding, nagekeken: verbetering !== undefined }, aanleiding);
    if (gronden.length === 0) return uitkomst(null);

    const { periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat } = melding;
    const duoId = await slaDuoMeldingOp(tx, {
      casusId, gronden, periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat,
      actiesSchool: await leesActiesSchool(tx, casusId), op: klok.nu(), dag: vandaag(klok), sleutel,
    });
    await merkGemeld(tx, casusId, duoId, gronden, melding);
    await schrijfSysteemregel(tx, aanleiding, {
      casusId,
      op: klok.nu(),
      actie: 'Verzuimmelding ingediend bij DUO',
      uitkomst: `Grond: ${grondenTekst(gronden)}\nPeriode: ${datumTekst(melding.periodeVan)} tot en met ${datumTekst(melding.periodeTot)}\nUren ongeoorloofd: ${melding.urenOngeoorloofd}\nKeer te laat: ${melding.aantalTeLaat}`,
      velden: { duoId, gronden, ...melding },
    });
    return uitkomst(duoId);
  };
}

/**
 * Na elke melding, en na elke grond die met de dagen vervalt, wordt opnieuw gewogen wat er intussen bij kwam (errata: evaluate anew). Zijn er
 * dagen verbeterd, dan is dat een opgave van de school: de cijfers en de weken worden opnieuw bepaald.
 */
function weging(peildatum: string | undefined, verbetering: Verbetering | undefined, gemeld: boolean): Record<string, unknown> | null {
  if (verbetering && !isLeeg(verbetering)) return { naMelding: true, peildatum, verbeterd: verbeterdeDagen(verbetering) };
  return gemeld || verbetering ? { naMelding: true } : null;
}

async function noemVervallen(tx: Tx, { casusId, op, vervallen, melding, nagekeken }: { casusId: string; op: Date; vervallen: string[]; melding: DuoMelding; nagekeken: boolean }, aanleiding: Aanleiding): Promise<void> {
  await schrijfSysteemregel(tx, aanleiding, {
    casusId, op, actie: 'Grond voor een verzuimmelding vervallen',
    uitkomst: `Grond: ${grondenTekst(vervallen)}\nNa de controle van de IB-er is deze grond er niet meer (uren: ${melding.urenOngeoorloofd}, keren te laat: ${melding.aantalTeLaat}).${nagekeken ? '' : ' Verbeter ook het verzuim per dag; anders komt de grond bij de volgende verzuimstand terug.'}`,
    velden: { vervallen },
  });
}
