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
import { openBeslistabellen } from './tables.ts';
import { openSampleRegister } from './sample-register.ts';

/** Altijd hetzelfde ogenblik, zodat een afbeelding alleen verandert als de pagina verandert. */
export const KLOK = { nu: () => new Date('2026-03-16T10:15:00+01:00') };
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
  const register = await openSampleRegister(KLOK);
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-paginas-'));
  const gewoon: AppParts = {
    register, klok: KLOK, gebruikers: { bestaat: async () => true, uitleg: '' }, access: openAccess(dir, PASSWORD), mailserver: true,
    log: { error: () => undefined, warn: () => undefined }, duur: { stilMs: 30 * 60_000, hoogstensMs: 10 * 3_600_000 },
    engineCommands: (await openBeslistabellen()) as unknown as Engine, engine: async () => undefined, workers: () => [{ type: 'casus-openen', lastPoll: KLOK.nu(), ok: true }],
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
