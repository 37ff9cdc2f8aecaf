import type { Rest } from './rest.ts';

/**
 * De klok van de engine, voor proeven en de demo. Een gezette klok staat stil: timers die daardoor aan de beurt zijn
 * gaan meteen af, daarna gebeurt er niets tot de volgende keer. In productie heeft niemand het recht dit te doen.
 */
export function maakEngineklok(rest: Rest): { zet(moment: Date): Promise<void>; herstel(): Promise<void> } {
  return {
    async zet(moment) {
      await rest('PUT', '/v2/clock', { timestamp: moment.getTime() });
    },
    async herstel() {
      await rest('POST', '/v2/clock/reset');
    },
  };
}
