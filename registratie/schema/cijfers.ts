import type { Json, Moment } from './columns.ts';

/** Wat een beslistabel het laatst antwoordde. */
export interface BeslissingKopieTable {
  /** De tabel en haar invoer, als JSON. */
  vraag: string;
  antwoord: Json<unknown>;
  op: Moment;
}
