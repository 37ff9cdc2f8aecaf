/**
 * Grenzen waarmee een aanmelding wordt gekeurd. Ze bewaken invoer en sturen de route niet; daarom staan ze hier en niet
 * in een beslistabel. Bron: spec deel 1 §5 F-00.
 */
export const AANMELDNORMEN = {
  /** W-regel bij de geboortedatum: jonger of ouder is een tikfout. Een leerling van het SO kan tot zijn twintigste op school zijn; een bovengrens van 13 is er niet (errata F-00). */
  leeftijdMin: 3,
  leeftijdMax: 20,
  /** W-regel bij de datum van het signaal. */
  signaalHoogstensDagenOud: 60,
} as const;
