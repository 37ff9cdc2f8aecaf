import type { VerzetbareKlok } from '../../engine/verzetbare-klok.ts';

/**
 * Laat een gezette klok gewoon lopen, een seconde per seconde. De exporter van de engine stuurt kleine beetjes pas door als
 * haar klok verdergaat; staat die stil, dan ziet Tasklist de uitgerolde modellen nooit.
 */
export function laatLopen(klok: VerzetbareKlok): { stop(): Promise<void> } {
  let lopend = true;
  const lus = (async () => {
    while (lopend) {
      await klok.tik();
      await new Promise((verder) => setTimeout(verder, 1000));
    }
  })();
  lus.catch(() => undefined); // wie stopt krijgt de fout te horen
  return {
    async stop() {
      lopend = false;
      await lus;
    },
  };
}
