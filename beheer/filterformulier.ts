/** Waarop cijfers te kiezen zijn, zoals het op elke pagina heet. Een pagina kiest er de hare uit. */
export const KENMERKNAMEN = { route: 'Route', gemeente: 'Gemeente', bestuur: 'Schoolbestuur', school: 'School', groep: 'Groep', reden: 'Reden van sluiten', versie: 'Versie van het model' } as const;
export type Kenmerknaam = keyof typeof KENMERKNAMEN;

/** Eén keuze in een lijst van het filter. */
export interface Optie {
  readonly waarde: string;
  readonly label: string;
  readonly gekozen: boolean;
}
/** De keuzes van één kenmerk bij elkaar. */
export interface Keuzegroep {
  readonly label: string;
  readonly opties: readonly Optie[];
}

/** Wat er in de twee lijsten van een filterformulier gekozen is. */
export interface Formulierkeuze {
  readonly periode: string;
  /** Het gekozen kenmerk als veld van het adres; leeg als er geen, of geen geldig, gekozen is. */
  readonly kenmerk: Readonly<Record<string, string>>;
}

/**
 * Een filterformulier stuurt zijn kenmerk als `soort:waarde`, wat een adres niet kent. @returns wat ermee bedoeld is, of niets als het
 * formulier niet is gebruikt
 */
export function leesFormulier({ kenmerk, periode }: Readonly<Record<string, unknown>>, isKenmerk: (soort: string) => boolean): Formulierkeuze | undefined {
  if (typeof kenmerk !== 'string' && typeof periode !== 'string') return undefined;
  const [soort = '', ...waarde] = typeof kenmerk === 'string' ? kenmerk.split(':') : [];
  return { periode: typeof periode === 'string' ? periode : '', kenmerk: isKenmerk(soort) && waarde.length > 0 ? { [soort]: waarde.join(':') } : {} };
}

/** De lijst met kenmerken; een kenmerk waarvan niets te kiezen is staat er niet in. */
export const keuzegroepen = <K extends Kenmerknaam>(soorten: readonly K[], waarden: (soort: K) => readonly (readonly [waarde: string, label: string])[], gekozen: (soort: K, waarde: string) => boolean): Keuzegroep[] =>
  soorten.flatMap((soort) => {
    const opties = waarden(soort).map(([waarde, label]) => ({ waarde: `${soort}:${waarde}`, label, gekozen: gekozen(soort, waarde) }));
    return opties.length === 0 ? [] : [{ label: KENMERKNAMEN[soort], opties }];
  });
