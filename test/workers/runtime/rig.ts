import { Camunda8 } from '@camunda8/sdk';
import { afterEach } from 'vitest';
import { z } from 'zod';
import { makeLimiter } from '../../../engine/limiter.ts';
import { defineWorker } from '../../../workers/runtime/define-worker.ts';
import type { Log } from '../../../workers/runtime/log.ts';
import { startWorkers, type StartOptions } from '../../../workers/runtime/start-workers.ts';
import type { Job, Output, Worker } from '../../../workers/runtime/worker.ts';
import { startFakeGateway, type FakeGateway } from './fake-gateway.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanups.splice(0).reverse()) await step();
});

/** Probeert het tot het klopt; de tests slapen nooit op de gok. Ruim, want op een volle machine duurt alleen al verbinden seconden. */
export async function tot(klopt: () => boolean, wat: string, ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  while (!klopt()) {
    if (performance.now() > end) throw new Error(`wachtte te lang op: ${wat}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Een werker met alleen wat de test noemt; zonder schema komt alles binnen. Er is geen register. */
export const makeWorker = <I extends z.ZodType = z.ZodUnknown, K extends z.ZodType = z.ZodUnknown>(
  fields: { input?: I; headers?: K; lockMs?: number; fetch?: readonly string[]; handle(input: z.output<I>, headers: z.output<K>, job: Job): Promise<Output> },
): Worker => defineWorker({ register: undefined as never, klok: { nu: () => new Date('2025-11-03T10:00:00Z') } }, { type: 'proef', fetch: 'alles', input: z.unknown(), ...fields } as never);

export function makeClient(port: number) {
  const zeebe = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://127.0.0.1:${port}`, CAMUNDA_AUTH_STRATEGY: 'NONE', CAMUNDA_LOG_LEVEL: 'none',
    // Alleen binnen zeebeGrpcSettings doen deze iets; los ernaast negeert de SDK ze en herhaalt zij zelf, eindeloos.
    zeebeGrpcSettings: {
      ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE', GRPC_INITIAL_RECONNECT_BACKOFF_MS: 100, GRPC_MAX_RECONNECT_BACKOFF_MS: 300,
    },
  } as never).getZeebeGrpcApiClient();
  cleanups.push(() => Promise.race([zeebe.close(), sleep(500)]));
  return zeebe;
}

/** Een namaakgateway met één werker erop, een log in het geheugen en korte wachttijden. */
export async function setupRig(een: Worker, options: Partial<StartOptions> = {}) {
  const gateway: FakeGateway = await startFakeGateway();
  cleanups.push(() => gateway.stop());
  const lines: Record<string, unknown>[] = [];
  const write = (level: string) => (fields: Record<string, unknown>, message: string) => void lines.push({ level, message, ...fields });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const limiter = makeLimiter();
  const running = startWorkers({
    zeebe: makeClient(gateway.port), workers: [een], klok: { nu: () => new Date('2025-11-03T10:00:00Z') }, log,
    options: { limiter, longPollMs: 1_000, silenceMs: 5_000, backoff: { poll: { firstMs: 50, maxMs: 200, jitter: 0.2 } }, ...options },
  });
  cleanups.push(() => running.stop(200));
  return { gateway, running, lines, limiter };
}
