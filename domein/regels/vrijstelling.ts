import { dag, nietInToekomst, nietNa, volgorde, type Regel } from './helpers.ts';

/** F-55, VR-03: de aanvraag van de ouders. Wat eraan ontbreekt zegt de beslistabel; hier staat alleen wat niet kan (routeboek r. 500–510). */
export const vrijstellingAanvraag: Regel = (invoer, nu) => [
  nietInToekomst('Ingediend op', dag(invoer, 'ingediendOp'), nu),
  nietNa('Datum van de verklaring', dag(invoer, 'datumVerklaring'), dag(invoer, 'ingediendOp'), 'de dag van indienen'),
];

/** F-57, VR-06 en VB-04: elke vrijstelling heeft een begin en een einde, want dat wordt bewaakt (routeboek r. 506–508; errata §3). */
export const vrijstellingBesluit: Regel = (invoer) => {
  if (invoer.besluit !== 'VERLEEND') return [];
  const [van, tot] = [dag(invoer, 'ingangsdatum'), dag(invoer, 'einddatum')];
  return [
    van === undefined ? 'Gaat in op: vul de dag in waarop de vrijstelling ingaat.' : null,
    tot === undefined ? 'Geldt tot en met: vul de laatste dag van de vrijstelling in.' : null,
    volgorde('Geldt tot en met', van, tot),
  ];
};
