import { alsDag, dagTekst, type Datum } from '../domein/kalender/datum.ts';
import { schooljaarVan } from '../domein/kalender/schoolkalender.ts';
import { makeKinderen } from '../scripts/demo/kinderen.ts';
import type { DemoKind } from '../scripts/demo/kind.ts';
import type { Scenario } from '../scripts/demo/scenario.ts';
import { schooldagNa } from '../scripts/demo/schooltijd.ts';
import { VAST } from './vast-toeval.ts';

/** Een paar weken na de zomer: dan ligt er geen zomervakantie in het spel, en wel elke andere. */
const BEGIN = '09-07';

/** Wie er gespeeld worden, en tot wanneer. */
export interface Deelnemers {
  readonly kinderen: readonly DemoKind[];
  readonly begin: Date;
  readonly einde: Date;
  /** Waar samengestelde verlopen vandaan komen; de namen alleen zeggen dat niet. */
  readonly merk?: string;
}

/** De eerste dag van het spel: in september van dit schooljaar. */
export const beginVan = (vandaag: Datum): Datum => schooldagNa(`${schooljaarVan(vandaag).slice(0, 4)}-${BEGIN}`, 0);

/** Zoveel schooldagen duurt een verloop: af als het afloopt, anders tot waar het om gaat. */
const duur = ({ verwacht, schooldagen: [kortst, langst] }: Scenario): number => ('afgerond' in verwacht ? kortst : langst);

/** Eén verzonnen kind per verloop. Wie afloopt begint op de eerste dag; wie blijft staan, zoveel schooldagen voor het eind. */
export function deelnemers(verlopen: readonly Scenario[], vandaag: Datum): Deelnemers {
  const begin = beginVan(vandaag);
  const lengte = Math.max(1, ...verlopen.map(duur));
  const einde = alsDag(schooldagNa(begin, lengte)).set({ hour: 17 }).toJSDate();
  const kinderen = makeKinderen(einde, {
    verlopen: verlopen.map((verloop): Scenario => {
      const dagen = 'afgerond' in verloop.verwacht ? lengte : duur(verloop);
      return { ...verloop, aantal: 1, aaneen: 0, schooldagen: [dagen, dagen] };
    }),
  });
  return { begin: alsDag(begin).toJSDate(), einde, kinderen: kinderen.map((kind) => ({ ...kind, toeval: VAST })) };
}

/** De dagen waarover gespeeld wordt, voor in het verslag. */
export const periode = ({ begin, einde }: Pick<Deelnemers, 'begin' | 'einde'>, dag: (tijd: Date) => Datum): string => `${dagTekst(dag(begin))} tot en met ${dagTekst(dag(einde))}`;
