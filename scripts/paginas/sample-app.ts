import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp, type AppParts } from '../../beheer/app.ts';
import { makeAccounts } from '../../beheer/access/accounts.ts';
import { SCHOOL_ROLES, type Role } from '../../beheer/access/roles.ts';
import { openAccess } from '../../beheer/access/password.ts';
import type { Engine } from '../../engine/engine.ts';
import { slaSchoolOp } from '../../registratie/leerling-opslaan.ts';
import { openCasus } from '../../registratie/casus-openen.ts';
import { voegMeldcodeToe } from '../../registratie/meldcode-toevoegen.ts';
import { migrateSchema } from '../../registratie/migrate.ts';
import { voegBerichtToe } from '../../registratie/outbox-toevoegen.ts';
import { openRegister, type Register } from '../../registratie/register.ts';

/** Altijd hetzelfde ogenblik, zodat een afbeelding alleen verandert als de pagina verandert. */
const KLOK = { nu: () => new Date('2026-03-16T10:15:00+01:00') };
export const PASSWORD = 'alleen-voor-de-afbeeldingen';

/** Beheer met verzonnen gegevens, op een eigen poort en een eigen register. */
export interface SampleApp {
  readonly url: string;
  readonly delen: AppParts;
  /** Een account met deze rol. @returns naam en wachtwoord */
  account(rol: Role): Promise<{ naam: string; wachtwoord: string }>;
  /** Vervangt onderdelen, bijvoorbeeld een engine die niet antwoordt; zonder iets geldt weer het gewone. */
  anders(delen?: Partial<AppParts>): void;
  sluit(): Promise<void>;
}

/** @param poort een vaste poort, als de aanmelddienst dat nodig heeft; anders kiest de machine er een */
export async function startSampleApp({ poort = 0, delen: eigen = {} }: { poort?: number; delen?: Partial<AppParts> } = {}): Promise<SampleApp> {
  const register = openRegister();
  await migrateSchema(register);
  await vul(register);
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-paginas-'));
  const gewoon: AppParts = {
    register, klok: KLOK, gebruikers: { bestaat: async () => true, uitleg: '' }, access: openAccess(dir, PASSWORD), mailserver: true,
    log: { error: () => undefined, warn: () => undefined }, duur: { stilMs: 30 * 60_000, hoogstensMs: 10 * 3_600_000 },
    engineCommands: {} as Engine, engine: async () => undefined, workers: () => [{ type: 'casus-openen', lastPoll: KLOK.nu(), ok: true }],
    reads: { incidents: async () => INCIDENTEN, placeOf: async ({ key }) => PLAATSEN[key] ?? { processId: null, elementId: null, casusnummer: null } },
    addresses: { tasklist: 'http://localhost:8080/tasklist', operate: 'http://localhost:8080/operate' },
    ...eigen,
  };
  let app = makeApp(gewoon);
  const server = createServer((vraag, antwoord) => void app(vraag, antwoord));
  await new Promise<void>((klaar) => void server.listen(poort, '127.0.0.1', klaar));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delen: gewoon,
    async account(rol) {
      if (rol === 'applicatiebeheer') return { naam: 'beheer', wachtwoord: PASSWORD };
      const naam = { 'swv-management': 'm.devries', 'regisseur-swv': 'r.bakker', 'ib-er': 'i.jansen', meldcode: 'a.vos' }[rol];
      return { naam, wachtwoord: await makeAccounts(gewoon).maak(naam, rol, SCHOOL_ROLES.includes(rol) ? '10AB' : null) };
    },
    anders(delen = {}) {
      app = makeApp({ ...gewoon, ...delen });
    },
    async sluit() {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
      await register.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const INCIDENTEN = [
  { key: '1', processInstance: '2251799813685301', kind: 'JOB_NO_RETRIES', message: 'Voor schooljaar 2027-2028 staan geen vakanties in bpmn/schoolvakanties.json.', since: '2026-03-13T08:00:00.000Z' },
  { key: '2', processInstance: '2251799813685377', kind: 'EXTRACT_VALUE_ERROR', message: '', since: '2026-03-16T07:30:00.000Z' },
];
const PLAATSEN: Record<string, { processId: string; elementId: string; casusnummer: string }> = {
  '1': { processId: 'leerling-bespreken', elementId: 'gesprek_ouders', casusnummer: '2026-0012' },
  '2': { processId: 'vier-weken', elementId: 'voortgang_monitoren', casusnummer: '2026-0007' },
};

async function vul(register: Register): Promise<void> {
  await register.transaction(async (tx) => {
    for (const [brin, naam, plaats] of [['10AB', 'OBS De Wilgenbrug', 'Sliedrecht'], ['11CD', 'CBS Het Kompas', 'Papendrecht'], ['12EF', 'Basisschool De Vlindertuin', 'Dordrecht']] as const) {
      await slaSchoolOp(tx, { brin, naam, plaats, schoolbestuur: 'Stichting Voorbeeldonderwijs', email: `info@${brin.toLowerCase()}.example`, schooltype: 'BAO', heeftKernteam: true, gebied: 'Sliedrecht' });
    }
    const mail = (nr: number, onderwerp: string, adres: string | null, aanRol: string) =>
      voegBerichtToe(tx, { casusId: null, melding: `N-0${nr}`, aanRol, adres, onderwerp, tekst: `Beste collega,\n\nIn Tasklist staat een taak voor u klaar bij casus 2026-00${nr}2.`, sleutel: `paginas-${nr}`, op: new Date(KLOK.nu().getTime() - nr * 3_600_000) });
    await mail(1, 'Nieuwe leerling om te bespreken, casus 2026-0012', 'kernteam@example.org', 'kernteam-orthopedagoog');
    await mail(2, 'Herinnering: escalatiegesprek houden, casus 2026-0022', null, 'regisseur-schoolbestuur');
    await mail(3, 'De vier weken zijn voorbij, casus 2026-0032', 'sectordirecteur@example.org', 'sectordirecteur-swv');
  });
  const wilgenbrug = { brin: '10AB', naam: 'OBS De Wilgenbrug', plaats: 'Sliedrecht', schoolbestuur: 'Stichting Voorbeeldonderwijs', email: 'info@10ab.example', schooltype: 'BAO', heeftKernteam: true, gebied: 'Sliedrecht' } as const;
  const { casusId } = await register.transaction((tx) => openCasus(tx, {
    route: 'kernteam', geopendOp: KLOK.nu(), vandaag: '2026-03-16', jaar: 2026, procesInstantieKey: '1', aanmeldSleutel: 'paginas', groepen: {}, school: wilgenbrug, contacten: [], verzuimRegels: [],
    leerling: { leerlingnummer: '1', roepnaam: 'Voorbeeld', achternaam: 'Voorbeeld', geboortedatum: '2018-03-14', groep: 4, groepSchooljaar: '2025-2026', didactischeLeeftijdMaanden: null, woonplaats: 'Sliedrecht', woongemeente: 'Sliedrecht', ingeschreven: true },
    ouders: [{ naam: 'A. Voorbeeld', relatie: 'ouder', email: null, telefoon: null, gezag: true }],
    signaal: { datumSignaal: '2026-03-02', klachten: 'Buikpijn', patroonVerzuim: 'maandag', complexeGedragsvraag: false, soortProblematischVerzuim: null },
  }));
  const regel = { traject: '1', casusId, formulier: null, rol: 'IB-er' };
  const stappen = [
    ['CA-16-1', 'Signalen in kaart brengen', 'Signalen: kwam drie keer zonder jas naar school\nBesproken met: de directeur'],
    ['CA-16-2', 'Collega raadplegen', 'Geraadpleegd: Veilig Thuis\nUitkomst: eerst met de ouders spreken'],
  ] as const;
  for (const [nr, [stap, actie, uitkomst]] of stappen.entries()) {
    await register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, stap, actie, uitkomst, tijdstip: new Date(KLOK.nu().getTime() - (2 - nr) * 86_400_000), sleutel: `paginas-${nr}` }));
  }
}
