import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { RETRIES } from '../../../retry/attempts.ts';
import type { sendUnaryData, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';

// De gRPC-bibliotheek en het protocol van de SDK zelf, zodat de tests met dezelfde versie praten.
const eigen = createRequire(import.meta.url);
const sdk = createRequire(eigen.resolve('@camunda8/sdk'));
const grpc = sdk('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
const { loadSync } = sdk('@grpc/proto-loader') as { loadSync(path: string, o: object): import('@grpc/proto-loader').PackageDefinition };
const PROTO = join(dirname(eigen.resolve('@camunda8/sdk')), 'proto/zeebe.proto');

export interface Answer {
  readonly kind: 'CompleteJob' | 'FailJob' | 'ThrowError';
  readonly op: number;
  readonly jobKey: string;
  readonly variables?: string;
  readonly retries?: number;
  readonly retryBackOff?: string;
  readonly errorMessage?: string;
  readonly errorCode?: string;
}
/** Wat de gateway op een aanroep moet doen: een gRPC-code, zwijgen, of (leeg) gewoon goed. */
type Fault = number | 'zwijg';

/** Een gateway die alleen doet wat een test zegt: jobs uitdelen en antwoorden laten mislukken. */
export async function startFakeGateway(port = 0) {
  const responses: Answer[] = [];
  const storingen = new Map<string, Fault[]>();
  const rij: Record<string, unknown>[] = [];
  const waiting: ServerWritableStream<{ maxJobsToActivate: number }, unknown>[] = [];
  const requests: { op: number; count: number; fetch: string[] }[] = [];
  const given = new Map<string, Record<string, unknown>>();
  let later: { due: number; job: Record<string, unknown> }[] = [];
  let clock = 0;
  let delivered = 0;
  let volgnummer = 1;
  const storing = (name: string): Fault | undefined => storingen.get(name)?.shift();

  const deelUit = (): void => {
    while (rij.length > 0 && waiting.length > 0) {
      const request = waiting.shift()!;
      if (request.cancelled) continue;
      const jobs = rij.splice(0, request.request.maxJobsToActivate);
      delivered += jobs.length;
      request.write({ jobs });
      request.end();
    }
  };
  const accept = (kind: Answer['kind']) => (call: ServerUnaryCall<Omit<Answer, 'kind' | 'op'>, object>, done: sendUnaryData<object>): void => {
    responses.push({ kind, op: performance.now(), ...call.request });
    const error = storing(kind);
    if (error === 'zwijg') return;
    if (error !== undefined) done({ code: error, details: `nagemaakte storing bij ${kind}` });
    else {
      const { jobKey, retries = 0, retryBackOff } = call.request;
      if (kind === 'FailJob' && retries > 0) later.push({ due: clock + Number(retryBackOff), job: { ...given.get(jobKey), retries } });
      done(null, {});
    }
  };
  const diensten = {
    ActivateJobs(request: ServerWritableStream<{ maxJobsToActivate: number; requestTimeout: string; fetchVariable: string[] }, unknown>) {
      requests.push({ op: performance.now(), count: request.request.maxJobsToActivate, fetch: request.request.fetchVariable });
      const error = storing('ActivateJobs');
      if (error === 'zwijg') return;
      if (error !== undefined) return void request.emit('error', { code: error, details: 'nagemaakte storing bij vragen' });
      waiting.push(request);
      setTimeout(() => {
        const place = waiting.indexOf(request);
        if (place >= 0) waiting.splice(place, 1)[0]!.end();
      }, Number(request.request.requestTimeout)).unref();
      deelUit();
    },
    CompleteJob: accept('CompleteJob'),
    FailJob: accept('FailJob'),
    ThrowError: accept('ThrowError'),
    DeployResource: (_: unknown, done: sendUnaryData<object>) => done(null, { key: '1', deployments: [] }),
    Topology: (_: unknown, done: sendUnaryData<object>) => void (storing('Topology') === 'zwijg' || done(null, { brokers: [] })),
  };
  const protocol = grpc.loadPackageDefinition(loadSync(PROTO, { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true }));
  const server = new grpc.Server();
  server.addService((protocol['gateway_protocol'] as never as { Gateway: { service: never } }).Gateway.service, diensten as never);
  const gebonden = await new Promise<number>((done, mis) =>
    server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, p) => (error ? mis(error) : done(p))));

  return {
    port: gebonden,
    responses,
    requests,
    /** Zet een job klaar. @returns zijn sleutel. */
    geef(type: string, job: { variables?: string; customHeaders?: string; retries?: number } = {}): string {
      const key = String(9_007_199_254_740_000 + volgnummer++);
      given.set(key, {
        key, type, retries: RETRIES, variables: '{}', customHeaders: '{}', worker: 'w', deadline: '0', processInstanceKey: '77', bpmnProcessId: 'proef',
        processDefinitionVersion: 1, processDefinitionKey: '1', elementId: 'KT_01', elementInstanceKey: '88', ...job,
      });
      rij.push(given.get(key)!);
      deelUit();
      return key;
    },
    /** De eerstvolgende aanroepen van deze soort krijgen deze storingen, op volgorde. */
    stoor: (name: Answer['kind'] | 'ActivateJobs' | 'Topology', ...wat: Fault[]) => void storingen.set(name, [...(storingen.get(name) ?? []), ...wat]),
    /** Hoeveel jobs er zijn uitgedeeld. */
    delivered: () => delivered,
    /** De klok van de engine in ms; zij staat stil tot een test haar verzet. */
    clock: () => clock,
    /** Zet de klok op het moment dat alle mislukte jobs van nu weer aan de beurt zijn, en deelt ze opnieuw uit. */
    forwardToNextRetry(): void {
      clock = Math.max(clock, ...later.map(({ due }) => due));
      rij.push(...later.map(({ job }) => job));
      later = [];
      deelUit();
    },
    wachtenOpWerk: () => waiting.filter((request) => !request.cancelled).length,
    stop: () => server.forceShutdown(),
  };
}
export type FakeGateway = Awaited<ReturnType<typeof startFakeGateway>>;
