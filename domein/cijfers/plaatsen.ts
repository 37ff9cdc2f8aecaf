import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { ofIn } from '../casus/beslissingen.ts';
import { ContractError } from '../errors.ts';
import type { Brugsoort } from './brugplaatsen.ts';

const plaatsen = ofIn('plaatsen', z.number().int().min(0).nullish());

/**
 * Hoeveel plaatsen er van een soort brugplaats zijn; null als er geen vast aantal is (routeboek r. 631, 751–752).
 * @throws ContractError als de tabel geen heel aantal geeft
 */
export async function aantalPlaatsen(beslissen: Beslissen, soort: Brugsoort): Promise<number | null> {
  const uitkomst = plaatsen.safeParse(await beslissen.beslis('brugplaatsen', { soort }));
  if (uitkomst.success) return uitkomst.data ?? null;
  throw new ContractError(`De regel voor ${soort} in bpmn/brugplaatsen.dmn klopt niet: vul een heel aantal plaatsen in, of laat het leeg als er geen vast aantal is.`);
}
