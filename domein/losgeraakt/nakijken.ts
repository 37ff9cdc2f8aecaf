import { bewaarVerdacht, leesCasussenZonderStap, leesLosGestart, leesVerdacht, vinkCasussenAf } from '../../registratie/losgeraakt.ts';
import type { Dependencies } from '../dependencies.ts';
import type { MeldingOpties } from '../meldingen/klaarzetten.ts';
import { meldLos } from './melden.ts';

const MINUUT = 60_000;
const DAG = 86_400_000;
/** Zo lang na de eerste keer moet een casus nog steeds weg zijn: de leeskant van de engine kan achterlopen. */
const NOG_STEEDS = 9 * MINUUT;
/** Zo ver terug wordt gezocht naar losse processen die zijn afgebroken. */
const TERUGKIJKEN = 7 * DAG;

/** Wat de engine hierover weet (`engine/reads/history.ts` past hierop). */
export interface Losbron {
  running(keys: readonly string[]): Promise<ReadonlySet<string>>;
  instancesCancelled(from: Date): AsyncIterable<readonly string[]>;
}
type Deps = Dependencies & { readonly bron: Losbron; readonly options: MeldingOpties };

/**
 * Zoekt casussen waar niemand meer naar kijkt: lopend in het register, terwijl hun proces in de engine is beëindigd. Zo'n kind heeft
 * geen taak en geen termijn meer. Een casus is pas los als zij twee keer met tien minuten ertussen nergens liep. Wat naast een casus
 * was gestart (onderwijstijd, vrijstelling, DUO, AV1, meldcode) eindigt ook gewoon; daarvan telt alleen wat de engine afgebroken noemt.
 * Alles is te herhalen: wat vaststaat wordt één keer gemeld.
 * @returns hoeveel er deze keer zijn vastgesteld
 */
export async function kijkLosgeraakt(deps: Deps): Promise<number> {
  const { register: { db }, register, bron, klok } = deps;
  const nu = klok.nu();
  const voor = (ms: number): Date => new Date(nu.getTime() - ms);
  // Eerst het register en dan de engine: een casus die daartussen begint kan zo niet voor weg worden aangezien.
  const zonder = await leesCasussenZonderStap(db, voor(DAG));
  const lopend = zonder.length === 0 ? new Set<string>() : await bron.running(zonder.map((c) => c.instantie));
  await register.transaction(async (tx) => {
    await bewaarVerdacht(tx, zonder.filter((c) => !lopend.has(c.instantie)), nu);
    await vinkCasussenAf(tx, nu);
  });
  const vast = await leesVerdacht(db, voor(NOG_STEEDS));
  for await (const deel of bron.instancesCancelled(voor(TERUGKIJKEN))) vast.push(...(await leesLosGestart(db, deel)));
  let gemeld = 0;
  for (const proces of vast) gemeld += (await meldLos(deps, proces)) ? 1 : 0;
  return gemeld;
}
