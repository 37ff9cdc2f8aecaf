import { Router } from 'express';
import { momentTekst } from '../domein/kalender/datum.ts';
import { modelstappen } from '../domein/stappen/modelstappen.ts';
import { stapVanRoute } from '../domein/stappen/stap-van-route.ts';
import type { Incident, IncidentPlace, IncidentReads } from '../engine/reads/reads.ts';
import type { Register } from '../registratie/register.ts';
import { routesBijCasusnummer } from '../registratie/routes-bij-casusnummer.ts';
import { legUit, type Uitleg } from './incident-uitleg.ts';
import { leesLosseProcessen } from './losgeraakt.ts';
import { page } from './page.ts';

/** Een incident zoals een beheerder het te zien krijgt. */
export interface Storing extends Uitleg {
  /** Null als het bij geen casus hoort, of als de casus nog geopend moet worden. */
  readonly casusnummer: string | null;
  /** "KT-05 Leerling bespreken". */
  readonly stap: string;
  readonly sinds: string;
  readonly instantie: string;
}

export interface IncidentParts {
  readonly register: Register;
  readonly reads: IncidentReads;
}

/** Zoveel staan er op een pagina: elk kost de engine een paar vragen. */
const GETOOND = 50;

/** De incidenten, het oudste eerst: dat kind wacht het langst. @returns hoeveel er zijn, en de eerste vijftig uitgelegd */
export async function leesStoringen({ register, reads }: IncidentParts): Promise<{ aantal: number; storingen: Storing[] }> {
  const alle = [...(await reads.incidents())].sort((a, b) => a.since.localeCompare(b.since));
  const getoond = await Promise.all(alle.slice(0, GETOOND).map(async (incident) => ({ incident, plaats: await reads.placeOf(incident) })));
  const casusnummers = getoond.flatMap(({ plaats }) => plaats.casusnummer ?? []);
  // Zonder register is de stap van de andere route misschien de genoemde; het incident zelf is er niet minder om.
  const routes = await routesBijCasusnummer(register.db, casusnummers).catch(() => new Map<string, string>());
  return { aantal: alle.length, storingen: await Promise.all(getoond.map(({ incident, plaats }) => alsStoring(incident, plaats, routes))) };
}

async function alsStoring(incident: Incident, { processId, elementId, casusnummer }: IncidentPlace, routes: ReadonlyMap<string, string>): Promise<Storing> {
  return { ...legUit(incident), casusnummer, stap: await stapNaam(processId, elementId, routes.get(casusnummer ?? '')), sinds: momentTekst(incident.since), instantie: incident.processInstance };
}

async function stapNaam(processId: string | null, elementId: string | null, route: string | undefined): Promise<string> {
  if (elementId === null) return 'een stap die Operate toont';
  const { naam, stappen } = await modelstappen(processId ?? undefined, elementId);
  return [stapVanRoute(stappen, route), naam].filter(Boolean).join(' ');
}

/** `/incidenten`: wat is blijven steken of in de engine is beëindigd, in welke casus, waarom en wat eraan te doen is. */
export function incidenten(parts: IncidentParts & { readonly operate: string }): Router {
  const router = Router();
  router.get('/incidenten', async (_vraag, antwoord) => {
    const [gelezen, los] = await Promise.all([leesStoringen(parts).catch(() => undefined), leesLosseProcessen(parts).catch(() => undefined)]);
    antwoord.status(gelezen ? 200 : 503).send(page(antwoord, 'incidenten', 'Incidenten', {
      onbekend: gelezen === undefined, geen: gelezen?.aantal === 0 && los?.length === 0, los: los ?? [], aantal: gelezen?.aantal === 1 ? 'Eén stap wacht' : `${gelezen?.aantal} stappen wachten`,
      meer: (gelezen?.aantal ?? 0) > GETOOND, getoond: GETOOND, operate: parts.operate, storingen: gelezen?.storingen ?? [],
    }));
  });
  return router;
}
