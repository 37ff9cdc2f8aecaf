import { schooljaarVan } from '../kalender/schoolkalender.ts';
import { begonnenMaanden, eersteDagVan, maandVan, meetdagVan } from '../kalender/maand.ts';
import type { Cijferdeps, Opname } from './bron.ts';
import { gebeurtenissenVan } from './gebeurtenissen.ts';
import { telJaar, type Schooljaarcijfers } from './jaar.ts';
import { leesKpigevallen, telKpis, type Kpigegevens, type Kpiuitslag } from './kpi/lees.ts';
import { leesKinderenNu, telNu, type Kindnu } from './nu.ts';
import { Samen, type Zicht } from './samen.ts';
import type { Telling } from './telling.ts';
import { telTerugval, type Teruggekeerde } from './terugval.ts';

/** Alle cijfers, van elk schooljaar. Wat ervan mag staan is samen bepaald: op elke pagina, in elk bestand en in de mail hetzelfde. */
export interface Cijfers {
  /** Zijn ook de getallen over alle kinderen afgerond op vijven? */
  readonly afgerond: boolean;
  readonly nu: Telling<Kindnu>;
  jaar(schooljaar: string): Schooljaarcijfers;
  terugval(schooljaar: string): Telling<Teruggekeerde>;
  kpis(schooljaar: string): Promise<Kpiuitslag[]>;
}

/** Telt alles wat er over deze kinderen te tonen is, ook wat de pagina zelf niet toont: van twee pagina's is het verschil uit te rekenen. */
export async function leesCijfers(deps: Cijferdeps, opname: Opname, zicht: Zicht = null): Promise<Cijfers> {
  const { peildatum } = opname;
  const samen = new Samen(zicht);
  const jaren = await leesJaren(deps, opname);
  const nu = await telNu(await leesKinderenNu(deps, opname), samen);
  const tel = (schooljaar: string) => ({ jaar: telJaar(opname, schooljaar, samen), terugval: telTerugval(opname, schooljaar, samen), kpis: telKpis(jaren.gegevens, schooljaar, peildatum, samen) });
  // Alleen zonder keuze bepalen alle jaren samen wat er staat. Van een jaar waarin niets viel is elk getal nul; dat bepaalt niets over de andere.
  const geteld = new Map((zicht === null ? jaren.namen : []).map((schooljaar) => [schooljaar, tel(schooljaar)]));
  const van = (schooljaar: string): ReturnType<typeof tel> => {
    const jaar = geteld.get(schooljaar) ?? tel(schooljaar);
    geteld.set(schooljaar, jaar);
    return jaar;
  };
  return { afgerond: zicht === null && samen.grof, nu, jaar: (schooljaar) => van(schooljaar).jaar, terugval: (schooljaar) => van(schooljaar).terugval, kpis: (schooljaar) => van(schooljaar).kpis() };
}

/** De schooljaren waarin iets viel, het jongste eerst, met de gevallen van elk cijfer. */
async function leesJaren(deps: Cijferdeps, opname: Opname): Promise<{ namen: string[]; gegevens: Kpigegevens[] }> {
  const { peildatum, kinderen } = opname;
  const eerste = kinderen.flatMap((kind) => gebeurtenissenVan(kind, peildatum).map(({ dag }) => dag)).sort()[0] ?? peildatum;
  const standjaren: string[] = [];
  for (let jaar = Number(schooljaarVan(eerste).slice(0, 4)); jaar <= Number(schooljaarVan(peildatum).slice(0, 4)); jaar++) standjaren.push(`${jaar}-${jaar + 1}`);
  const meetdagen = standjaren.flatMap((schooljaar) => begonnenMaanden(schooljaar, peildatum).map((maand) => meetdagVan(maand, peildatum)));
  const gegevens = await leesKpigevallen(deps, opname, meetdagen);
  const maanden = new Set(gegevens.flatMap(({ gevallen }) => (gevallen ?? []).map(({ dag }) => maandVan(dag))));
  return { namen: [...new Set([...standjaren, ...[...maanden].map((maand) => schooljaarVan(eersteDagVan(maand)))])].sort().reverse(), gegevens };
}
