import type { Instantie, InstantiesLezen } from '../reads/reads.ts';
import type { Modelbestand, Uitgerold } from '../deploy.ts';
import { leesModel, type Model } from './model.ts';
import type { Overzetten } from './migrate-command.ts';
import { kanOveralMee, maakPlan, type Plan } from './plan.ts';

/** Hoeveel casussen tegelijk; meer maakt de engine niet sneller en de zoekkant wel trager. */
const TEGELIJK = 8;

/** Hoe het één lopende casus verging. `deels`: de engine weigerde een aangeroepen proces nadat de route al over was. */
export interface Uitkomst {
  /** Sleutel van de procesinstantie van de route. */
  readonly casus: string;
  readonly wat: 'mee' | 'deels' | 'blijft';
  readonly redenen: readonly string[];
}

/**
 * Neemt lopende casussen mee naar de modellen die net zijn uitgerold. Een casus gaat met alles wat zij aanriep mee, of
 * blijft in haar geheel: een oude route verwacht de uitkomsten van oude deelprocessen. Herhalen mag: wat al op de
 * nieuwste versie loopt wordt overgeslagen. Een weigering houdt de andere casussen niet tegen.
 */
export async function migreerLopende(keuze: {
  lezen: InstantiesLezen; zetOver: Overzetten; uitgerold: readonly Uitgerold[]; bestanden: readonly Modelbestand[];
}): Promise<Uitkomst[]> {
  const { lezen, zetOver, bestanden } = keuze;
  const nieuwste = new Map(keuze.uitgerold.filter((u) => u.soort === 'proces').map((u) => [u.id, u]));
  const isAchter = (i: Instantie): boolean => i.versie < (nieuwste.get(i.procesId)?.versie ?? 0);
  const oude = onthoud(async (definitie) => leesModel(await lezen.model(definitie)));
  const nieuwe = onthoud((id) => leesModel(String(bestanden.find(({ naam }) => naam === `${id}.bpmn`)?.inhoud)));

  async function plan(i: Instantie): Promise<Plan> {
    const [oud, nieuw] = await Promise.all([oude(i.definitie), nieuwe(i.procesId)]);
    return maakPlan(oud, nieuw, kanOveralMee(oud, nieuw) ? [] : await lezen.actieveOnderdelen(i.sleutel));
  }

  async function neemMee(casus: string, instanties: readonly Instantie[]): Promise<Uitkomst | undefined> {
    const plannen = await Promise.all(instanties.map(async (i) => ({ i, plan: await plan(i) })));
    const redenen = plannen.flatMap(({ plan: p }) => ('weigering' in p ? p.weigering : []));
    if (redenen.length > 0) return { casus, wat: 'blijft', redenen };
    let over = 0;
    for (const { i, plan: p } of plannen) {
      const antwoord = await zetOver(i.sleutel, nieuwste.get(i.procesId)!.sleutel, 'toewijzingen' in p ? p.toewijzingen : []);
      if (typeof antwoord === 'object') return { casus, wat: over > 0 ? 'deels' : 'blijft', redenen: [antwoord.geweigerd] };
      if (antwoord === undefined) over += 1;
    }
    return over > 0 ? { casus, wat: 'mee', redenen: [] } : undefined;
  }

  const uit: Uitkomst[] = [];
  const rij = [...perCasus(await lezen.instanties())].map(([casus, alle]) => ({ casus, achter: alle.filter(isAchter) })).filter(({ achter }) => achter.length > 0);
  const werk = async (): Promise<void> => {
    for (let volgende = rij.shift(); volgende; volgende = rij.shift()) {
      const { casus, achter } = volgende;
      const uitkomst = await neemMee(casus, achter).catch((fout: unknown): Uitkomst => ({ casus, wat: 'blijft', redenen: [`zij is niet te lezen: ${(fout as Error).message}`] }));
      if (uitkomst) uit.push(uitkomst);
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, werk));
  return uit;
}

/** Groepeert instanties bij de route waar zij bij horen, de route voorop: weigert de engine haar, dan is er nog niets verplaatst. */
function perCasus(instanties: readonly Instantie[]): Map<string, Instantie[]> {
  const bekend = new Map(instanties.map((i) => [i.sleutel, i]));
  const lijn = (i: Instantie): string[] => (i.ouder !== null && bekend.has(i.ouder) ? [...lijn(bekend.get(i.ouder)!), i.sleutel] : [i.sleutel]);
  const uit = new Map<string, Instantie[]>();
  for (const { i, pad } of instanties.map((i) => ({ i, pad: lijn(i) })).sort((a, b) => a.pad.length - b.pad.length)) {
    const casus = pad[0] as string;
    uit.set(casus, [...(uit.get(casus) ?? []), i]);
  }
  return uit;
}

/** Leest elk model één keer, ook als honderd casussen erop lopen. */
function onthoud(lees: (sleutel: string) => Promise<Model>): (sleutel: string) => Promise<Model> {
  const bekend = new Map<string, Promise<Model>>();
  return (sleutel) => {
    if (!bekend.has(sleutel)) bekend.set(sleutel, lees(sleutel));
    return bekend.get(sleutel)!;
  };
}
