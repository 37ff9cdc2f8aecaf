/** Er is geen casus met dit id in het register. Herhalen helpt niet: het model of een bericht noemt een verkeerd id. */
export class CasusOnbekend extends Error {
  override readonly name = 'CasusOnbekend';
  constructor(readonly casusId: string) {
    super(`Er is geen casus met id ${casusId} in het register.`);
  }
}

/** Er loopt al een casus voor deze leerling (spec deel 3 §8.2 B-22). */
export class CasusBestaat extends Error {
  override readonly name = 'CasusBestaat';
  constructor(readonly casusnummer: string) {
    super(`Er loopt al een dossier voor deze leerling: casus ${casusnummer}.`);
  }
}

/** Is deze fout van de databank een botsing op een unieke sleutel? Beide databanken geven dezelfde code. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === '23505';
}
