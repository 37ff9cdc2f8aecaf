import { randomUUID } from 'node:crypto';
import type { Enginebeeld } from './engine-view.ts';

/** Wat nodig is om te zien dat de engine niets meer te doen heeft. */
export interface Rustpeiling {
  readonly beeld: Enginebeeld;
  readonly klok: { nu(): Date; tik(): Promise<void> };
  /** Publiceert een bericht waar niemand op wacht. */
  publiceer(naam: string): Promise<void>;
  readonly budgetMs?: number;
}

/** Zolang mag er niets gebeuren terwijl er werk ligt; daarna gaat de klok een tik verder, want een herhaalde opdracht wacht daarop. */
const STILSTAND_MS = 3_000;

/**
 * Wacht tot de engine tot rust is: geen open opdracht, geen timer die nog af moet gaan, en alles wat zij tot nu toe deed is
 * gezien. Dat laatste blijkt uit een merkteken: een eigen bericht dat als laatste in de stroom van records komt.
 */
export async function wachtOpRust({ beeld, klok, publiceer, budgetMs = 30_000 }: Rustpeiling): Promise<void> {
  const einde = performance.now() + budgetMs;
  const opTijd = (): boolean => performance.now() < einde;
  let vorige = -1;
  while (opTijd()) {
    await totGeenOpdrachten(beeld, klok, opTijd);
    const merk = `merk-${randomUUID()}`;
    await publiceer(merk);
    while (!beeld.berichten.has(merk)) {
      if (!opTijd()) throw new Error('de records van de engine komen niet door');
      await even();
    }
    beeld.berichten.delete(merk);
    // Twee merktekens met niets ertussen: een opdracht aan de engine kan gevolgen hebben die pas na het eerste komen.
    const werk = beeld.openOpdrachten.size > 0;
    const timer = beeld.timerAanDeBeurt(klok.nu());
    if (!werk && !timer && vorige === beeld.gebeurtenissen) return;
    if (!werk && timer) await klok.tik();
    vorige = werk || timer ? -1 : beeld.gebeurtenissen;
  }
  const open = [...beeld.openOpdrachten.values()].map((o) => `${o.type} (${o.elementId})`);
  throw new Error(`de engine komt niet tot rust; open opdrachten: ${open.join(', ') || 'geen'}; timer aan de beurt: ${beeld.timerAanDeBeurt(klok.nu())}`);
}

async function totGeenOpdrachten(beeld: Enginebeeld, klok: Rustpeiling['klok'], opTijd: () => boolean): Promise<void> {
  let gezien = beeld.gebeurtenissen;
  let sinds = performance.now();
  while (beeld.openOpdrachten.size > 0 && opTijd()) {
    await even();
    if (beeld.gebeurtenissen !== gezien) {
      gezien = beeld.gebeurtenissen;
      sinds = performance.now();
    } else if (performance.now() - sinds > STILSTAND_MS) {
      await klok.tik();
      sinds = performance.now();
    }
  }
}

const even = (): Promise<void> => new Promise((verder) => setTimeout(verder, 4));
