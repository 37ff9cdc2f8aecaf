/** Waarom een tekst geen bruikbare JSON is, als Nederlandse zin met de regel erbij. */
export class JsonFout extends Error {}

/**
 * Leest een bestand of bericht als JSON: UTF-8 met of zonder BOM. Andere tekensets, een tikfout en een veld dat er twee keer
 * staat (JSON neemt dan stil het laatste) worden met naam en regel genoemd.
 * @throws JsonFout
 */
export function leesJson(bytes: Uint8Array, bewerk: (tekst: string) => string = (tekst) => tekst): unknown {
  const tekst = bewerk(alsTekst(bytes));
  let waarde: unknown;
  try {
    waarde = JSON.parse(tekst);
  } catch (error) {
    throw new JsonFout(`regel ${regelVan(tekst, plekVan(error, tekst))}: dit is geen geldige JSON; kijk daar of vlak ervoor naar een komma, aanhalingsteken of haakje te veel of te weinig.`);
  }
  const dubbel = zoekDubbel(tekst);
  if (dubbel) throw new JsonFout(`regel ${regelVan(tekst, dubbel.plek)}: het veld "${dubbel.naam.slice(0, 60)}" staat er twee keer; laat er één staan.`);
  return waarde;
}

/**
 * Leest een JSON-bestand van de proceseigenaar.
 * @throws Error die het bestand noemt en zegt wat er niet klopt
 */
export function leesEigenJson(bestand: string, bytes: Uint8Array): unknown {
  try {
    return leesJson(bytes);
  } catch (error) {
    throw error instanceof JsonFout ? new Error(`${bestand}: ${error.message}`) : error;
  }
}

/** @throws JsonFout als het geen UTF-8 is */
export function alsTekst(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0) || (b === 0 && d === 0 && a !== undefined && c !== undefined);
  if (utf16) throw new JsonFout('het is opgeslagen als UTF-16 ("Unicode"); sla het op als UTF-8.');
  try {
    // De BOM die Windows ervoor zet valt hier vanzelf weg.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new JsonFout('het is niet opgeslagen als UTF-8 maar waarschijnlijk als ANSI (Windows-1252); sla het op als UTF-8, anders gaan letters als é en ë verloren.');
  }
}

const regelVan = (tekst: string, plek: number): number => tekst.slice(0, plek).split('\n').length;

/** De plek die de ontleder noemt; aan het eind van de tekst noemt hij er geen. */
const plekVan = (error: unknown, tekst: string): number => Number(/position (\d+)/.exec(String(error))?.[1] ?? tekst.trimEnd().length);

/** Het eerste veld dat in hetzelfde object al eerder stond. De tekst is al geldige JSON. */
function zoekDubbel(tekst: string): { naam: string; plek: number } | undefined {
  const namen: (Set<string> | undefined)[] = [];
  for (const { 0: deel, index } of tekst.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/gs)) {
    if (deel === '{') namen.push(new Set());
    else if (deel === '[') namen.push(undefined);
    else if (deel === '}' || deel === ']') namen.pop();
    else if (deel.endsWith(':')) {
      const naam = JSON.parse(deel.slice(0, deel.lastIndexOf('"') + 1)) as string;
      const hier = namen.at(-1);
      if (hier?.has(naam)) return { naam, plek: index };
      hier?.add(naam);
    }
  }
  return undefined;
}
