import { onthoudend, type Beslissen } from '../beslissen.ts';
import { isLeerplichtig } from '../casus/beslissingen.ts';
import { plusMaanden, type Datum } from '../kalender/datum.ts';
import type { Kalenders } from '../kalender/schoolkalender.ts';
import { haalTermijn, ontbreekt } from '../termijnen/tabel.ts';
import { haalThuisnormenPerKalender, type Thuisnormen } from '../thuis/normen.ts';

/** De normen waarmee een cijfer telt, uit de beslistabellen van de proceseigenaar. */
export interface Cijfernormen {
  /** De klok van het kind, met de kalender van zijn school. */
  thuis(brin: string): Thuisnormen;
  leerplichtig(leeftijd: number): boolean;
  /** Tot en met welke dag wie op deze dag eindigde bij dezelfde casus hoort als hij terugvalt (zes maanden, spec deel 3 T14). */
  terugvalTot(eindDag: Datum): Datum;
  /** Hoe mensen die tijd noemen: "6 maanden". */
  readonly terugvalNaam: string;
}

/** Tot en met deze leeftijd wordt de tabel gevraagd; ouder is geen kind in de route. */
const OUDSTE = 19;

/** Leest alle normen in één keer. @throws als de engine nooit antwoordde en er nog niets bewaard is */
export async function leesCijfernormen(engine: Beslissen, kalenders: Kalenders): Promise<Cijfernormen> {
  const beslissen = onthoudend(engine);
  const leeftijden = Array.from({ length: OUDSTE + 1 }, (_, n) => n);
  const [normenVoor, leerplicht, heropenen] = await Promise.all([
    haalThuisnormenPerKalender(beslissen), Promise.all(leeftijden.map((leeftijd) => isLeerplichtig(beslissen, leeftijd))), haalTermijn(beslissen, 'heropenen', 'venster'),
  ]);
  if (heropenen.eenheid !== 'kalendermaanden') ontbreekt('heropenen', 'venster met de eenheid kalendermaanden');
  const perSchool = new Map<string, Thuisnormen>();
  return {
    thuis(brin) {
      const eerder = perSchool.get(brin) ?? normenVoor(kalenders(brin));
      perSchool.set(brin, eerder);
      return eerder;
    },
    leerplichtig: (leeftijd) => leerplicht[leeftijd] ?? false,
    terugvalTot: (eindDag) => plusMaanden(eindDag, heropenen.aantal),
    terugvalNaam: `${heropenen.aantal} maanden`,
  };
}
