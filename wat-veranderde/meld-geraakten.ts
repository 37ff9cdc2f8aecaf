import { geraakteStappen, wieIsGeraakt } from './geraakt.ts';
import { plaatsenVoor, type Plaatslezer } from './plaatsen.ts';

/**
 * Zegt bij een uitrol welke lopende casussen bij een veranderde stap staan en wat zij ervan merken. Gooit niet: de uitrol is dan al
 * gelukt.
 * @param vorige de bestanden van de vorige uitrol; zonder is er niets om mee te vergelijken
 * @param nu de bestanden die nu gelden
 */
export async function meldGeraakten(vorige: ReadonlyMap<string, string> | undefined, nu: ReadonlyMap<string, string> | undefined, reads: Plaatslezer): Promise<string[]> {
  if (!vorige || !nu) return [];
  try {
    const stappen = await geraakteStappen(vorige, nu);
    return wieIsGeraakt(stappen, await plaatsenVoor(stappen, reads));
  } catch (error) {
    return [`Welke lopende casussen bij een veranderde stap staan, is nu niet te lezen: ${(error as Error).message}`];
  }
}
