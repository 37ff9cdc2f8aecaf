import type { Connection } from '../../registratie/register.ts';
import type { Beslissen } from '../beslissen.ts';
import { vandaag, type Datum } from '../kalender/datum.ts';
import { schoolkalenders, type Kalenders } from '../kalender/schoolkalender.ts';
import type { Klok } from '../klok.ts';
import { leesKinderen, type Kind } from './kinderen.ts';
import { makeLaatsteAntwoord } from './laatste-antwoord.ts';
import { leesCijfernormen, type Cijfernormen } from './normen.ts';

/** Waar cijfers uit komen. */
export interface Cijferdeps {
  readonly db: Connection;
  readonly klok: Klok;
  readonly kalenders: Kalenders;
  /** De beslistabellen, ook als de engine even niet antwoordt. */
  readonly beslissen: Beslissen;
}

export const makeCijferdeps = ({ db, engine, klok }: { db: Connection; engine: Beslissen; klok: Klok }, kalenders: Kalenders = schoolkalenders()): Cijferdeps =>
  ({ db, klok, kalenders, beslissen: makeLaatsteAntwoord(db, engine, klok) });

/** Alles waar cijfers van één dag op rusten, één keer gelezen: dan zegt elke pagina hetzelfde. */
export interface Opname {
  readonly peildatum: Datum;
  readonly normen: Cijfernormen;
  readonly kinderen: readonly Kind[];
}

export async function maakOpname({ db, klok, kalenders, beslissen }: Cijferdeps): Promise<Opname> {
  const normen = await leesCijfernormen(beslissen, kalenders);
  return { peildatum: vandaag(klok), normen, kinderen: await leesKinderen(db, normen) };
}
