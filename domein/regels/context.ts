import type { Beslissen } from '../beslissen.ts';
import { leesCasusBegin } from '../../registratie/casus-begin-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { alsDag, dagVan } from '../kalender/datum.ts';
import { schoolkalenders, type Schoolkalender } from '../kalender/schoolkalender.ts';
import { berekenTermijn } from '../termijnen/bereken.ts';
import { haalTermijn } from '../termijnen/tabel.ts';
import { dag, type Invoer } from './helpers.ts';

/** Wat het register van de casus weet en een regel nodig kan hebben, en de kalender van haar school. */
export async function uitRegister(db: Connection, casusId: string): Promise<{ feiten: Invoer; kalender: Schoolkalender }> {
  const casus = await leesCasusBegin(db, casusId);
  return {
    feiten: casus ? { datumSignaal: casus.datumSignaal, startCasus: dagVan(casus.geopendOp), route: casus.route } : {},
    kalender: schoolkalenders()(casus?.brin),
  };
}

/** De kalender van de regio, voor wie niet naar schooldagen van één school kijkt. */
export const regiokalender = (): Schoolkalender => schoolkalenders()();

/** Normen die een regel nodig heeft komen uit de beslistabellen, niet uit de code (design §5). */
export async function uitBeslistabellen(beslissen: Beslissen, formulierId: string, invoer: Invoer): Promise<Invoer> {
  switch (formulierId) {
    case 'brug-keuze': {
      const sinds = dag(invoer, 'aangepastAanbodSinds');
      if (sinds === undefined) return {};
      const rij = await haalTermijn(beslissen, 'eigen-aanbod', 'venster');
      return { eersteStart: berekenTermijn(rij, alsDag(sinds), regiokalender()).slice(0, 10) };
    }
    case 'inzet-maatwerk': {
      const van = dag(invoer, 'vanDatum');
      if (van === undefined) return {};
      const rij = await haalTermijn(beslissen, 'vierweken', 'eindeVierweken');
      return { maximaalTot: berekenTermijn(rij, alsDag(van), regiokalender()) };
    }
    default:
      return {};
  }
}
