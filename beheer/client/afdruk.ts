import { bladnaam } from './acties.ts';
import { huidigeSvg } from './huidige-svg.ts';
import type { Tekening } from './tekening.ts';

/**
 * Op papier komt van elke tekening een stilstaand beeld van het blad dat open is, zo breed als haar plaats: de tekening op het scherm is
 * verschoven en vergroot naar het venster.
 */
export function bindAfdruk(tekeningen: readonly Tekening[]): void {
  let beelden: HTMLElement[] = [];
  const weg = (): void => {
    for (const beeld of beelden) beeld.remove();
    beelden = [];
  };
  addEventListener('beforeprint', () => {
    weg();
    beelden = tekeningen.map((tekening, nummer) => {
      const kopie = huidigeSvg(tekening, nummer);
      kopie.removeAttribute('width');
      kopie.removeAttribute('height');
      const beeld = document.createElement('div');
      beeld.className = 'kaart-afdruk';
      beeld.append(kopie);
      tekening.doek.after(beeld);
      return beeld;
    });
    const blad = tekeningen[0] ? bladnaam(tekeningen[0]) : '';
    for (const plek of document.querySelectorAll<HTMLElement>('[data-blad]')) plek.textContent = blad === '' ? '' : `${blad}: `;
  });
  addEventListener('afterprint', weg);
}
