import { createHash } from 'node:crypto';
import type { StartVerzuimroute } from './start-verzuimroute.ts';

/** Herkent dezelfde aanmelding: zelfde school, leerlingnummer en datum van het signaal. Er is niets uit terug te lezen. */
export const aanmeldSleutel = ({ schoolBrin, leerlingLeerlingId, signaalDatumSignaal }: StartVerzuimroute): string =>
  createHash('sha256').update(`${schoolBrin}|${leerlingLeerlingId}|${signaalDatumSignaal}`).digest('hex');
