import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';

export type Kant = 'nu' | 'straks';
interface Merk { readonly id: string; readonly stand: 'erbij' | 'weg' | 'anders' }
interface Getekend { readonly canvas: Canvas; readonly elementen: ElementRegistry; readonly viewer: NavigatedViewer }
interface Vlak { x: number; y: number; width: number; height: number }

const TEKEN = { erbij: '+', weg: '−', anders: '≠' } as const;
const KOP = { nu: 'Nu', straks: 'Straks' } as const;
/** Ruimte om wat anders is heen, en niet verder inzoomen dan dit: anders is niet te zien waar het is. In eenheden van de tekening. */
const ROND = 120;
const KLEINST = { width: 700, height: 380 };

/** Eén blad van een proces, links nu en rechts straks, op dezelfde plek uitgesneden. */
export async function blad(proces: string, wortel: string, merken: readonly Merk[], kanten: Readonly<Record<Kant, Getekend | undefined>>): Promise<HTMLElement> {
  const uitsnede = rond(Object.values(kanten).flatMap((g) => merken.flatMap(({ id }) => plaats(g, wortel, id))));
  const naam = bladnaam(wortel, kanten);
  const deel = document.createElement('div');
  const naast = document.createElement('div');
  naast.className = 'proef-naast';
  for (const kant of ['nu', 'straks'] as const) naast.append(await figuur(kant, `${proces}${naam ? `, ${naam}` : ''}`, wortel, merken, kanten[kant], uitsnede));
  const kies = document.createElement('div');
  kies.className = 'proef-kies';
  const kop = document.createElement('p');
  kop.textContent = naam || 'Het proces zelf';
  const knop = document.createElement('button');
  knop.type = 'button';
  knop.className = 'nl-button nl-button--secondary';
  knop.textContent = 'Toon het hele blad';
  knop.setAttribute('aria-pressed', 'false');
  knop.addEventListener('click', () => {
    const heel = knop.getAttribute('aria-pressed') !== 'true';
    knop.setAttribute('aria-pressed', String(heel));
    for (const vel of naast.querySelectorAll<HTMLElement>('.proef-vel')) {
      const svg = vel.querySelector('svg');
      vel.classList.toggle('proef-vel--heel', heel);
      svg?.setAttribute('viewBox', (heel ? svg.dataset['heel'] : svg.dataset['uitsnede']) ?? '');
    }
  });
  kies.append(kop, knop);
  deel.append(kies, naast);
  return deel;
}

async function figuur(kant: Kant, wat: string, wortel: string, merken: readonly Merk[], getekend: Getekend | undefined, uitsnede: Vlak): Promise<HTMLElement> {
  const figuurdeel = document.createElement('figure');
  figuurdeel.className = 'proef-kant';
  const kop = document.createElement('figcaption');
  kop.textContent = KOP[kant];
  const vel = document.createElement('div');
  vel.className = 'proef-vel';
  vel.tabIndex = 0;
  vel.setAttribute('role', 'region');
  vel.setAttribute('aria-label', `Tekening van ${wat}: ${KOP[kant].toLowerCase()}`);
  const root = getekend?.canvas.getRootElements().find(({ id }) => id === wortel);
  if (!getekend || !root) {
    const geen = document.createElement('p');
    geen.className = 'proef-geen';
    geen.textContent = kant === 'nu' ? 'Dit is er nu nog niet.' : 'Dit is er straks niet meer.';
    vel.append(geen);
  } else {
    getekend.canvas.setRootElement(root);
    vel.innerHTML = (await getekend.viewer.saveSVG()).svg.replace(/^[\s\S]*?(?=<svg)/, '');
    const svg = vel.querySelector('svg')!;
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', `${wat}, ${KOP[kant].toLowerCase()}; de tabel eronder noemt wat er anders is`);
    svg.dataset['heel'] = svg.getAttribute('viewBox') ?? '';
    svg.dataset['uitsnede'] = `${uitsnede.x} ${uitsnede.y} ${uitsnede.width} ${uitsnede.height}`;
    svg.setAttribute('viewBox', svg.dataset['uitsnede']);
    for (const merk of merken) if (!(merk.stand === 'erbij' && kant === 'nu') && !(merk.stand === 'weg' && kant === 'straks')) for (const vlak of plaats(getekend, wortel, merk.id)) svg.append(punt(merk, vlak));
  }
  figuurdeel.append(kop, vel);
  return figuurdeel;
}

/** Het teken bij een gekleurd onderdeel: wie geen kleur ziet, ziet dat. */
function punt({ stand }: Merk, { x, y, width }: Vlak): SVGElement {
  const svg = (naam: string, waarden: Record<string, string | number>): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', naam);
    for (const [sleutel, waarde] of Object.entries(waarden)) element.setAttribute(sleutel, String(waarde));
    return element;
  };
  const groep = svg('g', { class: `proef-punt proef-punt--${stand}` });
  const tekst = svg('text', { x: x + width, y: y + 6 });
  tekst.textContent = TEKEN[stand];
  groep.append(svg('circle', { cx: x + width, cy: y, r: 12 }), tekst);
  return groep;
}

/** Waar een onderdeel op dit blad staat; van een pijl het midden. */
function plaats(getekend: Getekend | undefined, wortel: string, id: string): Vlak[] {
  const element = getekend?.elementen.get(id) as (Partial<Vlak> & { waypoints?: { x: number; y: number }[] }) | undefined;
  if (!getekend || !element || getekend.canvas.findRoot(element as never)?.id !== wortel) return [];
  const midden = element.waypoints?.[Math.floor(element.waypoints.length / 2)];
  if (midden) return [{ x: midden.x, y: midden.y, width: 0, height: 0 }];
  return element.width === undefined ? [] : [element as Vlak];
}

function rond(vlakken: readonly Vlak[]): Vlak {
  const [links, boven] = [Math.min(...vlakken.map(({ x }) => x)), Math.min(...vlakken.map(({ y }) => y))];
  const [rechts, onder] = [Math.max(...vlakken.map(({ x, width }) => x + width)), Math.max(...vlakken.map(({ y, height }) => y + height))];
  if (vlakken.length === 0) return { x: 0, y: 0, ...KLEINST };
  const width = Math.max(KLEINST.width, rechts - links + 2 * ROND);
  const height = Math.max(KLEINST.height, onder - boven + 2 * ROND);
  return { x: (links + rechts - width) / 2, y: (boven + onder - height) / 2, width, height };
}

function bladnaam(wortel: string, kanten: Readonly<Record<Kant, Getekend | undefined>>): string {
  const id = wortel.replace(/_plane$/, '');
  if (id === wortel) return '';
  for (const getekend of [kanten.straks, kanten.nu]) {
    const naam = (getekend?.elementen.get(id) as { businessObject?: { name?: string } } | undefined)?.businessObject?.name;
    if (naam) return naam.replace(/\s+/g, ' ').trim();
  }
  return id;
}
