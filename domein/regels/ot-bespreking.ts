import { dag, isJa, nietInToekomst, nietNa, waarde, type Regel } from './helpers.ts';

/** F-03, overal waar het OT bespreekt (routeboek r. 453–476). */
export const otBespreking: Regel = (invoer, nu) => [nietInToekomst('Datum van de bespreking', dag(invoer, 'datum'), nu)];

/** Wie een OT breed maakt (r. 463–466). */
const BREED = ['jeugdarts', 'jeugdverpleegkundige', 'smw', 'jeugdprofessional', 'kernteam-onderwijsspecialist'];

/**
 * OT-01: het OT komt binnen de termijn bijeen, breed of anders smal (r. 756–757), tenzij de IB-er zegt dat het echt niet eerder kan.
 * Is de termijn al voorbij, dan is elke dag te laat en houdt zij geen datum meer tegen: het OT hoort er dan zo snel mogelijk te komen.
 * De ouders horen bij elk OT (r. 459–461), en bij een breed OT wie het breed maakt.
 */
export const otPlannen: Regel = (invoer, { vandaag }) => {
  const uiterlijk = dag(invoer, 'otUiterlijk');
  const vrij = isJa(invoer, 'laterKan') || (uiterlijk !== undefined && uiterlijk < vandaag);
  const wie = (waarde(invoer, 'genodigden') as string[] | undefined) ?? [];
  return [
    vrij ? null : nietNa('Datum van het OT', dag(invoer, 'otOp'), uiterlijk, 'de termijn van het OT; kan een OT-breed niet zo snel, kies dan een OT-smal, of vink aan dat eerder echt niet kan'),
    wie.includes('ouders') ? null : 'Wie nodigt u uit: de ouders horen bij elk OT. Vink hen aan.',
    waarde(invoer, 'otVorm') !== 'BREED' || wie.some((rol) => BREED.includes(rol)) ? null : 'Wie nodigt u uit: bij een OT-breed hoort ook iemand van jeugdgezondheid, schoolmaatschappelijk werk, jeugdhulp of het kernteam. Nodig die uit, of kies een OT-smal.',
  ];
};
