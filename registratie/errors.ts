/** Er is geen casus met dit id in het register. Herhalen helpt niet: het model of een bericht noemt een verkeerd id. */
export class CasusOnbekend extends Error {
  override readonly name = 'CasusOnbekend';
  constructor(readonly casusId: string) {
    super(`Er is geen casus met id ${casusId} in het register.`);
  }
}

/** Is deze fout van de databank een botsing op een unieke sleutel? Beide databanken geven dezelfde code. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === '23505';
}
