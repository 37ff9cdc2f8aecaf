const WOORDEN: Readonly<Record<string, string>> = { 'Open {element}': 'Binnenkant van {element} tonen' };

/** De paar woorden die bpmn-js zelf toont, in het Nederlands. */
export const vertaal = (tekst: string, waarden: Readonly<Record<string, string>> = {}): string =>
  (WOORDEN[tekst] ?? tekst).replace(/{([^}]+)}/g, (_heel, naam: string) => waarden[naam] ?? `{${naam}}`);
