import type { Rest } from './rest.ts';

/**
 * De klok van de engine, voor proeven en de demo. Een gezette klok staat stil: timers die daardoor aan de beurt zijn
 * gaan meteen af, daarna gebeurt er niets tot de volgende keer. In productie heeft niemand het recht dit te doen.
 */
export function makeEngineClock(rest: Rest): { set(moment: Date): Promise<void>; restore(): Promise<void> } {
  return {
    async set(moment) {
      await rest('PUT', '/v2/clock', { timestamp: moment.getTime() });
    },
    async restore() {
      await rest('POST', '/v2/clock/reset');
    },
  };
}
