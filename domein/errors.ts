/**
 * De gesloten lijst van fouten die een werker mag gooien (design §6). De schil vertaalt ze op één plek:
 * bedrijf → BPMN-fout, tijdelijk → opnieuw met groeiende wachttijd, permanent en contract → incident.
 * De boodschap is Nederlands en zonder kindgegevens: een beheerder leest haar in Operate.
 */
export type FoutSoort = 'bedrijf' | 'tijdelijk' | 'permanent' | 'contract';

export abstract class WerkerFout extends Error {
  abstract readonly soort: FoutSoort;
}

/** Iets dat de proceseigenaar heeft gemodelleerd: wordt een BPMN-fout met `code`. */
export class BedrijfsFout extends WerkerFout {
  readonly soort = 'bedrijf';
  constructor(
    readonly code: string,
    boodschap: string,
    /** Variabelen die met de BPMN-fout meegaan, bijvoorbeeld `validatieFouten`. */
    readonly variabelen: Record<string, unknown> = {},
  ) {
    super(boodschap);
  }
}

/** Een storing die vanzelf over kan gaan: de opdracht komt terug met groeiende wachttijd. */
export class TijdelijkeFout extends WerkerFout {
  readonly soort = 'tijdelijk';
}

/** Opnieuw proberen helpt niet: meteen een incident voor de beheerder. */
export class PermanenteFout extends WerkerFout {
  readonly soort = 'permanent';
}

/** Het model geeft de werker iets anders dan afgesproken: meteen een incident dat het veld noemt. */
export class ContractFout extends WerkerFout {
  readonly soort = 'contract';
}
