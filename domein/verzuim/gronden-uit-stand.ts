import type { Kengetallen } from './kengetallen.ts';

/** De kengetallen en vlaggen waar de beslistabel meldplicht-duo naar kijkt. */
export type Meldgegevens = Kengetallen & { jgzGeenGehoor: boolean; escalatiegesprekGevoerd: boolean };

/** Wat een grond uit de stand haalt, zodat de beslistabel hem niet nog eens geeft. */
const ZONDER: Record<string, Partial<Meldgegevens>> = {
  ZESTIEN_UUR_4WK: { urenOngeoorloofd4wk: 0 },
  NEGEN_KEER_TE_LAAT: { aantalTeLaat: 0 },
  LANGDURIG_RELATIEF: { langdurigGemeld: true },
  GEEN_GEHOOR_JEUGDARTS: { jgzGeenGehoor: false },
  ESCALATIE_THUIS: { escalatiegesprekGevoerd: false },
  LUXE_VERZUIM: { luxeVerzuim: false },
};

/**
 * Een grond waarvan de melding (CA-02) nog openstaat komt niet nog eens in `gronden` (spec §4.1). verzuim-verwerken merkt
 * haar in het register, in één transactie met de stand; duo-melding-indienen haalt het merk weg. Na vier lesweken (het
 * venster van de uren) telt een merk niet meer: is de taak dan nog niet gedaan of verdwenen, dan komt de grond terug. Een
 * kind valt zo nooit stil weg.
 * @returns de stand zonder wat deze gronden al dekken
 */
export const zonderGronden = <T extends Meldgegevens>(stand: T, gronden: readonly string[]): T =>
  gronden.reduce<T>((rest, grond) => ({ ...rest, ...ZONDER[grond] }), stand);
