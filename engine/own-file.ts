/**
 * Een model of formulier zoals de engine het wil, ook als het op Windows is bewaard: zonder BOM en met gewone regeleinden, zodat
 * een bestand dat alleen daarin verschilt geen nieuwe versie wordt.
 * @throws Error die het bestand noemt als het geen UTF-8 is
 */
export function ownFile(name: string, bytes: Uint8Array): Buffer {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    if (!utf16) return Buffer.from(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n'));
  } catch {
    // Hieronder krijgt de beheerder te horen wat eraan te doen is.
  }
  throw new Error(`${name} is niet opgeslagen als UTF-8 maar als ${utf16 ? 'UTF-16 ("Unicode")' : 'ANSI (Windows-1252)'}. Sla het opnieuw op als UTF-8, of bewaar het vanuit Camunda Modeler.`);
}
