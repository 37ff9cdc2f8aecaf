import { makeRest } from '../rest.ts';
import type { EngineAddress } from '../connection.ts';
import { makeReads86 } from './reads-8.6.ts';
import { makeReads89 } from './reads-8.9.ts';
import type { Reads } from './reads.ts';

/** De leeskant die bij de versie van de engine hoort. 8.6 leest bij de webapps en heeft daar een eigen aanmelding voor. */
export function chooseReads(options: { version: '8.6' | '8.9'; address: EngineAddress; webAddress: string; credentials: { user: string; password: string } }): Reads {
  return options.version === '8.6' ? makeReads86(options.webAddress, options.credentials) : makeReads89(makeRest(options.address));
}
