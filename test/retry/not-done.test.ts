import { expect, test } from 'vitest';
import { certainlyNotDone } from '../../retry/transient.ts';

const fout = (code: number | undefined, message = 'x'): Error => Object.assign(new Error(message), code === undefined ? {} : { code });

test.each([
  ['de engine is niet te bereiken', 14, '14 UNAVAILABLE: connect ECONNREFUSED 127.0.0.1:26500'],
  ['de gateway kent geen leider', 14, '14 UNAVAILABLE: Expected to execute the command on one of the partitions, but all failed'],
  ['te druk', 8, '8 RESOURCE_EXHAUSTED: Expected to execute the command, but all partitions are busy'],
  ['het proces bestaat niet', 5, '5 NOT_FOUND'],
  ['de gegevens zijn geweigerd', 3, '3 INVALID_ARGUMENT'],
])('zeker niet uitgevoerd: %s', (_wat, code, message) => expect(certainlyNotDone(fout(code, message))).toBe(true));

test.each([
  ['geen antwoord op tijd', 4, '4 DEADLINE_EXCEEDED'],
  ['de verbinding brak onderweg', 14, '14 UNAVAILABLE: read ECONNRESET'],
  ['de verbinding viel weg', 14, '14 UNAVAILABLE: Connection dropped'],
  ['afgebroken', 1, '1 CANCELLED'],
  ['een fout in de engine', 13, '13 INTERNAL'],
  ['iets anders', undefined, 'x'],
])('misschien wel uitgevoerd: %s', (_wat, code, message) => expect(certainlyNotDone(fout(code, message))).toBe(false));
