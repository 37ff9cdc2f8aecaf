/** Wat dit script van een element template van Camunda Modeler leest en schrijft. */
export interface Sjabloon {
  id?: string;
  name?: string;
  description?: string;
  properties: Eigenschap[];
}
export interface Eigenschap {
  id?: string;
  label?: string;
  description?: string;
  group?: string;
  type: string;
  feel?: string;
  value?: string;
  choices?: Keuze[];
  binding: { type: string; name?: string; key?: string; property?: string };
  condition?: { property: string; equals?: string; oneOf?: string[] };
  optional?: boolean;
}
export interface Keuze {
  name: string;
  value: string;
}

/** Geeft `gebruikerstaak` de lijst van alle formulieren, elk met de verborgen invoer `formulier` die erbij hoort. */
export function metFormulieren(sjabloon: Sjabloon, formulieren: readonly string[]): Sjabloon {
  const isKeuze = ({ binding }: Eigenschap): boolean => binding.property === 'formId';
  const isInvoer = ({ binding }: Eigenschap): boolean => binding.type === 'zeebe:input' && binding.name === 'formulier';
  const invoer = formulieren.map((f) => ({ type: 'Hidden', value: `="${f}"`, binding: { type: 'zeebe:input', name: 'formulier' }, condition: { property: 'formulier', equals: f } }));
  return { ...sjabloon, properties: sjabloon.properties.filter((p) => !isInvoer(p)).flatMap((p) => (isKeuze(p) ? [metKeuzes(p, formulieren), ...invoer] : [p])) };
}

/** Geeft `invoer-controleren` de lijst van alle formulieren die een controle hebben (domein/regels/). */
export function metControles(sjabloon: Sjabloon, controles: readonly string[]): Sjabloon {
  return { ...sjabloon, properties: sjabloon.properties.map((p) => (p.binding.key === 'controle' ? metKeuzes(p, controles) : p)) };
}

/** Geeft de eigenschap met dit id deze keuzes; een eigenschap die leeg mag blijven, begint met niets. */
export function metLijst(sjabloon: Sjabloon, id: string, keuzes: readonly Keuze[]): Sjabloon {
  return { ...sjabloon, properties: sjabloon.properties.map((p) => (p.id === id ? { ...p, choices: p.optional ? [{ name: '(geen)', value: '' }, ...keuzes] : [...keuzes] } : p)) };
}

/** Een naam die iemand al gaf, blijft staan; een nieuw formulier heet in de lijst zoals zijn bestand. */
function metKeuzes(eigenschap: Eigenschap, waarden: readonly string[]): Eigenschap {
  const naam = (waarde: string): string => eigenschap.choices?.find((k) => k.value === waarde)?.name ?? alsNaam(waarde);
  return { ...eigenschap, choices: waarden.map((value) => ({ name: naam(value), value })) };
}

export const alsNaam = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
