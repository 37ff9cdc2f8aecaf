import type { Proef } from './proef.ts';
import type { ViewedTask } from '../../../engine/records/engine-view.ts';
import { stapVanRoute } from '../../../domein/stappen/stap-van-route.ts';
import { readSteps } from '../../../scripts/demo/models.ts';
import { VAN_HET_KIND } from '../../helpers/aanmelding.ts';
import { waitUntil } from './wait.ts';

const TAKEN = await readSteps();
/** De stap van een taak in het routeboek; een ander element heet zoals in het model. */
const naamVan = (elementId: string, route?: string): string => stapVanRoute(TAKEN.get(elementId)?.stappen ?? [], route) ?? elementId;

/** Antwoorden van leerplicht en de inspectie: die staan los van de casus, en wie er een wil geven noemt hem. */
const LOS = ['CA-02-5', 'CA-03-8'];

/** Het verloop van één casus in een proef: taken doen, berichten sturen, en kijken wat er gebeurde. */
export class Casusverloop {
  constructor(
    private readonly proef: Proef,
    /** Sleutel van de procesinstantie van de route. */
    readonly instantie: string,
  ) {}

  get casusId(): string {
    return String(this.variabele('casusId'));
  }

  /** De waarde in de casus zelf, anders de laatste in een proces dat zij aanriep. */
  variabele(naam: string): unknown {
    const eigen = this.proef.beeld.variable(naam, this.instantie);
    return eigen ?? this.proef.beeld.variableBelow(naam, this.instantie) ?? eigen;
  }

  /** De variabelen waarin nog iets staat van het kind en zijn mensen zoals het startformulier dat noemt; ook van onderdelen die al voorbij zijn. */
  metGegevens(): string[] {
    return this.proef.beeld.valuesOf(this.instantie).filter(({ value }) => VAN_HET_KIND.test(JSON.stringify(value))).map(({ name }) => name).sort();
  }

  /** Zet een variabele overal waar de casus haar heeft, zoals een beheerder dat in Operate kan. */
  async zet(naam: string, waarde: unknown): Promise<void> {
    for (const scope of this.proef.beeld.scopesOf(naam).filter((s) => this.hoortErbij(s) && this.proef.beeld.isAlive(s))) await this.proef.setVariables(scope, { [naam]: waarde });
  }

  /** De stap zoals de route van deze casus haar noemt: een gedeelde fase heet in elke route anders. */
  private naam(elementId: string): string {
    return naamVan(elementId, this.variabele('route') as string | undefined);
  }

  private hoortErbij(instantie: string): boolean {
    return this.proef.beeld.root(instantie) === this.instantie;
  }

  openTaken(): ViewedTask[] {
    return [...this.proef.beeld.tasks.values()].filter((t) => this.hoortErbij(t.instance));
  }

  /** Stappen van de open taken, gesorteerd: wat er nu te doen is. Het antwoord van leerplicht of de inspectie hoort daar niet bij. */
  teDoen(): string[] {
    return this.openTaken()
      .map((t) => this.naam(t.elementId))
      .filter((stap) => !LOS.includes(stap))
      .sort();
  }

  /** Wacht tot de taak openstaat. */
  async taak(stap: string): Promise<ViewedTask> {
    return waitUntil(
      () => this.openTaken().find((t) => this.naam(t.elementId) === stap || TAKEN.get(t.elementId)?.stappen.includes(stap)),
      () => `taak ${stap} open; open zijn ${this.teDoen().join(', ') || 'geen'}; incidenten: ${this.incidenten().join('; ') || 'geen'}`,
    );
  }

  /** Voltooit een taak met wat het formulier zou insturen, en wacht tot de route weer stilstaat. */
  async doe(stap: string, invoer: Record<string, unknown>, op?: string): Promise<ViewedTask> {
    if (op !== undefined) await this.proef.zetKlok(op);
    const taak = await this.taak(stap);
    await this.proef.complete(taak.key, invoer);
    await waitUntil(
      () => !this.proef.beeld.tasks.has(taak.key),
      () => `taak ${stap} voltooid`,
    );
    await this.proef.quiesce();
    return taak;
  }

  /** Stuurt een bericht van de casus, zoals `bericht-publiceren` dat doet. */
  async bericht(naam: string, inhoud: Record<string, unknown>, op?: string): Promise<void> {
    if (op !== undefined) await this.proef.zetKlok(op);
    await this.proef.publish(naam, this.casusId, inhoud, `${this.casusId}:${naam}:${op ?? ''}:${JSON.stringify(inhoud)}`);
    await this.proef.quiesce();
  }

  /** Voltooide elementen (taken als stap, zonder pijlen), in volgorde, van de route en alles wat zij aanriep. */
  pad(): string[] {
    return this.proef.beeld.visits
      .filter((b) => b.wat === 'ELEMENT_COMPLETED' && b.kind !== 'SEQUENCE_FLOW' && b.kind !== 'PROCESS' && this.hoortErbij(b.instance))
      .map((b) => this.naam(b.elementId));
  }

  afgebroken(): string[] {
    return this.proef.beeld.visits
      .filter((b) => b.wat === 'ELEMENT_TERMINATED' && this.hoortErbij(b.instance))
      .map((b) => this.naam(b.elementId));
  }

  incidenten(): string[] {
    return [...this.proef.beeld.incidents.values()]
      .filter((i) => this.hoortErbij(i.instance))
      .map((i) => `${this.naam(i.elementId)}: ${i.message}`);
  }

  loopt(): boolean {
    return this.proef.beeld.isAlive(this.instantie);
  }

  /** Wacht tot de route is afgelopen. */
  async afgelopen(): Promise<void> {
    await waitUntil(
      () => !this.loopt(),
      () => `route afgelopen; open zijn ${this.teDoen().join(', ') || 'geen taken'}; incidenten: ${this.incidenten().join('; ') || 'geen'}`,
    );
  }
}
