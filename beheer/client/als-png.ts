/** Zoveel punten per punt van de tekening: scherp op een scherm met dubbele punten en op papier. */
const SCHERPTE = 2;
/** Meer punten aan één kant kan een browser niet aan. */
const MEESTE = 16_000;

/**
 * Maakt van een SVG een PNG, in de browser zelf. De SVG moet op zichzelf staan: wat van elders komt wordt niet opgehaald, en met een stuk
 * HTML erin geeft de browser het beeld niet vrij.
 * @throws Error als de browser de SVG niet kan tekenen
 */
export async function alsPng(svg: string): Promise<Blob> {
  const adres = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const beeld = new Image();
    await new Promise<void>((klaar, mislukt) => {
      beeld.onload = () => klaar();
      beeld.onerror = () => mislukt(new Error('De browser kan de tekening niet als afbeelding openen.'));
      beeld.src = adres;
    });
    const schaal = Math.min(SCHERPTE, MEESTE / beeld.naturalWidth, MEESTE / beeld.naturalHeight);
    const doek = document.createElement('canvas');
    doek.width = Math.round(beeld.naturalWidth * schaal);
    doek.height = Math.round(beeld.naturalHeight * schaal);
    doek.getContext('2d')?.drawImage(beeld, 0, 0, doek.width, doek.height);
    return await new Promise<Blob>((klaar, mislukt) => doek.toBlob((png) => (png ? klaar(png) : mislukt(new Error('De browser geeft geen PNG.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(adres);
  }
}
