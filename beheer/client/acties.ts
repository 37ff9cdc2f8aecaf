import { bestandsnaam } from '../export/bestandsnaam.ts';
import type { Bijschrift } from '../kaart/bijschrift.ts';
import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { alsPng } from './als-png.ts';
import { metBijschrift } from './bijschrift.ts';
import { huidigeSvg } from './huidige-svg.ts';
import { legendaVerf, LICHT } from './kleuren.ts';
import type { Tekening } from './tekening.ts';

/** Wie de tekening maakte, hoort er volgens de licentie van bpmn-js bij te staan. */
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- created with bpmn-js / http://bpmn.io -->\n';

/** De knoppen die het script nodig hebben: het blad dat open is bewaren als SVG of PNG, en afdrukken. */
export function bindActies(tekening: Tekening, { beeld }: Tekengegevens): void {
  const balk = document.querySelector<HTMLElement>('#kaart-acties');
  const melding = balk?.querySelector<HTMLElement>('[data-melding]');
  if (!balk || !melding) return;
  const bijschrift = JSON.parse(balk.dataset['bijschrift'] ?? '{}') as Bijschrift;

  async function bewaar(soort: 'svg' | 'png'): Promise<void> {
    const blad = bladnaam(tekening);
    const svg = new XMLSerializer().serializeToString(metBijschrift(huidigeSvg(tekening), bijschrift, blad, legendaVerf(LICHT, beeld)));
    const inhoud = soort === 'png' ? await alsPng(svg) : new Blob([XML, svg], { type: 'image/svg+xml' });
    const [proces = '', ...rest] = bijschrift.naam;
    download(inhoud, bestandsnaam([proces, ...(blad === '' ? [] : [blad]), beeld, ...rest], bijschrift.dag, soort));
  }

  const knop = (soort: string, werk: () => void | Promise<void>): void => {
    const element = balk.querySelector<HTMLButtonElement>(`[data-actie="${soort}"]`);
    if (!element) return;
    element.closest('li')!.hidden = false;
    element.addEventListener('click', () => {
      melding.textContent = '';
      void Promise.resolve(werk()).catch(() => { melding.textContent = 'De afbeelding is niet te maken. Probeer het opnieuw, of kies Afdrukken.'; });
    });
  };
  knop('svg', () => bewaar('svg'));
  knop('png', () => bewaar('png'));
  knop('afdrukken', () => print());
}

/** Hoe het deelproces heet dat in beeld is; leeg voor het proces zelf. */
export function bladnaam({ canvas, elementen }: Tekening): string {
  const { id } = canvas.getRootElement();
  if (!id.endsWith('_plane')) return '';
  const eigenaar = elementen.get(id.slice(0, -'_plane'.length));
  return ((eigenaar?.['businessObject'] as { name?: string } | undefined)?.name ?? id).replace(/\s+/g, ' ').trim();
}

function download(inhoud: Blob, naam: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(inhoud);
  link.download = naam;
  link.click();
  // De browser leest het adres pas na deze klik.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
