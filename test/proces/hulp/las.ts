import { DateTime } from 'luxon';
import { maakKalenders } from '../../../workers/kalender/schoolkalender.ts';

const ZONE = 'Europe/Amsterdam';
const kalender = maakKalenders()();

/**
 * De leerlingadministratie van de school (LAS): stuurt elke vrijdag van een schoolweek om 16.00 uur de verzuimstand
 * (spec §9.1.7). In een scenario doet een casus mee vanaf het escalatiegesprek, met steeds evenveel dagen thuis.
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

  /** De vrijdagen 16.00 uur ná `van` tot en met `tot` waarop de school een stand stuurt; leeg als geen casus meedoet. */
  momenten(van: Date, tot: Date): string[] {
    const uit: string[] = [];
    if (this.casussen.size === 0) return uit;
    let moment = DateTime.fromJSDate(van, { zone: ZONE }).startOf('week').plus({ days: 4, hours: 16 });
    for (; moment.toJSDate() <= tot; moment = moment.plus({ weeks: 1 })) {
      if (moment.toJSDate() > van && kalender.isSchoolweek(moment.toISODate() as string)) uit.push(moment.toFormat("yyyy-MM-dd'T'HH:mm"));
    }
    return uit;
  }

  /** De standen van een vrijdag. */
  standen(moment: string): { casusId: string; verzuimInvoer: Record<string, unknown> }[] {
    const vrijdag = moment.slice(0, 10);
    const schooldagen = kalender.schooldagenInWeek(vrijdag);
    return [...this.casussen].map(([casusId, dagen]) => ({
      casusId,
      verzuimInvoer: {
        peildatum: vrijdag, teLaat: [], tweeWekenGroteMoeite: false,
        regels: schooldagen.slice(0, dagen).map((datum) => ({ datum, dagdelen: 2, uren: 5, soort: 'ZIEKTE' })),
      },
    }));
  }
}
