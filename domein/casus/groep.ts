import { schooljaarVan } from '../kalender/schoolkalender.ts';
import type { Datum } from '../kalender/datum.ts';

/** De hoogste groep van de basisschool. */
const HOOGSTE = 8;
/** Een schooljaar telt tien maanden onderwijs. */
const MAANDEN_PER_SCHOOLJAAR = 10;

/** Groep en didactische leeftijd zoals opgegeven, met het schooljaar waarin dat was. */
export interface OpgegevenGroep {
  groep: number;
  groepSchooljaar: string | null;
  didactischeLeeftijdMaanden: number | null;
}

/**
 * Groep en didactische leeftijd op een dag: zij gaan op 1 augustus met het schooljaar mee. Blijft een kind zitten, dan geeft
 * de school de groep opnieuw op; die geldt dan vanaf dat schooljaar.
 */
export function groepOp({ groep, groepSchooljaar, didactischeLeeftijdMaanden }: OpgegevenGroep, datum: Datum): { groep: number; didactischeLeeftijdMaanden: number | null } {
  const jaren = groepSchooljaar === null ? 0 : Math.max(0, beginjaar(schooljaarVan(datum)) - beginjaar(groepSchooljaar));
  return {
    groep: Math.min(HOOGSTE, groep + jaren),
    didactischeLeeftijdMaanden: didactischeLeeftijdMaanden === null ? null : didactischeLeeftijdMaanden + jaren * MAANDEN_PER_SCHOOLJAAR,
  };
}

const beginjaar = (schooljaar: string): number => Number(schooljaar.slice(0, 4));
