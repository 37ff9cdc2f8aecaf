import type { DateTime } from 'luxon';
import { moment, naarDatum, plusDagen, plusMaanden, TIJDZONE, type Datum } from '../kalender/datum.ts';
import { naarSchooldag, plusSchooldagen, plusSchoolweken, plusWerkdagen } from '../kalender/rekenen.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { ContractError } from '../errors.ts';
import type { TermijnRij } from './tabel.ts';

/**
 * Rekent één regel van de tabel uit. Zonder `tijdstip` blijft de lokale tijd van `vanaf` staan, ook over zomer- en
 * wintertijd heen. Met `opSchooldag` schuift een vrije dag naar de eerste schooldag erna.
 * @returns ISO-moment met afstand tot UTC
 */
export function berekenTermijn(rij: TermijnRij, vanaf: DateTime<true>, kalender: Schoolkalender): string {
  const begin = vanaf.setZone(TIJDZONE);
  const dag = telVerder(rij, naarDatum(begin), kalender);
  const opDag = rij.opSchooldag ? naarSchooldag(kalender, dag) : dag;
  return moment(opDag, rij.tijdstip ?? begin.toFormat('HH:mm'));
}

function telVerder(rij: TermijnRij, start: Datum, kalender: Schoolkalender): Datum {
  switch (rij.eenheid) {
    case 'kalenderdagen':
      return plusDagen(start, rij.aantal);
    case 'kalenderweken':
      return plusDagen(start, 7 * rij.aantal);
    case 'schooldagen':
      return plusSchooldagen(kalender, start, rij.aantal);
    case 'schoolweken':
      return plusSchoolweken(kalender, start, rij.aantal);
    case 'werkdagen':
      return plusWerkdagen(kalender, start, rij.aantal);
    case 'kalendermaanden':
      return plusMaanden(start, rij.aantal);
    case 'schooljaren':
      throw new ContractError(`De eenheid schooljaren kan alleen bij een venster, niet bij de soort "${rij.soort}".`);
  }
}
