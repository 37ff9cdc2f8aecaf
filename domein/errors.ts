/**
 * De gesloten lijst van fouten die een werker mag gooien (design §6). De schil vertaalt ze op één plek:
 * bedrijf → BPMN-fout, tijdelijk → opnieuw met groeiende wachttijd, permanent en contract → incident.
 * De boodschap is Nederlands en zonder kindgegevens: een beheerder leest haar in Operate.
 */
export type ErrorKind = 'business' | 'transient' | 'permanent' | 'contract';

export abstract class WorkerError extends Error {
  abstract readonly kind: ErrorKind;
}

/** Iets dat de proceseigenaar heeft gemodelleerd: wordt een BPMN-fout met `code`. */
export class BusinessError extends WorkerError {
  readonly kind = 'business';
  constructor(
    readonly code: string,
    message: string,
    /** Variabelen die met de BPMN-fout meegaan, bijvoorbeeld `validatieFouten`. */
    readonly variables: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** Een storing die vanzelf over kan gaan: de opdracht komt terug met groeiende wachttijd. */
export class TransientError extends WorkerError {
  readonly kind = 'transient';
}

/** Opnieuw proberen helpt niet: meteen een incident voor de beheerder. */
export class PermanentError extends WorkerError {
  readonly kind = 'permanent';
}

/** Het model geeft de werker iets anders dan afgesproken: meteen een incident dat het veld noemt. */
export class ContractError extends WorkerError {
  readonly kind = 'contract';
}
