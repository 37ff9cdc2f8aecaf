import { alsTekst, JsonFout, leesJson } from '../domein/invoer/json.ts';

/** Waarom een bestand niet te lezen is, en waar. */
export interface Onleesbaar {
  readonly plaats: string;
  readonly tekst: string;
}

/** De tekst van een bestand, ook als het op Windows is bewaard (BOM, CRLF). */
export function leesbareTekst(inhoud: Buffer): string | Onleesbaar {
  try {
    return alsTekst(inhoud).replace(/\r\n?/g, '\n');
  } catch (error) {
    if (!(error instanceof JsonFout)) throw error;
    return jsonFout(error);
  }
}

/** Is dit JSON? Zo niet, dan waarom niet, met de regel. */
export function leesbareJson(tekst: string): Record<string, never> | { readonly onleesbaar: readonly Onleesbaar[] } {
  try {
    leesJson(Buffer.from(tekst));
    return {};
  } catch (error) {
    if (!(error instanceof JsonFout)) throw error;
    return { onleesbaar: [jsonFout(error)] };
  }
}

/** @returns de fout van de JSON-lezer met haar regel als plaats */
export function jsonFout({ message }: JsonFout): Onleesbaar {
  const [, plaats = 'het geheel', zin = message] = /^(regel \d+): (.*)$/s.exec(message) ?? [];
  return { plaats, tekst: hoofdletter(zin.replace(/[.]$/, '')) };
}

/** De fouten van de XML-lezers van bpmn.io in gewone woorden; zij noemen de regel tussen de tekst door. */
const XML: readonly [RegExp, string][] = [
  [/duplicate ID <([^>]+)>/, 'Het id $1 staat er twee keer in: geef een van de twee onderdelen een eigen id'],
  [/illegal ID <([^>]+)>/, 'Het id $1 mag niet: gebruik letters, cijfers, streepjes en lage streepjes, en begin met een letter'],
  [/unresolved reference <([^>]+)>/, 'Er wordt verwezen naar $1, en dat onderdeel is er niet: verbind opnieuw in Camunda Modeler'],
  [/unknown attribute <([^>]+)>/, 'De eigenschap $1 bestaat niet: haal haar weg of kies haar opnieuw in Camunda Modeler'],
  [/unrecognized element <([^>]+)>|unexpected element <([^>]+)>/, 'Het onderdeel $1 hoort hier niet: haal het weg of teken het opnieuw in Camunda Modeler'],
  [/closing tag mismatch|missing open tag|unclosed tag|close tag/, 'Hier is een haakje of eindteken zoekgeraakt. Dit bestand is niet in Camunda Modeler bewaard: zet de vorige versie terug en maak de wijziging in Modeler'],
  [/unexpected end of file/, 'Het bestand houdt halverwege op: zet de vorige versie terug en maak de wijziging opnieuw in Camunda Modeler'],
  [/failed to parse document|missing start tag|missing namespace/, 'Dit is geen model of tabel van Camunda: zet de vorige versie terug en maak de wijziging opnieuw in Camunda Modeler'],
];

/** @returns de melding van een XML-lezer in het Nederlands, met de regel in het bestand als hij die noemt */
export function xmlFout(melding: string): Onleesbaar {
  const regel = /line: (\d+)/.exec(melding)?.[1];
  const plaats = regel === undefined ? 'het geheel' : `regel ${Number(regel) + 1}`;
  for (const [patroon, zin] of XML) {
    const gevonden = patroon.exec(melding);
    if (gevonden) return { plaats, tekst: zin.replace('$1', gevonden.slice(1).find((deel) => deel !== undefined) ?? '') };
  }
  return { plaats, tekst: 'Hier staat iets wat Camunda Modeler niet kan lezen: zet de vorige versie terug en maak de wijziging opnieuw in Modeler' };
}

/** Alle meldingen van een lezer. Wat hij door een andere fout oversloeg mist hij daarna ook als verwijzing; dat is geen tweede fout. */
export function xmlFouten(meldingen: readonly string[]): Onleesbaar[] {
  const oorzaken = meldingen.filter((melding) => !melding.startsWith('unresolved reference'));
  return (oorzaken.length > 0 ? oorzaken : meldingen).map(xmlFout);
}

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);
