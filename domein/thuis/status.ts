import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { ofIn } from '../casus/beslissingen.ts';
import { ContractError } from '../errors.ts';
import type { Thuisoordeel } from './oordeel.ts';

const DREIGEND = 'DREIGEND_THUISZITTER';
const GEESCALEERD = 'DREIGEND_THUISZITTER_GEESCALEERD';
const antwoord = ofIn('status', z.string());

/** Wat de beslistabel registratiestatus van het oordeel leest. */
export const alsInvoer = ({ leerplichtig, vrijgesteldTot, ingeschreven, zonderSchool, langerDanVierWeken }: Thuisoordeel) =>
  ({ leerplichtig, vrijgesteld: vrijgesteldTot !== null, ingeschreven, zonderSchool, langerDanVierWeken });

/**
 * De status in de thuiszittersregistratie, volgens de beslistabel registratiestatus (errata §3; routeboek r. 36–43, 51–52, 315–319).
 * @param vorige de status die vastligt: een escalatie blijft staan tot er een nieuwe opgave is
 * @param verzuim de laatste verzuimstand, voor een kind waarvan de vorige status over de escalatie niets zegt
 */
export async function bepaalStatus(beslissen: Beslissen, oordeel: Thuisoordeel, { vorige, verzuim }: { vorige: string | null; verzuim: { dagenThuisWeek: number } | null | undefined }): Promise<string> {
  const escaleert = vorige === GEESCALEERD || (vorige !== DREIGEND && Boolean(verzuim) && (await beslissen.beslis('escalatie-thuis', { verzuim: { dagenThuisWeek: verzuim?.dagenThuisWeek } })) === true);
  const status = antwoord.safeParse(await beslissen.beslis('registratiestatus', { thuis: alsInvoer(oordeel), escaleert }));
  if (!status.success) throw new ContractError('De beslistabel registratiestatus geeft geen status.');
  return status.data;
}
