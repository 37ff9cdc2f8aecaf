import { Agenda } from './agenda.ts';
import { DemoFout, type Bediening } from './controls.ts';
import { vergelijkAfloop } from './outcome.ts';
import type { DemoKind } from './kind.ts';
import { leesStappen } from './models.ts';
import type { Timer } from '../../engine/records/engine-view.ts';
import { dagVan, opSchooldag, weekmomenten } from './schooltijd.ts';
import { Speler } from './player.ts';

/** Wat er gespeeld is. */
export interface Uitslag {
  readonly spelers: readonly Speler[];
  readonly takenGedaan: number;
  /** Een zin voor elk kind dat niet is waar zijn scenario het wil hebben. */
  readonly afwijkingen: readonly string[];
}

/**
 * Speelt alle kinderen samen af, als één agenda op volgorde van tijd. De klok gaat steeds naar het eerste dat gebeurt: een
 * taak die iemand doet, of een timer van de engine. Zo gaat elke timer op zijn eigen moment af en staat elke datum goed.
 * @throws DemoFout bij een incident, een geweigerd formulier of een taak die bij geen kind hoort
 */
export async function speel({ bediening, kinderen, einde, voortgang, signaal }: {
  bediening: Bediening; kinderen: readonly DemoKind[]; einde: Date; voortgang?: (dag: Date, lopend: number) => void; signaal?: AbortSignal;
}): Promise<Uitslag> {
  const agenda = new Agenda();
  const stappen = leesStappen();
  const spelers = kinderen.map((kind) => new Speler(kind, bediening, agenda, stappen));
  const begin = dagVan(new Date(Math.min(...kinderen.map((kind) => kind.aangemeldOp.getTime()))));
  for (const op of weekmomenten(begin, dagVan(einde))) agenda.zet({ op, doe: async () => { await Promise.all(spelers.map((speler) => speler.weekstand())); } });

  const { beeld } = bediening;
  // Wat dagelijks een proces start doet op een dag zonder school niets; de klok hoeft daar niet voor stil te staan.
  const stilMoment = ({ op, startProces }: Timer): number => (startProces ? opSchooldag(new Date(op)).getTime() : op);
  const bekend = new Set<string>();

  /** Ziet welke taken nieuw zijn en laat de spelers daarop reageren. */
  const kijk = (): void => {
    for (const taak of beeld.taken.values()) {
      if (bekend.has(taak.sleutel)) continue;
      bekend.add(taak.sleutel);
      const speler = spelers.find((s) => s.instantie === beeld.wortel(taak.instantie)) ?? spelers.find((s) => s.casusId !== undefined && s.casusId === beeld.variabele('casusId', taak.instantie));
      if (!speler) throw new DemoFout('een taak buiten elke casus', taak.elementId, 'bij geen enkel kind te plaatsen');
      speler.bijTaak(taak);
    }
    for (const incident of beeld.incidenten.values()) {
      const speler = spelers.find((s) => s.instantie === beeld.wortel(incident.instantie));
      throw new DemoFout(speler?.kind.kenmerk ?? 'onbekend kind', incident.elementId, `incident: ${incident.boodschap}`);
    }
  };

  for (;;) {
    signaal?.throwIfAborted();
    const timer = Math.min(...beeld.lopendeTimers().map(stilMoment));
    const moment = Math.max(Math.min(agenda.eerste() ?? Infinity, timer), bediening.nu().getTime());
    if (moment > einde.getTime()) break;
    await bediening.zetKlok(new Date(moment));
    if (timer <= moment) await bediening.rust();
    await Promise.all(agenda.pak(moment).map((gebeurtenis) => gebeurtenis.doe()));
    await bediening.rust();
    kijk();
    voortgang?.(new Date(moment), spelers.filter((speler) => speler.leeft).length);
  }
  await bediening.zetKlok(einde);
  await bediening.rust();
  kijk();
  return { spelers, afwijkingen: await vergelijkAfloop(bediening.register, spelers), takenGedaan: spelers.reduce((som, speler) => som + speler.takenGedaan, 0) };
}
