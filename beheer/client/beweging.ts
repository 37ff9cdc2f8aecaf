import type { Tekening } from './tekening.ts';

const STAP = 1.25;
/** Kleiner is de tekst in de tekening niet te lezen. */
const LEESBAAR = 0.5;
/** Ruimte om de tekening, in beeldpunten; onderaan staan de knoppen en het merk van bpmn.io. */
const RAND = 16;
const ONDERRAND = 60;

/** Passen, zoomen en slepen. */
export function bindBeweging({ doek, canvas, eventBus, elementen, hitte }: Tekening): void {
  const opDitBlad = (id: string): boolean => {
    const element = elementen.get(id);
    return element !== undefined && canvas.findRoot(element as never) === canvas.getRootElement();
  };
  /** De hele tekening in beeld, hoogstens op ware grootte. */
  const pasAlles = (): void => {
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    if (inner.width === 0) return;
    const schaal = Math.min(1, (outer.width - 2 * RAND) / inner.width, (outer.height - RAND - ONDERRAND) / inner.height);
    canvas.viewbox({ x: inner.x - (outer.width / schaal - inner.width) / 2, y: inner.y - RAND / schaal, width: outer.width / schaal, height: outer.height / schaal });
  };
  /** Op een smalle plaats liever de drukste plek, of waar het om gaat, groot genoeg om te lezen. */
  const pas = (): void => {
    pasAlles();
    if (canvas.zoom() >= LEESBAAR || doek.clientWidth > 640) return;
    const { eerst = [], merken } = hitte.gegevens;
    const heetste = eerst.find(opDitBlad) ?? merken.filter((m) => typeof m.niveau === 'number' && opDitBlad(m.id)).sort((a, b) => Math.abs(Number(b.niveau)) - Math.abs(Number(a.niveau)))[0]?.id;
    canvas.zoom(LEESBAAR);
    if (heetste !== undefined) canvas.scrollToElement(heetste, 60);
  };
  hoogte();
  pas();
  eventBus.on('root.set', () => { hoogte(); pas(); });
  let breed = doek.clientWidth;
  new ResizeObserver(() => {
    if (doek.clientWidth === breed || doek.clientWidth === 0) return;
    breed = doek.clientWidth;
    hoogte();
    pas();
  }).observe(doek);

  /** Zo hoog als de tekening bij deze breedte is, en hoogstens ruim een scherm: liever even rollen dan niet kunnen lezen. */
  function hoogte(): void {
    const { inner } = canvas.viewbox();
    const nodig = inner.width > 0 ? Math.min(1, (doek.clientWidth - 2 * RAND) / inner.width) * inner.height + RAND + ONDERRAND : 320;
    doek.style.blockSize = `${Math.round(Math.min(Math.max(nodig, 260), Math.max(360, innerHeight * 1.2)))}px`;
    canvas.resized();
  }

  const knoppen = document.createElement('div');
  knoppen.className = 'kaart-zoom';
  const knop = (teken: string, naam: string, werk: () => void): void => {
    const element = document.createElement('button');
    element.type = 'button';
    element.setAttribute('aria-label', naam);
    element.title = naam;
    element.textContent = teken;
    element.addEventListener('click', werk);
    knoppen.append(element);
  };
  knop('+', 'Inzoomen', () => void canvas.zoom(canvas.zoom() * STAP));
  knop('−', 'Uitzoomen', () => void canvas.zoom(canvas.zoom() / STAP));
  knop('⤢', 'Hele tekening', pasAlles);
  doek.append(knoppen);

  // Zonder Ctrl rolt een wiel de pagina, ook boven de tekening: anders komt niemand bij de tabel.
  doek.addEventListener('wheel', (gebeurtenis) => { if (!gebeurtenis.ctrlKey && !gebeurtenis.metaKey) gebeurtenis.stopPropagation(); }, { capture: true });
  sleepMetVinger(doek, (dx, dy) => canvas.scroll({ dx, dy }), (factor) => void canvas.zoom(canvas.zoom() * factor));
}

/** bpmn-js kent alleen de muis. Eén vinger schuift de tekening opzij, twee vingers zoomen; op en neer blijft van de pagina (touch-action). */
function sleepMetVinger(doek: HTMLElement, schuif: (dx: number, dy: number) => void, zoom: (factor: number) => void): void {
  const vingers = new Map<number, PointerEvent>();
  const afstand = (): number => {
    const [a, b] = [...vingers.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  doek.addEventListener('pointerdown', (p) => { if (p.pointerType === 'touch') vingers.set(p.pointerId, p); });
  doek.addEventListener('pointermove', (p) => {
    const vorige = vingers.get(p.pointerId);
    if (!vorige) return;
    const eerst = afstand();
    vingers.set(p.pointerId, p);
    if (vingers.size === 1) schuif(p.clientX - vorige.clientX, p.clientY - vorige.clientY);
    else if (eerst > 0) zoom(afstand() / eerst);
  });
  for (const einde of ['pointerup', 'pointercancel', 'pointerleave'] as const) doek.addEventListener(einde, (p) => vingers.delete(p.pointerId));
}
