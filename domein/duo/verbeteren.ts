import { slaDuoRegistratieOp } from '../../registratie/duo-registratie-opslaan.ts';
import { leesVerzuimperiode } from '../../registratie/verzuim-lezen.ts';
import { verbeterVerzuim } from '../../registratie/verzuim-verbeteren.ts';
import type { Tx } from '../../registratie/register.ts';
import { datumTekst } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import { SOORTNAMEN, type TeLaat, type VerzuimRegel } from '../verzuim/regels.ts';
import type { Verbetering } from './verbetering.ts';

/** Verbetert het verzuim per dag, werkt de registratie bij DUO bij (r. 335–351) en zet in het logboek wat er veranderde. */
export async function verbeterDagen(tx: Tx, { casusId, op }: { casusId: string; op: Date }, verbetering: Verbetering, aanleiding: Aanleiding): Promise<void> {
  await verbeterVerzuim(tx, casusId, { dagenWeg: verbetering.dagenWeg, regels: verbetering.dagen, kerenWeg: verbetering.kerenWeg, teLaat: verbetering.keren });
  await slaDuoRegistratieOp(tx, casusId, await leesVerzuimperiode(tx, casusId), op);
  await schrijfSysteemregel(tx, aanleiding, { casusId, op, actie: 'Verzuim per dag verbeterd', uitkomst: inWoorden(verbetering).join('\n'), velden: { dagen: verbetering.dagen.length + verbetering.dagenWeg.length, keren: verbetering.keren.length + verbetering.kerenWeg.length } });
}

const inWoorden = ({ dagenWeg, dagen, kerenWeg, keren }: Verbetering): string[] => [
  ...dagenWeg.map((datum) => `${datumTekst(datum)}: geen verzuim`),
  ...dagen.map(({ datum, uren, soort }: VerzuimRegel) => `${datumTekst(datum)}: ${String(uren).replace('.', ',')} uur ${SOORTNAMEN[soort]}`),
  ...kerenWeg.map(({ datum }: TeLaat) => `${datumTekst(datum)}: toch op tijd`),
  ...keren.map(({ datum }: TeLaat) => `${datumTekst(datum)}: te laat`),
];
