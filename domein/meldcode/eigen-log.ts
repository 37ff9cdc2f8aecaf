/** Het proces dat de meldcode doorloopt. Alleen zijn eigen stappen komen bij het eigen log (errata §2.3, S-05). */
export const MELDCODE = 'meldcode';

/** De formulieren van de meldcode: wat erop staat komt nooit in het logboek van de casus. */
export const isVanMeldcode = (formulier: string): boolean => formulier.startsWith(`${MELDCODE}-`);

/**
 * Velden op een formulier van de route die over de meldcode gaan. Ze sturen het proces en komen niet in het logboek: dat lezen meer
 * mensen dan de meldcode aangaat, en ouders kunnen het opvragen (routeboek r. 226–228; errata §2.3).
 */
export const NIET_IN_LOGBOEK: readonly string[] = ['zorgenVeiligheid'];

/** Het signaal waarmee de meldcode begint; ook dat het is doorgegeven staat nergens in het logboek. */
export const VERMOEDEN = 'vermoeden-onveiligheid';
