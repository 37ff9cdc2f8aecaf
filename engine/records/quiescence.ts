import { randomUUID } from 'node:crypto';
import type { EngineView } from './engine-view.ts';

/** Wat nodig is om te zien dat de engine niets meer te doen heeft. */
export interface QuiescenceOptions {
  readonly view: EngineView;
  readonly klok: { nu(): Date; tick(seconds?: number): Promise<void> };
  /** Publiceert een bericht waar niemand op wacht. */
  publish(name: string): Promise<void>;
  readonly budgetMs?: number;
  /** Zolang mag er niets gebeuren terwijl er werk ligt; daarna gaat de klok verder, want een herhaalde opdracht wacht daarop. */
  readonly standstillMs?: number;
}

/**
 * Hoeveel verder, en hoeveel meer bij elke volgende stilstand: een opdracht die bij een weggevallen vraag ligt komt pas vrij na
 * haar slot van minuten, en dat zou met seconden tegelijk langer duren dan iemand wacht.
 */
const STEP = { first: 1, factor: 4, max: 300 };

/**
 * Wacht tot de engine tot rust is: geen open opdracht, geen timer die nog af moet gaan, en alles wat zij tot nu toe deed is
 * gezien. Dat laatste blijkt uit een merkteken: een eigen bericht dat als laatste in de stroom van records komt.
 */
export async function waitForQuiescence({ view, klok, publish, budgetMs = 30_000, standstillMs = 3_000 }: QuiescenceOptions): Promise<void> {
  const end = performance.now() + budgetMs;
  const inTime = (): boolean => performance.now() < end;
  let previous = -1;
  while (inTime()) {
    await untilNoJobs(view, klok, standstillMs, inTime);
    const merk = `merk-${randomUUID()}`;
    await publish(merk);
    while (!view.messages.has(merk) && inTime()) await tick();
    if (!view.messages.has(merk)) break;
    view.messages.delete(merk);
    // Twee merktekens met niets ertussen: een opdracht aan de engine kan gevolgen hebben die pas na het eerste komen.
    const work = view.openJobs.size > 0;
    const timer = view.timerDue(klok.nu());
    if (!work && !timer && previous === view.eventCount) return;
    if (!work && timer) await klok.tick();
    previous = work || timer ? -1 : view.eventCount;
  }
  const open = [...view.openJobs.values()].map((o) => `${o.type} (${o.elementId})`);
  if (open.length === 0 && !view.timerDue(klok.nu())) throw new Error('de records van de engine komen niet door');
  throw new Error(`de engine komt niet tot rust; open opdrachten: ${open.join(', ') || 'geen'}; timer aan de beurt: ${view.timerDue(klok.nu())}`);
}

async function untilNoJobs(view: EngineView, klok: QuiescenceOptions['klok'], standstillMs: number, inTime: () => boolean): Promise<void> {
  let gezien = view.eventCount;
  let since = performance.now();
  let step = STEP.first;
  while (view.openJobs.size > 0 && inTime()) {
    await tick();
    if (view.eventCount !== gezien) {
      gezien = view.eventCount;
      since = performance.now();
    } else if (performance.now() - since > standstillMs) {
      await klok.tick(step);
      step = Math.min(step * STEP.factor, STEP.max);
      since = performance.now();
    }
  }
}

const tick = (): Promise<void> => new Promise((verder) => setTimeout(verder, 4));
