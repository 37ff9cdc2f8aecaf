import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { blad, type Kant } from './blad.ts';

interface Merk { readonly id: string; readonly stand: 'erbij' | 'weg' | 'anders' }
interface Proces { readonly proces: string; readonly nu: string | null; readonly straks: string | null; readonly merken: readonly Merk[] }
interface Getekend { readonly canvas: Canvas; readonly elementen: ElementRegistry; readonly viewer: NavigatedViewer }

/** Begin van het script: tekent elk proces twee keer, alleen de bladen waar iets op verandert. Zonder script zegt de tabel hetzelfde. */
async function begin(): Promise<void> {
  const processen = JSON.parse(document.getElementById('gegevens')?.textContent ?? '[]') as Proces[];
  for (const plaats of document.querySelectorAll<HTMLElement>('.proef-bladen')) {
    const proces = processen[Number(plaats.dataset['proces'])];
    if (!proces) continue;
    try {
      plaats.replaceChildren(...(await bladen(proces)));
    } catch {
      plaats.textContent = 'Deze tekening is niet te maken. De tabel eronder zegt hetzelfde.';
    }
  }
  document.documentElement.dataset['klaar'] = '';
}

/** bpmn-js meet zijn teksten tijdens het tekenen, dus de tekening moet ergens staan; daarna gaat alleen het beeld naar de pagina. */
async function teken(xml: string | null, merken: readonly Merk[], kant: Kant): Promise<Getekend | undefined> {
  if (xml === null) return undefined;
  const meet = document.body.appendChild(document.createElement('div'));
  meet.className = 'proef-meet';
  meet.setAttribute('aria-hidden', 'true');
  const viewer = new NavigatedViewer({ container: meet });
  await viewer.importXML(xml);
  const [canvas, elementen] = [viewer.get<Canvas>('canvas'), viewer.get<ElementRegistry>('elementRegistry')];
  for (const { id, stand } of merken) if (elementen.get(id) && !(stand === 'erbij' && kant === 'nu') && !(stand === 'weg' && kant === 'straks')) canvas.addMarker(id, `proef-${stand}`);
  return { canvas, elementen, viewer };
}

async function bladen({ proces, nu, straks, merken }: Proces): Promise<HTMLElement[]> {
  const kanten = { nu: await teken(nu, merken, 'nu'), straks: await teken(straks, merken, 'straks') };
  const wortelVan = ({ canvas, elementen }: Getekend, id: string): string | undefined => { const element = elementen.get(id); return element && canvas.findRoot(element)?.id; };
  const wortels = [...new Set(merken.flatMap(({ id }) => [kanten.straks, kanten.nu].flatMap((g) => (g && wortelVan(g, id)) ?? []).slice(0, 1)))];
  const uit: HTMLElement[] = [];
  for (const wortel of wortels) {
    const hier = merken.filter(({ id }) => Object.values(kanten).some((g) => g && wortelVan(g, id) === wortel));
    uit.push(await blad(proces, wortel, hier, kanten));
  }
  for (const getekend of Object.values(kanten)) getekend?.viewer.destroy();
  for (const meet of document.querySelectorAll('.proef-meet')) meet.remove();
  return uit;
}

void begin();
