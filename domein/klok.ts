/**
 * De klok waar alle logica op loopt. Nooit `new Date()` in een use case: in tests en in de demo
 * staat de klok van de engine ergens anders, en dan moeten werkers dezelfde tijd vertellen.
 */
export interface Klok {
  /** Het huidige moment. */
  nu(): Date;
}

/** De gewone klok van deze machine. */
export const systeemklok: Klok = { nu: () => new Date() };
