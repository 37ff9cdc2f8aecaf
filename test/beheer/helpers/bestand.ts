import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type supertest from 'supertest';
import { VAN_HIER, type Browser } from './app.ts';

const alsBytes = (antwoord: supertest.Response, klaar: (fout: Error | null, inhoud: Buffer) => void): void => {
  const delen: Buffer[] = [];
  const stroom = antwoord as unknown as NodeJS.ReadableStream;
  stroom.on('data', (deel: Buffer) => delen.push(deel));
  stroom.on('end', () => klaar(null, Buffer.concat(delen)));
};

/** Haalt een bestand zoals een browser het bewaart. */
export const haalBestand = async (browser: Browser, pad: string): Promise<supertest.Response> => browser.get(pad).set(VAN_HIER).buffer(true).parse(alsBytes);

/** De werkbladen van een XLSX, op naam. */
export const bladenVan = async (antwoord: supertest.Response): Promise<Map<string, readonly (readonly unknown[])[]>> => new Map((await readXlsx(antwoord.body as Buffer)).sheets.map((blad) => [blad.name, blad.rows]));

/** De regels van een CSV. */
export const regelsVan = (antwoord: supertest.Response): string[][] => parseCsv((antwoord.body as Buffer).toString('utf8'), { delimiter: ';' }) as string[][];
