import type { RequestHandler } from 'express';
import { NormOnbekend } from '../../domein/cijfers/laatste-antwoord.ts';
import { ContractError } from '../../domein/errors.ts';
import { messagePage } from '../page.ts';

/** Zonder normen is er niets te tellen. Dan zegt de pagina wat er niet te lezen is, of welke regel van een tabel niet klopt, in plaats van een getal. */
export const metNormen = (toon: RequestHandler): RequestHandler => async (request, response, next) => {
  try {
    await toon(request, response, next);
  } catch (fout) {
    if (!(fout instanceof NormOnbekend) && !(fout instanceof ContractError)) throw fout;
    response.status(503).send(messagePage(response, 'Er zijn nu geen cijfers', `${fout.message} Zodra dat weer kan, staan de cijfers hier; het register zelf is bijgewerkt. Wie de toepassing beheert ziet bij Gezondheid wat het niet doet.`));
  }
};
