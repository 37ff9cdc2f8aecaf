/** Sorteert de tabel zonder de pagina opnieuw te laden; het adres verandert mee, zodat het te delen blijft. */
export function bindSorteren(): void {
  const tabel = document.querySelector<HTMLTableElement>('[data-tabel]');
  const lijf = tabel?.tBodies[0];
  if (!tabel || !lijf) return;
  tabel.tHead?.addEventListener('click', (gebeurtenis) => {
    const knop = (gebeurtenis.target as Element).closest<HTMLButtonElement>('button[data-kolom]');
    const kop = knop?.closest('th');
    if (!knop || !kop) return;
    gebeurtenis.preventDefault();
    const dalend = knop.value.startsWith('-');
    const plek = kop.cellIndex;
    const waarde = (rij: HTMLTableRowElement): string => (plek === 0 ? (rij.cells[0]?.firstChild?.textContent ?? '') : (rij.cells[plek]?.dataset['waarde'] ?? ''));
    const rijen = [...lijf.rows].sort((a, b) => (dalend ? -1 : 1) * vergelijk(waarde(a), waarde(b)));
    lijf.append(...rijen);
    for (const ander of kopcellen(tabel)) if (ander.hasAttribute('aria-sort')) ander.setAttribute('aria-sort', 'none');
    kop.setAttribute('aria-sort', dalend ? 'descending' : 'ascending');
    const adres = new URL(location.href);
    adres.searchParams.set('sorteer', knop.value);
    history.replaceState(null, '', adres);
    knop.value = dalend ? knop.value.slice(1) : `-${knop.value}`;
  });
}

/** De koppen van de kolommen: de onderste rij, want een groep kolommen kan er een kop boven hebben. */
export const kopcellen = (tabel: HTMLTableElement | null | undefined): HTMLTableCellElement[] => [...(tabel?.tHead?.rows[tabel.tHead.rows.length - 1]?.cells ?? [])];

function vergelijk(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  return a !== '' && b !== '' && Number.isFinite(x) && Number.isFinite(y) ? x - y : a.localeCompare(b, 'nl', { numeric: true });
}
