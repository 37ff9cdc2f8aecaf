import { Agenda } from './agenda.ts';
import { DemoError, type Controls } from './controls.ts';
import type { Spelregels } from './spelregels.ts';
import { compareOutcome } from './outcome.ts';
import type { DemoKind } from './kind.ts';
import { readSteps } from './models.ts';
import type { Timer } from '../../engine/records/engine-view.ts';
import { dagVan } from '../../domein/kalender/datum.ts';
import { opSchooldag, weekmomenten } from './schooltijd.ts';
import { Player } from './player.ts';

/** Wat er gespeeld is. */
export interface PlayResult {
  readonly spelers: readonly Player[];
  readonly takenGedaan: number;
  /** Een zin voor elk kind dat niet is waar zijn scenario het wil hebben. */
  readonly afwijkingen: readonly string[];
}

/**
 * Speelt alle kinderen samen af, als één agenda op volgorde van tijd. De klok gaat steeds naar het eerste dat gebeurt: een
 * taak die iemand doet, of een timer van de engine. Zo gaat elke timer op zijn eigen moment af en staat elke datum goed.
 * @throws DemoError bij een incident, een geweigerd formulier of een taak die bij geen kind hoort, tenzij de regels zeggen wat er dan moet
 */
export async function play({ bediening, kinderen, einde, voortgang, signaal, regels = {} }: {
  bediening: Controls; kinderen: readonly DemoKind[]; einde: Date; voortgang?: (dag: Date, lopend: number) => void; signaal?: AbortSignal; regels?: Spelregels;
}): Promise<PlayResult> {
  const agenda = new Agenda();
  const stappen = regels.stappen ?? (await readSteps());
  const spelers = kinderen.map((kind) => new Player(kind, bediening, agenda, stappen, regels));
  const begin = dagVan(new Date(Math.min(...kinderen.map((kind) => kind.aangemeldOp.getTime()))));
  for (const op of weekmomenten(begin, dagVan(einde))) agenda.zet({ op, doe: async () => { await Promise.all(spelers.map((speler) => speler.weekstand())); } });

  const { view } = bediening;
  // Wat dagelijks een proces start doet op een dag zonder school niets; de klok hoeft daar niet voor stil te staan.
  const stilMoment = ({ op, startsProcess: startProces }: Timer): number => (startProces ? opSchooldag(new Date(op)).getTime() : op);
  const bekend = new Set<string>();
  const gemeld = new Set<number>();

  /** Ziet welke taken nieuw zijn en laat de spelers daarop reageren. */
  const kijk = (): void => {
    for (const taak of view.tasks.values()) {
      if (bekend.has(taak.key)) continue;
      bekend.add(taak.key);
      const speler = spelers.find((s) => s.instantie === view.root(taak.instance)) ?? spelers.find((s) => s.casusId !== undefined && s.casusId === view.variable('casusId', taak.instance));
      if (!speler) throw new DemoError('een taak buiten elke casus', taak.elementId, 'bij geen enkel kind te plaatsen');
      regels.bijTaak?.(speler, taak);
      speler.bijTaak(taak);
    }
    for (const [nummer, incident] of view.incidents) {
      if (gemeld.has(nummer)) continue;
      gemeld.add(nummer);
      const speler = spelers.find((s) => s.instantie === view.root(incident.instance));
      const fout = new DemoError(speler?.kind.kenmerk ?? 'onbekend kind', incident.elementId, `incident: ${incident.message}`);
      if (!speler) throw fout;
      speler.staak(fout);
    }
  };

  for (;;) {
    signaal?.throwIfAborted();
    const timer = Math.min(...view.runningTimers().map(stilMoment));
    const moment = Math.max(Math.min(agenda.eerste() ?? Infinity, timer), bediening.nu().getTime());
    if (moment > einde.getTime() || (regels.totAllesKlaar && spelers.every((speler) => speler.klaar))) break;
    await bediening.setClock(new Date(moment));
    if (timer <= moment) await bediening.quiesce();
    await Promise.all(agenda.pak(moment).map((gebeurtenis) => gebeurtenis.doe()));
    await bediening.quiesce();
    kijk();
    voortgang?.(new Date(moment), spelers.filter((speler) => speler.leeft).length);
  }
  if (!regels.totAllesKlaar) await bediening.setClock(einde);
  await bediening.quiesce();
  kijk();
  return { spelers, afwijkingen: await compareOutcome(bediening.register, spelers), takenGedaan: spelers.reduce((som, speler) => som + speler.takenGedaan, 0) };
}
