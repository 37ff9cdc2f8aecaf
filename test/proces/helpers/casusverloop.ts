import type { Proef } from './proef.ts';
import type { OpenTaak } from '../../../engine/records/engine-view.ts';
import { wachtTot } from './wait.ts';

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
    return this.proef.beeld.variabele(naam, this.instantie);
  }

  private hoortErbij(instantie: string): boolean {
    return this.proef.beeld.wortel(instantie) === this.instantie;
  }

  openTaken(): OpenTaak[] {
    return [...this.proef.beeld.taken.values()].filter((t) => this.hoortErbij(t.instantie));
  }

  /** Element-ids van de open taken, gesorteerd: wat er nu te doen is. */
  teDoen(): string[] {
    return this.openTaken()
      .map((t) => t.elementId)
      .sort();
  }

  /** Wacht tot de taak openstaat. */
  async taak(elementId: string): Promise<OpenTaak> {
    return wachtTot(
      () => this.openTaken().find((t) => t.elementId === elementId),
      () => `taak ${elementId} open; open zijn ${this.teDoen().join(', ') || 'geen'}; incidenten: ${this.incidenten().join('; ') || 'geen'}`,
    );
  }

  /** Voltooit een taak met wat het formulier zou insturen, en wacht tot de route weer stilstaat. */
  async doe(elementId: string, invoer: Record<string, unknown>, op?: string): Promise<OpenTaak> {
    if (op !== undefined) await this.proef.zetKlok(op);
    const taak = await this.taak(elementId);
    await this.proef.voltooi(taak.sleutel, invoer);
    await wachtTot(
      () => !this.proef.beeld.taken.has(taak.sleutel),
      () => `taak ${elementId} voltooid`,
    );
    await this.proef.rust();
    return taak;
  }

  /** Stuurt een bericht van de casus, zoals `bericht-publiceren` dat doet. */
  async bericht(naam: string, inhoud: Record<string, unknown>, op?: string): Promise<void> {
    if (op !== undefined) await this.proef.zetKlok(op);
    await this.proef.publiceer(naam, this.casusId, inhoud, `${this.casusId}:${naam}:${op ?? ''}:${JSON.stringify(inhoud)}`);
    await this.proef.rust();
  }

  /** Voltooide elementen (zonder pijlen), in volgorde, van de route en alles wat zij aanriep. */
  pad(): string[] {
    return this.proef.beeld.bezoeken
      .filter((b) => b.wat === 'ELEMENT_COMPLETED' && b.soort !== 'SEQUENCE_FLOW' && b.soort !== 'PROCESS' && this.hoortErbij(b.instantie))
      .map((b) => b.elementId);
  }

  afgebroken(): string[] {
    return this.proef.beeld.bezoeken
      .filter((b) => b.wat === 'ELEMENT_TERMINATED' && this.hoortErbij(b.instantie))
      .map((b) => b.elementId);
  }

  incidenten(): string[] {
    return [...this.proef.beeld.incidenten.values()]
      .filter((i) => this.hoortErbij(i.instantie))
      .map((i) => `${i.elementId}: ${i.boodschap}`);
  }

  loopt(): boolean {
    return this.proef.beeld.leeft(this.instantie);
  }

  /** Wacht tot de route is afgelopen. */
  async afgelopen(): Promise<void> {
    await wachtTot(
      () => !this.loopt(),
      () => `route afgelopen; open zijn ${this.teDoen().join(', ') || 'geen taken'}; incidenten: ${this.incidenten().join('; ') || 'geen'}`,
    );
  }
}
