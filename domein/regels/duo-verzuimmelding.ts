import { dag, isJa, isNee, nietInToekomst, volgorde, type Regel } from './helpers.ts';
import { nietBereikt } from './niet-bereikt.ts';
import { keurDagen, keurDubbel } from './verzuimregels.ts';

/** Zoals de lijsten op het formulier heten. */
const DAGEN = 'Verzuim per dag dat nog niet gemeld is';
const KEREN = 'Te laat gekomen en nog niet gemeld';

/** F-14, CA-02-1 (routeboek r. 65–67, r. 361–372). Een aantal onder de drempel is geen fout: die grond vervalt bij het indienen. */
export const duoVerzuimmelding: Regel = (invoer, nu) => [
  volgorde('Periode tot en met', dag(invoer, 'periodeVan'), dag(invoer, 'periodeTot')),
  nietInToekomst('Periode tot en met', dag(invoer, 'periodeTot'), nu),
  ...keurDagen(DAGEN, invoer, 'verzuimDagen', nu.vandaag, nu.kalender),
  ...keurDubbel(DAGEN, invoer, 'verzuimDagen'),
  ...keurDagen(KEREN, invoer, 'teLaatKeren', nu.vandaag, nu.kalender),
  isNee(invoer, 'oudersGeinformeerd') && !isJa(invoer, 'oudersNietBereikt')
    ? 'De ouders weten van deze melding: leg eerst vast dat ouders van de melding weten, of vul in dat ouders niet bereikt zijn.'
    : null,
  ...nietBereikt(invoer, nu, 'Schriftelijk aangekondigd op'),
];
