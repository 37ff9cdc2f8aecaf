import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Engine } from '../../../engine/engine.ts';
import type { Klok } from '../../../domein/klok.ts';
import { migrateSchema } from '../../../registratie/migrate.ts';
import { openRegister, type Register } from '../../../registratie/register.ts';
import type { WorkerDependencies } from '../../../workers/runtime/dependencies.ts';
import type { Job, Worker } from '../../../workers/runtime/worker.ts';

type Rij = Record<string, unknown>;

/** De normen zoals de beslistabellen ze geven; de tabellen zelf worden op de engine getoetst (test/proces/beslissingen). */
export const TERMIJNEN: Record<string, Rij[]> = {
  'venster-verzuimuren': [{ soort: 'venster', aantal: 4, eenheid: 'schoolweken', tijdstip: '00:00', opSchooldag: false }],
  'venster-te-laat': [{ soort: 'venster', aantal: 1, eenheid: 'schooljaren', tijdstip: '00:00', opSchooldag: false }],
  vierweken: [
    ...[7, 14, 21].map((aantal, i) => ({ soort: `week${i + 1}`, aantal, eenheid: 'kalenderdagen', tijdstip: '09:00', opSchooldag: false })),
    { soort: 'eindeVierweken', aantal: 28, eenheid: 'kalenderdagen', tijdstip: '09:00', opSchooldag: false },
    { soort: 'perspectiefDeadline', aantal: 28, eenheid: 'kalenderdagen', tijdstip: '17:00', opSchooldag: false },
  ],
};

/** Een engine die beslist zoals de tabellen en onthoudt wat er is gepubliceerd en gestart. */
export function fakeEngine(termijnen: Record<string, Rij[]> = TERMIJNEN) {
  const gepubliceerd: Parameters<Engine['publish']>[0][] = [];
  const gestart: { procesId: string; variabelen: Rij }[] = [];
  const engine: Engine = {
    async beslis(id, v) {
      const verzuim = (v.verzuim ?? {}) as Record<string, number & boolean>;
      if (id === 'termijnen') return termijnen[String(v.stap)] ?? [];
      if (id === 'leerplichtstatus') return Number(v.leeftijd) >= 5 && Number(v.leeftijd) <= 16;
      if (id === 'escalatie-thuis') return (verzuim.dagenThuisWeek ?? 0) > 3;
      if (id === 'meldplicht-duo') {
        const gronden: [string, boolean][] = [
          ['ZESTIEN_UUR_4WK', (verzuim.urenOngeoorloofd4wk ?? 0) >= 16],
          ['NEGEN_KEER_TE_LAAT', (verzuim.aantalTeLaat ?? 0) >= 9],
          ['LANGDURIG_RELATIEF', (verzuim.aaneengeslotenOngeoorloofdDagen ?? 0) >= 28],
          ['GEEN_GEHOOR_JEUGDARTS', verzuim.jgzGeenGehoor === true],
          ['ESCALATIE_THUIS', verzuim.escalatiegesprekGevoerd === true],
          ['LUXE_VERZUIM', verzuim.luxeVerzuim === true],
        ];
        return gronden.filter(([, waar]) => waar).map(([grond]) => grond);
      }
      throw new Error(`De nep-engine kent ${id} niet.`);
    },
    async publish(bericht) {
      if (!gepubliceerd.some((b) => b.messageId === bericht.messageId)) gepubliceerd.push(bericht);
    },
    async start(procesId, variabelen) {
      gestart.push({ procesId, variabelen });
      return String(2_251_799_813_685_000 + gestart.length);
    },
  };
  return { engine, gepubliceerd, gestart };
}

/** Een klok die de test verzet; de tijd is Nederlandse tijd met afstand tot UTC. */
export function testClock(iso: string): Klok & { zet(iso: string): void } {
  let nu = new Date(iso);
  return { nu: () => nu, zet: (nieuw) => void (nu = new Date(nieuw)) };
}

export interface Proefcasus {
  casusId: string;
  casusnummer: string;
  brin: string;
}

let gedeeld: Register | undefined;

/** Sluit het register van dit testbestand; hoort in `afterAll`. */
export async function closeTestRegister(): Promise<void> {
  await gedeeld?.close();
  gedeeld = undefined;
}

/** Een leeg register in het geheugen met één lopende casus. Openen kost twee tellen, dus elk testbestand doet dat één keer. */
export async function testRegister(geboortedatum = '2018-03-14'): Promise<{ register: Register; casus: Proefcasus }> {
  if (!gedeeld) await migrateSchema((gedeeld = openRegister()));
  const register = gedeeld;
  await sql`truncate school, leerling, verwerkt, effect_buiten cascade`.execute(register.db);
  const leerlingId = randomUUID();
  const casus = { casusId: randomUUID(), casusnummer: '2025-0001', brin: '10AB' };
  const { db } = register;
  await db
    .insertInto('school')
    .values({ brin: casus.brin, naam: 'School', schooltype: 'BAO', plaats: 'Sliedrecht', email: 'school@example.org', heeftKernteam: true, gebied: 'Sliedrecht', schoolbestuur: 'Bestuur' } as never)
    .execute();
  await db
    .insertInto('leerling')
    .values({ leerlingId, brin: casus.brin, leerlingnummer: 'L-0001', roepnaam: 'A', achternaam: 'B', geboortedatum, groep: 4, didactischeLeeftijdMaanden: null, woonplaats: 'Sliedrecht', woongemeente: 'Sliedrecht', ingeschreven: true } as never)
    .execute();
  await db
    .insertInto('casus')
    .values({ casusId: casus.casusId, casusnummer: casus.casusnummer, leerlingId, brin: casus.brin, route: 'kernteam', geopendOp: '2025-09-08T09:00:00+02:00', klachten: 'k', patroonVerzuim: 'p', datumSignaal: '2025-09-05', complexeGedragsvraag: true, procesInstantieKey: '1', aanmeldSleutel: 'a' } as never)
    .execute();
  return { register, casus };
}

/** Zet de casus in de thuiszittersregistratie. */
export async function registreer(register: Register, casusId: string): Promise<void> {
  const { leerlingId } = await register.db.selectFrom('casus').select('leerlingId').where('casusId', '=', casusId).executeTakeFirstOrThrow();
  await register.db
    .insertInto('thuiszittersregistratie')
    .values({ casusId, leerlingId, geboortedatum: '2018-03-14', groep: 4, brin: '10AB', schoolbestuur: 'Bestuur', route: 'kernteam', gemeldOp: '2025-09-15', registratieStatus: 'DREIGEND_THUISZITTER' } as never)
    .execute();
}

let volgende = 100;

/** Voert een werker uit zoals de schil het doet: koppen en invoer door zod, dan de use case. */
export async function runWorker<I, K>(worker: Worker<I, K>, invoer: Rij, meer: Partial<Job> & { headers?: Rij } = {}): Promise<Rij> {
  const { headers: headers, ...overig } = meer;
  const job: Job = {
    key: String((volgende += 1)), type: worker.type, elementId: 'CA_02_2', elementInstanceKey: String((volgende += 1)),
    processInstanceKey: '9', bpmnProcessId: 'kernteam', attemptsLeft: 3, ...overig,
  };
  return (await worker.handle(worker.input.parse(invoer), worker.headers.parse(headers ?? {}), job)) as Rij;
}

/** Afhankelijkheden voor een werker. */
export const withDeps = (register: Register, klok: Klok, engine: Engine): WorkerDependencies => ({ register, klok, engine });
