import type { Response } from 'express';
import type { Datum } from '../../domein/kalender/datum.ts';
import { bestandsnaam } from './bestandsnaam.ts';
import { tabelAlsCsv } from './csv.ts';
import type { Uitvoer } from './tabel.ts';
import { tabelAlsXlsx } from './xlsx.ts';

const SOORTEN = {
  csv: { type: 'text/csv; charset=utf-8', maak: tabelAlsCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', maak: tabelAlsXlsx },
} as const satisfies Record<string, { type: string; maak: (uitvoer: Uitvoer) => string | Promise<Buffer> }>;
export type Bestandsoort = keyof typeof SOORTEN;
export const BESTANDSOORTEN = Object.keys(SOORTEN) as Bestandsoort[];

/** Stuurt een tabel als bestand om te bewaren. @param naam de delen van de bestandsnaam: waarover, en dan het filter */
export async function stuurBestand(response: Response, soort: Bestandsoort, uitvoer: Uitvoer, naam: readonly string[], dag: Datum): Promise<void> {
  const { type, maak } = SOORTEN[soort];
  const inhoud = await maak(uitvoer);
  response.attachment(bestandsnaam(naam, dag, soort)).type(type).send(inhoud);
}
