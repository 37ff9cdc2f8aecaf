/** Hoe een grond in gewoon Nederlands heet (r. 66–67, r. 305–313, r. 486–487). */
const NAMEN: Record<string, string> = {
  ZESTIEN_UUR_4WK: 'zestien uur in vier lesweken',
  NEGEN_KEER_TE_LAAT: 'negen keer te laat',
  LANGDURIG_RELATIEF: 'langdurig relatief verzuim',
  GEEN_GEHOOR_JEUGDARTS: 'geen gehoor bij de jeugdarts',
  ESCALATIE_THUIS: 'meer dan drie dagen per week thuis',
  LUXE_VERZUIM: 'luxeverzuim',
};

/** @returns de gronden als leesbare opsomming. */
export const grondenTekst = (gronden: readonly string[]): string => gronden.map((g) => NAMEN[g] ?? g).join(', ');

/** Gronden die over uren gaan: hun uren tellen na de melding niet nog eens. Andere gronden laten de uren staan, want de plicht om zestien uur te melden blijft. */
export const GRONDEN_OVER_UREN: readonly string[] = ['ZESTIEN_UUR_4WK', 'LANGDURIG_RELATIEF'];
