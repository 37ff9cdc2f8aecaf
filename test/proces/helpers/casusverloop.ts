import type { Proef } from './proef.ts';
import type { ViewedTask } from '../../../engine/records/engine-view.ts';
import { waitUntil } from './wait.ts';

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

  variabele(naam: string): unknown {
    return this.proef.beeld.variable(naam, this.instantie);
  }

  private hoortErbij(instantie: string): boolean {
    return this.proef.beeld.root(instantie) === this.instantie;
  }

  openTaken(): ViewedTask[] {
    return [...this.proef.beeld.tasks.values()].filter((t) => this.hoortErbij(t.instance));
  }

  /** Element-ids van de open taken, gesorteerd: wat er nu te doen is. */
  teDoen(): string[] {
    return this.openTaken()
      .map((t) => t.elementId)
      .sort();
  }

  /** Wacht tot de taak openstaat. */
  async taak(elementId: string): Promise<ViewedTask> {
    return waitUntil(
      () => this.openTaken().find((t) => t.elementId === elementId),
      () => `taak ${elementId} open; open zijn ${this.teDoen().join(', ') || 'geen'}; incidenten: ${this.incidenten().join('; ') || 'geen'}`,
    );
  }

  /** Voltooit een taak met wat het formulier zou insturen, en wacht tot de route weer stilstaat. */
  async doe(elementId: string, invoer: Record<string, unknown>, op?: string): Promise<ViewedTask> {
    if (op !== undefined) await this.proef.zetKlok(op);
    const taak = await this.taak(elementId);
    await this.proef.complete(taak.key, invoer);
    await waitUntil(
      () => !this.proef.beeld.tasks.has(taak.key),
      () => `taak ${elementId} voltooid`,
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

  /** Voltooide elementen (zonder pijlen), in volgorde, van de route en alles wat zij aanriep. */
  pad(): string[] {
    return this.proef.beeld.visits
      .filter((b) => b.wat === 'ELEMENT_COMPLETED' && b.kind !== 'SEQUENCE_FLOW' && b.kind !== 'PROCESS' && this.hoortErbij(b.instance))
      .map((b) => b.elementId);
  }

  afgebroken(): string[] {
    return this.proef.beeld.visits
      .filter((b) => b.wat === 'ELEMENT_TERMINATED' && this.hoortErbij(b.instance))
      .map((b) => b.elementId);
  }

  incidenten(): string[] {
    return [...this.proef.beeld.incidents.values()]
      .filter((i) => this.hoortErbij(i.instance))
      .map((i) => `${i.elementId}: ${i.message}`);
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
