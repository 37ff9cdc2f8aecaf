import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { kopcellen } from './sorteren.ts';
import { svg } from './svg.ts';
import type { Tekening } from './tekening.ts';

const KEUS = 'kaart-keus';
const DOOR = 'kaart-door';

interface Keuze {
  kies(id: string, bij: Tekening): void;
  toonIn(id: string): void;
}

/** Klikken in een tekening en kiezen in de tabel: wat in de een gekozen is, is het ook in de ander. @param hoofd de tekening waarin de tabel iets laat zien */
export function bindKiezen(tekeningen: readonly (readonly [Tekening, Tekengegevens])[], hoofd: Tekening): void {
  const alle = tekeningen.map(([tekening]) => tekening);
  let gekozen = '';
  const keuze: Keuze = {
    kies(id, bij) {
      document.querySelector('tr[aria-current]')?.removeAttribute('aria-current');
      const rij = rijVan(id);
      rij?.setAttribute('aria-current', 'true');
      for (const tekening of alle) {
        if (gekozen !== '' && tekening.elementen.get(gekozen)) tekening.canvas.removeMarker(gekozen, KEUS);
        if (tekening.elementen.get(id)) tekening.canvas.addMarker(id, KEUS);
        const paneel = tekening.doek.parentElement?.querySelector<HTMLElement>('[data-gekozen]');
        if (paneel) toonPaneel(paneel, tekening === bij ? rij : null);
      }
      gekozen = id;
    },
    toonIn(id) {
      const { canvas, elementen, doek } = hoofd;
      const element = elementen.get(id);
      if (!element) return;
      const blad = canvas.findRoot(element as never);
      if (blad && blad !== canvas.getRootElement()) canvas.setRootElement(blad);
      keuze.kies(id, hoofd);
      canvas.scrollToElement(id, 80);
      doek.scrollIntoView({ block: 'nearest' });
    },
  };
  for (const [tekening, gegevens] of tekeningen) bindTekening(tekening, gegevens, alle, keuze);
  bindTabel(hoofd, keuze);
}

const rijVan = (id: string): HTMLTableRowElement | null => document.querySelector(`tr[data-id="${CSS.escape(id)}"]`);

/** Klikken op een plek kiest haar, of gaat erin. Wie in een deelproces kijkt, doet dat in elke tekening. */
function bindTekening(tekening: Tekening, gegevens: Tekengegevens, alle: readonly Tekening[], keuze: Keuze): void {
  const { canvas, elementen, eventBus, overlays } = tekening;
  const naarBinnen = (id: string): boolean => {
    const blad = canvas.findRoot(`${id}_plane`);
    if (blad) canvas.setRootElement(blad);
    return blad !== undefined;
  };
  for (const [id, adres] of Object.entries(gegevens.naar)) {
    const element = elementen.get(id);
    if (!element) continue;
    canvas.addMarker(id, DOOR);
    const naam = (element['businessObject'] as { name?: string }).name ?? id;
    const link = document.createElement('a');
    link.href = adres;
    link.className = 'bjs-drilldown kaart-erin';
    link.title = `${naam} openen`;
    link.setAttribute('aria-label', `${naam} openen`);
    link.append(svg('svg', { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: 'M4 4l7 7M11 5.5V11H5.5', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.75 })));
    overlays.add(id, 'kaart', { position: { bottom: -7, right: -8 }, html: link });
  }
  for (const element of elementen.getAll()) if (canvas.findRoot(`${element.id}_plane`)) canvas.addMarker(element.id, DOOR);

  eventBus.on('element.click', (gebeurtenis: { element: { id: string; labelTarget?: { id: string } }; originalEvent: MouseEvent }) => {
    const id = gebeurtenis.element.labelTarget?.id ?? gebeurtenis.element.id;
    const adres = gegevens.naar[id];
    if (adres !== undefined) location.assign(adres);
    else if (!naarBinnen(id) && rijVan(id)) keuze.kies(id, tekening);
  });
  eventBus.on('root.set', ({ element }: { element: { id: string } }) => {
    const adres = new URL(location.href);
    if (element.id.endsWith('_plane')) adres.searchParams.set('blad', element.id.slice(0, -'_plane'.length));
    else adres.searchParams.delete('blad');
    history.replaceState(null, '', adres);
    for (const ander of alle) {
      const blad = ander.canvas.findRoot(element.id);
      if (blad && blad !== ander.canvas.getRootElement()) ander.canvas.setRootElement(blad);
    }
  });
}

/** Vanuit de tabel en de lijst erboven een plek in de tekening tonen. */
function bindTabel({ elementen }: Tekening, { toonIn }: Keuze): void {
  for (const knop of document.querySelectorAll<HTMLButtonElement>('[data-toon]')) {
    const id = knop.dataset['toon'] ?? '';
    knop.hidden = !elementen.get(id);
    knop.addEventListener('click', () => toonIn(id));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-kies]')) {
    link.addEventListener('click', (gebeurtenis) => {
      gebeurtenis.preventDefault();
      toonIn(link.dataset['kies'] ?? '');
    });
  }
}

/** Alles wat de tabel van deze plek zegt, bij de tekening. */
function toonPaneel(paneel: HTMLElement, rij: HTMLTableRowElement | null): void {
  paneel.hidden = rij === null;
  if (!rij) return;
  const koppen = kopcellen(rij.closest('table')).map((cel) => cel.textContent?.trim() ?? '');
  const kop = document.createElement('strong');
  kop.textContent = rij.cells[0]?.firstChild?.textContent?.trim() ?? '';
  const lijst = document.createElement('dl');
  for (const [i, cel] of [...rij.cells].entries()) {
    if (i === 0 || cel.textContent === '–') continue;
    const [naam, waarde] = [document.createElement('dt'), document.createElement('dd')];
    naam.textContent = koppen[i] ?? '';
    waarde.textContent = cel.textContent;
    lijst.append(naam, waarde);
  }
  const links = [...rij.cells[0]?.querySelectorAll('a') ?? []].map((link) => {
    const regel = document.createElement('p');
    regel.append(link.cloneNode(true));
    return regel;
  });
  paneel.replaceChildren(kop, lijst, ...links);
}
