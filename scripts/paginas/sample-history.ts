import { dagVan, moment } from '../../domein/kalender/datum.ts';
import { naarSchooldag } from '../../domein/kalender/rekenen.ts';
import { schooljaarVan, schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import type { Geschiedenisbron } from '../../domein/geschiedenis/bron.ts';
import type { Klok } from '../../domein/klok.ts';
import { sluitCasus } from '../../registratie/casus-afsluiten.ts';
import { openCasus } from '../../registratie/casus-openen.ts';
import type { Register } from '../../registratie/register.ts';
import { makeRandom, type Random } from '../demo/random.ts';
import { SCHOLEN, SCHOLEN_ZONDER_KERNTEAM, type DemoSchool } from '../demo/scholen.ts';
import { Chances } from './history/chances.ts';
import { openTermijnen } from './history/norms.ts';
import { walk, type Recorded } from './history/walk.ts';

const DAG = 86_400_000;
const IN_DAGEN: Record<string, number> = { schooldagen: 1.4, werkdagen: 1.4, kalenderdagen: 1, schoolweken: 7, kalenderweken: 7, kalendermaanden: 30, schooljaren: 300 };
/** Zoveel kinderen per schooljaar, met hoe traag er toen werd gewerkt: dit jaar gaat het vlotter. */
const JAREN = [{ begin: '2024-09-02', weken: 40, aantal: 40, traag: 1.15 }, { begin: '2025-08-25', weken: 29, aantal: 150, traag: 0.95 }] as const;
const WEKELIJKS = ['verzuim-volgen', 'verzuimstand-verwerken'];
const AFLOOP = [['VERZUIM_GESTOPT', 'WEER_OP_SCHOOL', 5], ['PASSEND_AANBOD_GEREALISEERD', 'ARRANGEMENT_EIGEN_SCHOOL', 4], ['PASSEND_AANBOD_GEREALISEERD', 'SO', 2], ['UITGESCHREVEN_VERHUISD', 'UITGESCHREVEN', 1]] as const;

/**
 * Vult een register met anderhalf schooljaar van verzonnen kinderen, twaalf scholen, vier besturen en beide routes, en met de
 * geschiedenis die daarbij hoort: elke casus loopt door de echte modellen (`history/walk.ts`) en komt binnen langs dezelfde weg als
 * uit de engine. Altijd dezelfde uitkomst, zodat een afbeelding alleen verandert als de pagina verandert.
 */
export async function vulGeschiedenis(register: Register, klok: Klok): Promise<void> {
  const termijnen = await openTermijnen();
  const normen = await leesNormen(termijnen);
  const random = makeRandom('geschiedenis voor de afbeeldingen');
  const record: Recorded = { visits: [], instances: [] };
  const modellen = new Map<string, { key: string; processId: string; version: number }>();
  let teller = 0n;
  const key = (): string => String((1n << 51n) + teller++);
  const definition = (processId: string, at: number): string => {
    const version = at < Date.parse('2025-08-01') ? 1 : 2;
    const naam = `${processId} ${version}`;
    modellen.set(naam, modellen.get(naam) ?? { key: String(1_000 + modellen.size), processId, version });
    return modellen.get(naam)!.key;
  };
  for (const casus of kinderen(random)) {
    const nr = record.instances.length;
    const kalender = schoolkalenders()(casus.school.brin);
    const klaar = await walk('casus', casus.op.getTime(), record, {
      called: (vraag) => (vraag === '=route' ? casus.route : casus.nummer % 3 === 0 ? 'brugplaats-kdc-asvz' : 'brugplaats-sbo'),
      norm: (stappen) => stappen.map((stap) => normen.get(stap)).find((n) => n !== undefined),
      workday: (at) => {
        const dag = dagVan(new Date(at));
        const school = naarSchooldag(kalender, dag);
        return school === dag ? at : Date.parse(moment(school, `${9 + (at % 7)}:20`));
      },
      chances: new Chances(`casus ${casus.nummer}`, casus.traag), key, definition, until: klok.nu().getTime(),
      // De wekelijkse vragen zijn een derde van alle bezoeken; die van lang geleden leren een lezer niets en kosten elke test seconden.
      quiet: (processId, at) => WEKELIJKS.includes(processId) && klok.nu().getTime() - at > 42 * DAG,
    });
    await bewaar(register, casus, record.instances[nr]!.key, klaar);
  }
  await leesGeschiedenis({ register, bron: alsBron(record, [...modellen.values()]), engine: termijnen, klok });
}

interface Kind { readonly nummer: number; readonly school: DemoSchool; readonly route: 'kernteam' | 'geen-kernteam'; readonly op: Date; readonly groep: number; readonly traag: number; readonly afloop: (typeof AFLOOP)[number] }

function kinderen(random: Random): Kind[] {
  let nummer = 0;
  return JAREN.flatMap(({ begin, weken, aantal, traag }) => Array.from({ length: aantal }, (): Kind => {
    const school = random.kies(random.getal() < 0.68 ? SCHOLEN : SCHOLEN_ZONDER_KERNTEAM);
    // Na de herfst komen er meer; in het weekend meldt niemand iets.
    const week = Math.floor(weken * random.getal() ** 0.4);
    const op = new Date(Date.parse(`${begin}T08:30:00+02:00`) + (7 * week + random.onder(5)) * DAG + random.onder(7 * 60) * 60_000);
    const bestuur = school.bestuur === 'Stichting Wijzer' ? 1.35 : school.bestuur === 'Stichting De Brug' ? 0.85 : 1;
    return { nummer: nummer++, school, route: school.kernteam ? 'kernteam' : 'geen-kernteam', op, groep: random.tussen(1, 8), traag: traag * bestuur, afloop: random.kies(AFLOOP.flatMap((a) => Array<(typeof AFLOOP)[number]>(a[2]).fill(a))) };
  })).sort((a, b) => a.op.getTime() - b.op.getTime());
}

async function bewaar(register: Register, { nummer, school, route, op, groep, afloop }: Kind, instantie: string, klaar: number | undefined): Promise<void> {
  const dag = dagVan(op);
  const schoolRij = { brin: school.brin, naam: school.naam, plaats: school.plaats, schoolbestuur: school.bestuur, email: `info@${school.domein}`, schooltype: school.schooltype, heeftKernteam: school.kernteam, gebied: school.plaats };
  await register.transaction(async (tx) => {
    const { casusId } = await openCasus(tx, {
      route, geopendOp: op, vandaag: dag, jaar: Number(dag.slice(0, 4)), procesInstantieKey: instantie, aanmeldSleutel: instantie, groepen: {}, school: schoolRij, contacten: [], verzuimRegels: [], ouders: [{ naam: 'Voorbeeld', relatie: 'ouder', email: null, telefoon: null, gezag: true }],
      leerling: { leerlingnummer: `V-${nummer}`, roepnaam: 'Voorbeeld', achternaam: `Voorbeeld ${nummer}`, geboortedatum: `${Number(dag.slice(0, 4)) - 3 - groep}-0${1 + (nummer % 9)}-${10 + (nummer % 18)}`, groep, groepSchooljaar: schooljaarVan(dag), didactischeLeeftijdMaanden: null, woonplaats: school.plaats, woongemeente: school.plaats, ingeschreven: true },
      signaal: { datumSignaal: dag, klachten: 'Verzonnen', patroonVerzuim: 'wisselend', complexeGedragsvraag: false, soortProblematischVerzuim: null },
    });
    if (klaar !== undefined) await sluitCasus(tx, casusId, { reden: afloop[0], resultaat: afloop[1], einddatum: dagVan(new Date(klaar)), op: new Date(klaar) });
  });
}

/** De termijn per stap, in kalenderdagen. */
async function leesNormen(termijnen: Awaited<ReturnType<typeof openTermijnen>>): Promise<Map<string, number>> {
  const uit = new Map<string, number>();
  for (const stap of termijnen.stappen) {
    const rij = ((await termijnen.beslis('termijnen', { stap })) as { soort: string; aantal: number; eenheid: string }[]).find((r) => r.soort === 'uiterlijk');
    if (rij) uit.set(stap, Math.max(0.5, rij.aantal * (IN_DAGEN[rij.eenheid] ?? 1)));
  }
  return uit;
}

function alsBron({ visits, instances }: Recorded, modellen: readonly { key: string; processId: string; version: number }[]): Geschiedenisbron {
  const opBegin = <T extends { start: Date }>(rijen: readonly T[]): T[] => [...rijen].sort((a, b) => a.start.getTime() - b.start.getTime());
  async function* delen<T>(rijen: readonly T[]): AsyncGenerator<T[]> {
    for (let i = 0; i < rijen.length; i += 2_000) yield rijen.slice(i, i + 2_000);
  }
  const opSleutel = new Map(instances.map((i) => [i.key, i]));
  return {
    visitsStarted: (from) => delen(opBegin(visits).filter((v) => v.start >= from)),
    visitsEnded: (from, until) => delen(visits.filter((v) => v.end !== null && v.end >= from && v.end < until)),
    visitsOpen: () => delen(visits.filter((v) => v.state === 'ACTIVE')),
    visitsOf: async (instance) => visits.filter((v) => v.instance === instance),
    instancesStarted: (from) => delen(opBegin(instances).filter((i) => i.start >= from)),
    instancesByKey: async (keys) => keys.flatMap((k) => opSleutel.get(k) ?? []),
    definitions: async () => modellen,
    casusOf: async () => new Map(),
  };
}
