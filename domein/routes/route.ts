/**
 * Alles wat code van een route moet weten, op één plek. Wat mensen zien staat in het model van de route; een nieuwe route
 * is een model in bpmn/, een bestand hier en een regel in `index.ts`.
 */
export interface Route {
  /** Proces-id, gelijk aan de naam van het model en aan de uitkomst van de beslistabel routekeuze. */
  readonly proces: string;
  /** Begin van de staps-id's van deze route, zoals in de eigenschap `stap` van een element ("KT" in "KT-01a"). */
  readonly stapPrefix: string;
  /** Wie de casus aan het eind sluit met een notitie: de rol en haar naam in `groepen` en `personen`. */
  readonly afsluiter: { readonly rol: string; readonly persoon: string };
  /** De rollen van het SWV en het schoolbestuur die alleen in deze route horen; gaat de casus naar een andere route, dan houden zij op. */
  readonly regie?: readonly string[];
  /** De genummerde stap die een eigen proces is en op elk moment kan lopen: het melden van verzuim. */
  readonly eigenProces?: { readonly nr: number; readonly naam: string; readonly proces: string };
}
