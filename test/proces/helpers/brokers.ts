/** Waar een broker van de procestests te bereiken is. */
export interface BrokerAddresses {
  readonly grpc: string;
  readonly rest: string;
  /** De ontvanger van zijn records. */
  readonly records: string;
}

const NAME = 'TEST_BROKERS';

/** Geeft de adressen door aan de testbestanden. */
export function shareBrokers(brokers: readonly BrokerAddresses[]): void {
  process.env[NAME] = JSON.stringify(brokers);
}

/** Alle brokers waarop procestests liepen. */
export function allBrokers(): BrokerAddresses[] {
  const shared = process.env[NAME];
  if (!shared) throw new Error('de testbroker draait niet: start via npm test (project proces)');
  return JSON.parse(shared) as BrokerAddresses[];
}

/** De broker van dit testbestand: bestanden die tegelijk lopen hebben elk een eigen, want zij zetten zijn klok. */
export function ownBroker(): BrokerAddresses {
  return allBrokers()[Number(process.env['VITEST_POOL_ID']) - 1] as BrokerAddresses;
}
