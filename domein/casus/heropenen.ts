import type { Beslissen } from '../beslissen.ts';
import { plusMaanden, type Datum } from '../kalender/datum.ts';
import { haalTermijn, ontbreekt } from '../termijnen/tabel.ts';

/** De rij in de termijnen die zegt hoe lang na het sluiten een kind bij dezelfde casus hoort (spec deel 3 T14). */
const HEROPENEN = 'heropenen';

/** De vroegste einddatum van een casus die bij een aanmelding van vandaag weer opengaat. */
export async function heropenVanaf(beslissen: Beslissen, vandaag: Datum): Promise<Datum> {
  const { aantal, eenheid } = await haalTermijn(beslissen, HEROPENEN, 'venster');
  return eenheid === 'kalendermaanden' ? plusMaanden(vandaag, -aantal) : ontbreekt(HEROPENEN, 'venster met de eenheid kalendermaanden');
}
