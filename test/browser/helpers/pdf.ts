import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** De tekst van elke plek op een bladzijde van een PDF. */
export async function pdfTekst(inhoud: Buffer): Promise<{ breed: number; hoog: number; tekst: string }[]> {
  const document = await getDocument({ data: new Uint8Array(inhoud), useSystemFonts: true, verbosity: 0 }).promise;
  const uit = [];
  for (let nr = 1; nr <= document.numPages; nr++) {
    const blad = await document.getPage(nr);
    const { width, height } = blad.getViewport({ scale: 1 });
    const { items } = await blad.getTextContent();
    uit.push({ breed: Math.round(width), hoog: Math.round(height), tekst: items.map((deel) => ('str' in deel ? deel.str : '')).join(' ').replace(/\s+/g, ' ') });
  }
  await document.destroy();
  return uit;
}
