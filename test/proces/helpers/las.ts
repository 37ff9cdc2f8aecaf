import { DateTime } from 'luxon';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';

const ZONE = 'Europe/Amsterdam';
const kalender = makeKalenders()();

/**
 * De leerlingadministratie van de school (LAS): stuurt op de laatste schooldag van elke week, meestal vrijdag, om 16.00 uur
 * de verzuimstand (spec §9.1.7). Een casus doet mee met elke week evenveel dagen thuis; bij nul dagen zegt de school dat er geen verzuim was.
 */
export class Las {
  private readonly casussen = new Map<string, number>();

  /** @param dagen hoeveel dagen per week het kind thuis is */
  volg(casusId: string, dagen: number): void {
    this.casussen.set(casusId, dagen);
  }

  vergeetAlles(): void {
    this.casussen.clear();
  }

  /** De momenten ná `van` tot en met `tot` waarop de school een stand stuurt; leeg als geen casus meedoet. */
  momenten(van: Date, tot: Date): string[] {
    if (this.casussen.size === 0) return [];
    const uit: string[] = [];
    for (let week = DateTime.fromJSDate(van, { zone: ZONE }).startOf('week'); week.toJSDate() <= tot; week = week.plus({ weeks: 1 })) {
      const dag = kalender.schooldagenInWeek(week.toISODate() as string).at(-1);
      const moment = DateTime.fromISO(`${dag}T16:00`, { zone: ZONE });
      if (dag && moment.toJSDate() > van && moment.toJSDate() <= tot) uit.push(`${dag}T16:00`);
    }
    return uit;
  }

  /** De standen op zo'n moment. */
  standen(moment: string): { casusId: string; verzuimInvoer: Record<string, unknown> }[] {
    const peildatum = moment.slice(0, 10);
    const schooldagen = kalender.schooldagenInWeek(peildatum);
    return [...this.casussen].map(([casusId, dagen]) => ({
      casusId,
      verzuimInvoer: {
        peildatum, teLaat: [], tweeWekenGroteMoeite: false, geenVerzuim: dagen === 0,
        regels: schooldagen.slice(0, dagen).map((datum) => ({ datum, dagdelen: 2, uren: 5, soort: 'ZIEKTE' })),
      },
    }));
  }
}
