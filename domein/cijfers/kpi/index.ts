import { kpi01, kpi02 } from './aanbod.ts';
import { kpi06 } from './besluit.ts';
import { kpi08 } from './bezetting.ts';
import { kpi09, kpi10, kpi11, kpi13 } from './brugplaatsen.ts';
import { kpi19, kpi22, kpi23, kpi24, kpi25 } from './hulp.ts';
import { kpi14, kpi15 } from './inzet.ts';
import type { Kpi } from './kpi.ts';
import { kpi20 } from './landelijk.ts';
import { kpi17, kpi17b, kpi18 } from './melden.ts';
import { kpi16 } from './ouders.ts';
import { kpi07, kpi12 } from './taken.ts';
import { kpi03, kpi04 } from './thuiszitten.ts';
import { kpi05, kpi21 } from './voorkomen.ts';

/** Alle cijfers van het samenwerkingsverband (spec deel 3 §2.10), op nummer. Een nieuw cijfer komt er hier bij. */
export const KPIS: readonly Kpi[] = [
  kpi01, kpi02, kpi03, kpi04, kpi05, kpi06, kpi07, kpi08, kpi09, kpi10, kpi11, kpi12, kpi13, kpi14, kpi15, kpi16, kpi17, kpi17b, kpi18, kpi19, kpi20, kpi21, kpi22, kpi23, kpi24, kpi25,
];
