import { leesDuren } from '../../registratie/kaart/duren.ts';
import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import { leesInhoud } from '../../registratie/kaart/inhoud.ts';
import { leesOpen, telKinderenNu } from '../../registratie/kaart/open.ts';
import type { Connection } from '../../registratie/register.ts';
import { kalenderdagen, makeSchooldagenTot } from '../geschiedenis/dagen.ts';
import { leesVersheid } from '../geschiedenis/versheid.ts';
import { isoMoment, leesMoment, vandaag } from '../kalender/datum.ts';
import { schoolkalenders, type Kalenders } from '../kalender/schoolkalender.ts';
import type { Klok } from '../klok.ts';
import { modelstappen } from '../stappen/modelstappen.ts';
import type { Kaart } from './kaart.ts';
import { maakKaart } from './maak-kaart.ts';
import { leesKaartmodel } from './model.ts';
import type { makeNormen } from './normen.ts';

export interface KaartDeps {
  readonly db: Connection;
  readonly klok: Klok;
  readonly normen: ReturnType<typeof makeNormen>;
  readonly kalenders?: Kalenders;
}

/** De cijfers van een proces. @returns niets als er geen proces met deze naam is */
export async function leesKaart({ db, klok, normen, kalenders = schoolkalenders() }: KaartDeps, proces: string, filter: Kaartfilter): Promise<Kaart | undefined> {
  const model = await leesKaartmodel(proces);
  if (model === undefined) return undefined;
  const nu = klok.nu();
  const dag = vandaag(klok);
  const schooldagen = makeSchooldagenTot(kalenders(filter.school), dag);
  const [duren, open, inhoud, kinderenNu, versheid] = await Promise.all([
    leesDuren(db, proces, filter), leesOpen(db, proces, filter, nu), leesInhoud(db, proces, filter, nu), telKinderenNu(db, proces, filter), leesVersheid(db, klok),
  ]);
  const stappen = new Map(await Promise.all(model.elementen.map(async ({ id }): Promise<[string, readonly string[]]> => [id, (await modelstappen(proces, id)).stappen])));
  const kaart = maakKaart({
    model, duren, open, inhoud, kinderenNu, stappen: (id) => stappen.get(id) ?? [], normen: await normen([...stappen.values()].flat()),
    kalenderdagen: (begin) => kalenderdagen(begin, dag), schooldagen,
  });
  return { proces, naam: model.naam, filter, gemetenOp: isoMoment(leesMoment(nu.toISOString())!), versheid, ...kaart };
}
