import { Camunda8 } from '@camunda8/sdk';
import { afterEach } from 'vitest';
import { z } from 'zod';
import { maakBegrenzer } from '../../../engine/limiter.ts';
import type { Log } from '../../../workers/runtime/log.ts';
import { startWerkers, type StartOpties } from '../../../workers/runtime/start-workers.ts';
import type { Werker } from '../../../workers/runtime/worker.ts';
import { startNamaakgateway, type Namaakgateway } from './fake-gateway.ts';

const opruimen: (() => unknown)[] = [];
afterEach(async () => {
  for (const stap of opruimen.splice(0).reverse()) await stap();
});

/** Probeert het tot het klopt; de tests slapen nooit op de gok. Ruim, want op een volle machine duurt alleen al verbinden seconden. */
export async function tot(klopt: () => boolean, wat: string, ms = 20_000): Promise<void> {
  const einde = performance.now() + ms;
  while (!klopt()) {
    if (performance.now() > einde) throw new Error(`wachtte te lang op: ${wat}`);
    await new Promise((klaar) => setTimeout(klaar, 10));
  }
}
export const slaap = (ms: number): Promise<void> => new Promise((klaar) => setTimeout(klaar, ms));

/** Een werker met alleen de velden die de test noemt. */
export const werker = (velden: Partial<Werker<never, never>> & Pick<Werker, 'voerUit'>): Werker =>
  ({ type: 'proef', invoer: z.unknown(), koppen: z.unknown(), ...velden }) as Werker;

export function maakClient(poort: number) {
  const zeebe = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://127.0.0.1:${poort}`, CAMUNDA_AUTH_STRATEGY: 'NONE', CAMUNDA_LOG_LEVEL: 'none',
    // Alleen binnen zeebeGrpcSettings doen deze iets; los ernaast negeert de SDK ze en herhaalt zij zelf, eindeloos.
    zeebeGrpcSettings: {
      ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE', GRPC_INITIAL_RECONNECT_BACKOFF_MS: 100, GRPC_MAX_RECONNECT_BACKOFF_MS: 300,
    },
  } as never).getZeebeGrpcApiClient();
  opruimen.push(() => Promise.race([zeebe.close(), slaap(500)]));
  return zeebe;
}

/** Een namaakgateway met één werker erop, een log in het geheugen en korte wachttijden. */
export async function opstelling(een: Werker, opties: Partial<StartOpties> = {}) {
  const gateway: Namaakgateway = await startNamaakgateway();
  opruimen.push(() => gateway.stop());
  const regels: Record<string, unknown>[] = [];
  const schrijf = (niveau: string) => (velden: Record<string, unknown>, boodschap: string) => void regels.push({ niveau, boodschap, ...velden });
  const log: Log = { info: schrijf('info'), warn: schrijf('warn'), error: schrijf('error') };
  const begrenzer = maakBegrenzer();
  const lopend = startWerkers({
    zeebe: maakClient(gateway.poort), werkers: [een], klok: { nu: () => new Date('2025-11-03T10:00:00Z') }, log,
    opties: { begrenzer, wachtOpWerkMs: 1_000, stilteMs: 5_000, terugval: { beginMs: 50, hoogsteMs: 200 }, ...opties },
  });
  opruimen.push(() => lopend.stop(200));
  return { gateway, lopend, regels, begrenzer };
}
