import { z } from 'zod';
import { leesCasus, leesContacten, type CasusFeiten } from '../../registratie/casus-lezen.ts';
import type { NieuwBericht } from '../../registratie/outbox-toevoegen.ts';
import type { Register } from '../../registratie/register.ts';
import { leesLaatsteHerinnering, merkHerinnerd } from '../../registratie/taak-herinnering.ts';
import { rolVanGroep } from '../casus/rollen.ts';
import type { Dependencies } from '../dependencies.ts';
import { momentTekst } from '../kalender/datum.ts';
import type { Kalenders } from '../kalender/schoolkalender.ts';
import { modelstappen, type Modelstappen } from '../stappen/modelstappen.ts';
import { haalNorm, planHerinnering, type Gepland, type Herinneringsnorm } from './herinnering-plannen.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from './klaarzetten.ts';

/** Wat van een open taak nodig is; de taken van de engine passen hierop. */
export interface OpenTaak {
  readonly key: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly casusId: string | null;
  readonly uiterlijk: string | null;
  readonly assignee: string | null;
  readonly groepen: readonly string[];
  readonly processInstance?: string;
}

export interface Herinnerdeps extends Dependencies {
  readonly options: MeldingOpties;
  readonly kalenders: Kalenders;
  readonly stappen?: Modelstappen;
}

/** Dezelfde taak houdt dezelfde sleutel, ook als zij na een verbetering terugkomt: haar einddatum verandert dan niet. */
const sleutelVan = ({ processInstance, casusId, elementId, uiterlijk }: OpenTaak): string => [processInstance ?? casusId, elementId, uiterlijk].join(':');

/**
 * Herinnert aan een taak als het tijd is (N-29, CA-19): aan de persoon die haar heeft of anders aan de rol. Blijft zij daarna
 * liggen, dan hoort ook wie erboven staat het (N-29b). Beide volgens de beslistabel `taakherinnering`.
 */
export async function herinner(deps: Herinnerdeps, taak: OpenTaak): Promise<void> {
  const { register, engine, klok, kalenders } = deps;
  if (!z.guid().safeParse(taak.casusId).success || !taak.uiterlijk) return;
  const casus = await leesCasus(register.db, taak.casusId ?? '');
  if (!casus) return;
  const rollen = [...new Set(taak.groepen.map((g) => rolVanGroep(g) ?? g))];
  const normen = await Promise.all(rollen.map((rol) => haalNorm(engine, rol)));
  const norm = strengste(normen);
  const sleutel = sleutelVan(taak);
  const nu = klok.nu();
  const plan = norm && planHerinnering({ uiterlijk: new Date(taak.uiterlijk), laatste: await leesLaatsteHerinnering(register.db, sleutel), nu }, norm, kalenders(casus.brin));
  if (!plan) return;
  const boven = plan.ookBoven ? await bovenliggend(deps, taak, rollen, normen) : [];
  const berichten = await maakBerichten(deps, taak, casus, { sleutel, plan, rollen, boven });
  await register.transaction(async (tx) => {
    if (await merkHerinnerd(tx, { sleutel, volgnummer: plan.volgnummer, casusId: casus.casusId, op: nu })) await zetKlaar(tx, berichten);
  });
}

/** Heeft de taak meer rollen, dan geldt wat het eerst herinnert. */
function strengste(normen: readonly Herinneringsnorm[]): Herinneringsnorm | undefined {
  const [eerste, ...rest] = normen;
  return eerste && rest.reduce((a, b) => ({
    voorafSchooldagen: Math.max(a.voorafSchooldagen, b.voorafSchooldagen), herhaalDagen: Math.min(a.herhaalDagen, b.herhaalDagen),
  }), eerste);
}

/** De meldcode komt met opzet niet in het logboek. Haar herinnering noemt de taak niet, en in het onderwerp ook de casus niet. */
const komtInLogboek = async ({ stappen = modelstappen }: Herinnerdeps, { elementId }: OpenTaak): Promise<boolean> => (await stappen(undefined, elementId)).inLogboek === true;

/** De rollen boven wie de taak heeft. Wat met opzet niet in het logboek komt (de meldcode), gaat ook niet naar een ander. */
async function bovenliggend(deps: Herinnerdeps, taak: OpenTaak, rollen: readonly string[], normen: readonly Herinneringsnorm[]): Promise<string[]> {
  if (!(await komtInLogboek(deps, taak))) return [];
  return [...new Set(normen.flatMap(({ boven }) => boven ?? []))].filter((rol) => !rollen.includes(rol));
}

async function maakBerichten(
  deps: Herinnerdeps,
  taak: OpenTaak,
  casus: CasusFeiten,
  { sleutel, plan, rollen, boven }: { sleutel: string; plan: Gepland; rollen: readonly string[]; boven: readonly string[] },
): Promise<NieuwBericht[]> {
  const { register, engine, klok, options } = deps;
  const aan = await persoon(register, taak, casus.casusId);
  const vast = { gebeurtenis: `${sleutel}:${plan.volgnummer}`, op: klok.nu(), link: `${options.takenlijst}/${taak.key}` };
  const open = { taak: taak.name, uiterlijkTekst: momentTekst(taak.uiterlijk ?? ''), teLaat: plan.teLaat, vaker: plan.volgnummer > 1 };
  const [melding, gegevens] = (await komtInLogboek(deps, taak)) ? ['N-29', open] : ['N-59', {}];
  const berichten: NieuwBericht[] = [];
  for (const rol of aan ? [''] : rollen) {
    berichten.push(...(await makeBerichten(register, engine, options, casus, { ...vast, melding, gegevens: { ...gegevens, rol }, ...(aan ? { aan: [aan] } : {}) })));
  }
  for (const rol of boven) berichten.push(...(await makeBerichten(register, engine, options, casus, { ...vast, melding: 'N-29b', gegevens: { ...open, rol } })));
  return berichten;
}

/** Wie de taak op naam heeft, als het register zijn adres kent. */
async function persoon(register: Register, taak: OpenTaak, casusId: string): Promise<{ rol: string; adres: string } | undefined> {
  if (!taak.assignee) return undefined;
  const contact = (await leesContacten(register.db, casusId)).find((c) => c.userId === taak.assignee);
  return contact?.email ? { rol: contact.rol, adres: contact.email } : undefined;
}
