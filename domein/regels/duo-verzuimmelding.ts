import { dag, isJa, isNee, nietInToekomst, volgorde, type Regel } from './helpers.ts';
import { nietBereikt } from './niet-bereikt.ts';

/** F-14, CA-02-1 (routeboek r. 65–67, r. 361–372). `onderDrempel` komt uit de beslistabel meldplicht-duo. */
export const duoVerzuimmelding: Regel = (invoer, nu) => [
  volgorde('Periode tot en met', dag(invoer, 'periodeVan'), dag(invoer, 'periodeTot')),
  nietInToekomst('Periode tot en met', dag(invoer, 'periodeTot'), nu),
  ...(Array.isArray(invoer.onderDrempel) ? (invoer.onderDrempel as string[]) : []),
  isNee(invoer, 'oudersGeinformeerd') && !isJa(invoer, 'oudersNietBereikt')
    ? 'De ouders weten van deze melding: leg eerst vast dat ouders van de melding weten, of vul in dat ouders niet bereikt zijn.'
    : null,
  ...nietBereikt(invoer, nu, 'Schriftelijk aangekondigd op'),
];
