import type { Register } from '../registratie/register.ts';
import type { Beslissen } from './beslissen.ts';
import type { Klok } from './klok.ts';

/** Wat een use case van buiten krijgt. De afhankelijkheden van een werker passen hierop. */
export interface Dependencies {
  readonly register: Register;
  readonly engine: Beslissen;
  readonly klok: Klok;
}
