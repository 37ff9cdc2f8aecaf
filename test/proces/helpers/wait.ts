/** Het tijdbudget van één wachtmoment in een procestest, in ms. Ruim, want CI deelt zijn machine. */
export const BUDGET_MS = 90_000;

/**
 * Wacht tot `voorwaarde` iets geeft, met één tijdbudget; nooit een vaste pauze.
 * @throws Error met `omschrijving()` als het budget op is.
 */
export async function waitUntil<T>(
  voorwaarde: () => T | undefined | false | Promise<T | undefined | false>,
  omschrijving: () => string,
  budgetMs = BUDGET_MS,
): Promise<T> {
  const einde = performance.now() + budgetMs;
  for (;;) {
    const uitkomst = await voorwaarde();
    if (uitkomst !== undefined && uitkomst !== false) return uitkomst;
    if (performance.now() > einde) throw new Error(`niet gebeurd binnen ${budgetMs / 1000} s: ${omschrijving()}`);
    await new Promise((verder) => setTimeout(verder, 20));
  }
}
