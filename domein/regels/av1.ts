import { dag, isNee, nietInToekomst, nietVoor, waarde, type Regel } from './helpers.ts';

/** AV-02: onderwijs op afstand is altijd onderdeel van een normaliserend plan van aanpak; zonder plan blijft de taak staan (routeboek r. 579–580). */
export const av1Behoefte: Regel = (invoer) => [
  waarde(invoer, 'doorgaan') === 'JA' && isNee(invoer, 'planNormaliserend')
    ? 'Is er een plan dat toewerkt naar hervatten en opbouwen van de schoolgang: onderwijs op afstand hoort altijd bij zo’n plan. Rond deze taak af als het plan er is, of kies dat het niet meer nodig is.'
    : null,
];

/** AV-04: het gesprek is gehouden; of er besloten kan worden zegt de beslistabel av1-toelaatbaar (routeboek r. 586–587). */
export const av1Gesprek: Regel = (invoer, nu) => [
  nietInToekomst('Datum van het gesprek', dag(invoer, 'gesprekOp'), nu),
  nietVoor('Datum van het gesprek', dag(invoer, 'gesprekOp'), dag(invoer, 'datumSignaal', 'signaal.datumSignaal'), 'de datum van het signaal'),
];

/** AV-05: toekennen noemt een middel. */
export const av1Besluit: Regel = (invoer) => [
  waarde(invoer, 'besluit') === 'TOEKENNEN' && waarde(invoer, 'middel') === undefined ? 'Middel: kies een AV1-robot of KlasseContact.' : null,
];

/** AV-07: een geplaatste robot heeft een dag. */
export const av1Installatie: Regel = (invoer, nu) => [
  nietInToekomst('Geplaatst op', dag(invoer, 'geplaatstOp'), nu),
  waarde(invoer, 'geplaatst') === 'JA' && dag(invoer, 'geplaatstOp') === undefined ? 'Geplaatst op: vul in wanneer de robot is geplaatst.' : null,
];

/** AV-10: de robot is terug als deze taak klaar is. */
export const av1Inname: Regel = (invoer, nu) => [
  nietInToekomst('Teruggekomen op', dag(invoer, 'ingenomenOp'), nu),
  nietVoor('Teruggekomen op', dag(invoer, 'ingenomenOp'), dag(invoer, 'geplaatstOp'), 'de dag waarop de robot werd geplaatst'),
];
