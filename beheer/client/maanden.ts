/** De maanden horen bij één keuze van de periode; bij een andere keuze zijn zij er niet. */
export function bindMaanden(): void {
  for (const formulier of document.querySelectorAll<HTMLFormElement>('.kaart-filter')) {
    const periode = formulier.querySelector<HTMLSelectElement>('select[name$="periode"]');
    const maanden = formulier.querySelector<HTMLFieldSetElement>('[data-maanden]');
    if (!periode || !maanden) continue;
    const toon = (): void => {
      const nodig = periode.value === 'maanden';
      maanden.hidden = !nodig;
      maanden.disabled = !nodig;
    };
    periode.addEventListener('change', toon);
    toon();
  }
}
