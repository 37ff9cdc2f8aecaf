import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { gzipSync } from 'node:zlib';

/** Een bestand waarvan het adres met de inhoud verandert: een browser mag het bewaren en haalt na een wijziging toch het nieuwe. */
export interface VastBestand {
  readonly adres: string;
  readonly inhoud: Buffer;
  readonly gzip: Buffer;
}

/** @param adres krijgt een merk dat met de inhoud verandert */
export const maakVastBestand = (inhoud: Buffer, adres: (merk: string) => string): VastBestand =>
  ({ adres: adres(createHash('sha256').update(inhoud).digest('hex').slice(0, 12)), inhoud, gzip: gzipSync(inhoud, { level: 9 }) });

/**
 * Stuurt het bestand, samengedrukt als de browser dat aankan.
 * @param voor `public`: er staat niets in van wie dan ook, dus ook een tussenliggend geheugen mag het bewaren
 */
export function stuurVastBestand(request: Request, response: Response, { inhoud, gzip }: VastBestand, soort: string, voor: 'public' | 'private'): void {
  const past = request.acceptsEncodings('gzip') === 'gzip';
  response.set({ 'Cache-Control': `${voor}, max-age=31536000, immutable`, Vary: 'Accept-Encoding', ...(past ? { 'Content-Encoding': 'gzip' } : {}) }).type(soort).send(past ? gzip : inhoud);
}
