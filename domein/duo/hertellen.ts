import { leesVerzuim } from '../../registratie/verzuim-lezen.ts';
import { leesVrijstellingen } from '../../registratie/vrijstelling.ts';
import { haalLeerlingVanCasus } from '../casus/bestaat.ts';
import type { Dependencies } from '../dependencies.ts';
import { schoolkalenders } from '../kalender/schoolkalender.ts';
import { haalTermijn } from '../termijnen/tabel.ts';
import { berekenKengetallen } from '../verzuim/kengetallen.ts';
import { makeLeerplichtigOp } from '../verzuim/leerplicht.ts';
import { bepaalGronden } from '../verzuim/meldplicht.ts';
import { TELT_VOOR_UREN } from '../verzuim/regels.ts';
import { isMeldingGepauzeerdOp } from '../vrijstelling/geldig.ts';
import type { DuoMelding } from './melding.ts';
import { naVerbetering, type Verbetering, type VerzuimOpgave } from './verbetering.ts';

export interface Hertelling {
  /** De melding met de aantallen die uit het verbeterde verzuim volgen. */
  readonly melding: DuoMelding;
  /** De gronden die er na de verbetering niet meer zijn. */
  readonly vervallen: string[];
}

/**
 * Telt opnieuw met het verzuim zoals de IB-er het per dag verbeterde, en vraagt de beslistabel welke gronden er dan nog zijn (errata
 * F-14, DMN-04 r3): de aantallen van een melding zijn altijd die van de dagen, en nooit een eigen getal. Dat ouders geen gehoor gaven
 * en dat het gesprek er was, blijft waar; of al het verzuim geoorloofd is, kan veranderen (errata GK-06d).
 */
export async function telOpnieuw(
  { register, engine }: Dependencies, casusId: string, gronden: readonly string[], melding: DuoMelding, getoond: NonNullable<NonNullable<VerzuimOpgave>['getoond']>, verbetering: Verbetering,
): Promise<Hertelling> {
  const { geboortedatum, brin } = await haalLeerlingVanCasus(register.db, casusId);
  const { regels, teLaat, langdurigGemeldTot } = naVerbetering(await leesVerzuim(register.db, casusId), verbetering);
  const vrijstellingen = await leesVrijstellingen(register.db, casusId);
  const leerplichtig = await makeLeerplichtigOp(engine, geboortedatum, [getoond.tot, ...regels.map((r) => r.datum), ...teLaat.map((t) => t.datum)]);
  const telt = (dag: string): boolean => leerplichtig(dag) && !isMeldingGepauzeerdOp(vrijstellingen, dag);
  const inPeriode = regels.filter((r) => r.datum >= melding.periodeVan && r.datum <= melding.periodeTot && telt(r.datum) && TELT_VOOR_UREN.includes(r.soort));
  const uren = som(inPeriode.filter((r) => !r.gemeldIn).map((r) => r.uren));
  const stand = berekenKengetallen({
    regels, teLaat: teLaat.filter((t) => t.datum <= melding.periodeTot), langdurigGemeldTot, peildatum: getoond.tot, kalender: schoolkalenders()(brin), leerplichtigOp: telt,
    lesweken: (await haalTermijn(engine, 'venster-verzuimuren', 'venster')).aantal, schooljaren: (await haalTermijn(engine, 'venster-te-laat', 'venster')).aantal,
    geraakt: [], vorigeWeek: null,
  });
  const nog = await bepaalGronden(engine, { ...stand, urenOngeoorloofd4wk: uren, jgzGeenGehoor: gronden.includes('GEEN_GEHOOR_JEUGDARTS'), escalatiegesprekGevoerd: gronden.includes('ESCALATIE_THUIS') });
  return {
    // Wat de melding noemt is al het verzuim van de periode; voor de zestien uur telt alleen wat nog niet gemeld was.
    melding: { ...melding, urenOngeoorloofd: gronden.includes('ZESTIEN_UUR_4WK') ? uren : som(inPeriode.map((r) => r.uren)), aantalTeLaat: stand.aantalTeLaat },
    vervallen: [...new Set(gronden)].filter((grond) => !nog.includes(grond)),
  };
}

const som = (getallen: readonly number[]): number => Math.round(getallen.reduce((t, g) => t + g, 0) * 100) / 100;
