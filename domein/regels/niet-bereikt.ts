import { dag, getal, isJa, nietInToekomst, type Invoer, type Omgeving } from './helpers.ts';

/** Zo vaak moet contact geprobeerd zijn voordat een brief het vervangt (spec KT-07, voorstel). */
const MINSTENS_POGINGEN = 2;

/**
 * Ouders die niet bereikt zijn houden een wettelijke stap niet op (errata: F-08b, F-14, F-21); wel staat vast hoe vaak het is
 * geprobeerd en wanneer hun is geschreven.
 * @param veld het label van de datum van de brief op dit formulier
 */
export function nietBereikt(invoer: Invoer, nu: Omgeving, veld: string): (string | null)[] {
  if (!isJa(invoer, 'oudersNietBereikt')) return [];
  const verstuurd = dag(invoer, 'schriftelijkVerstuurdOp');
  return [
    (getal(invoer, 'aantalPogingen') ?? 0) < MINSTENS_POGINGEN ? `Aantal pogingen: probeer ouders minstens ${MINSTENS_POGINGEN} keer te bereiken.` : null,
    verstuurd === undefined && 'schriftelijkVerstuurdOp' in invoer ? `${veld}: vul de datum van de brief aan ouders in.` : null,
    nietInToekomst(veld, verstuurd, nu),
  ];
}
