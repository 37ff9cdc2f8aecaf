/** Iets wat op een moment gebeurt: een taak die iemand doet, een signaal, de weekstand van de LAS. */
export interface Gebeurtenis {
  readonly op: Date;
  doe(): Promise<void>;
}

/** Alles wat nog moet gebeuren, van alle kinderen samen, op volgorde van tijd. */
export class Agenda {
  private readonly perMoment = new Map<number, Gebeurtenis[]>();

  zet(gebeurtenis: Gebeurtenis): void {
    const moment = gebeurtenis.op.getTime();
    this.perMoment.set(moment, [...(this.perMoment.get(moment) ?? []), gebeurtenis]);
  }

  /** Het eerste moment waarop iets gebeurt, in ms. */
  eerste(): number | undefined {
    return this.perMoment.size === 0 ? undefined : Math.min(...this.perMoment.keys());
  }

  /** Haalt eruit wat tot en met dit moment gebeurt. */
  pak(moment: number): Gebeurtenis[] {
    const momenten = [...this.perMoment.keys()].filter((op) => op <= moment).sort((a, b) => a - b);
    return momenten.flatMap((op) => {
      const nu = this.perMoment.get(op) as Gebeurtenis[];
      this.perMoment.delete(op);
      return nu;
    });
  }
}
