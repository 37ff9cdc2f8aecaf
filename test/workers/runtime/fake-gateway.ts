import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { sendUnaryData, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';

// De gRPC-bibliotheek en het protocol van de SDK zelf, zodat de tests met dezelfde versie praten.
const eigen = createRequire(import.meta.url);
const sdk = createRequire(eigen.resolve('@camunda8/sdk'));
const grpc = sdk('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
const { loadSync } = sdk('@grpc/proto-loader') as { loadSync(pad: string, o: object): import('@grpc/proto-loader').PackageDefinition };
const PROTO = join(dirname(eigen.resolve('@camunda8/sdk')), 'proto/zeebe.proto');

export interface Antwoord {
  readonly soort: 'CompleteJob' | 'FailJob' | 'ThrowError';
  readonly op: number;
  readonly jobKey: string;
  readonly variables?: string;
  readonly retries?: number;
  readonly retryBackOff?: string;
  readonly errorMessage?: string;
  readonly errorCode?: string;
}
/** Wat de gateway op een aanroep moet doen: een gRPC-code, zwijgen, of (leeg) gewoon goed. */
type Storing = number | 'zwijg';

/** Een gateway die alleen doet wat een test zegt: jobs uitdelen en antwoorden laten mislukken. */
export async function startNamaakgateway(poort = 0) {
  const antwoorden: Antwoord[] = [];
  const storingen = new Map<string, Storing[]>();
  const rij: Record<string, unknown>[] = [];
  const wachtend: ServerWritableStream<{ maxJobsToActivate: number }, unknown>[] = [];
  const vragen: { op: number; aantal: number; haalOp: string[] }[] = [];
  let volgnummer = 1;
  const storing = (naam: string): Storing | undefined => storingen.get(naam)?.shift();

  const deelUit = (): void => {
    while (rij.length > 0 && wachtend.length > 0) {
      const vraag = wachtend.shift()!;
      if (vraag.cancelled) continue;
      vraag.write({ jobs: rij.splice(0, vraag.request.maxJobsToActivate) });
      vraag.end();
    }
  };
  const neemAan = (soort: Antwoord['soort']) => (aanroep: ServerUnaryCall<Omit<Antwoord, 'soort' | 'op'>, object>, klaar: sendUnaryData<object>): void => {
    antwoorden.push({ soort, op: performance.now(), ...aanroep.request });
    const fout = storing(soort);
    if (fout === 'zwijg') return;
    if (fout !== undefined) klaar({ code: fout, details: `nagemaakte storing bij ${soort}` });
    else klaar(null, {});
  };
  const diensten = {
    ActivateJobs(vraag: ServerWritableStream<{ maxJobsToActivate: number; requestTimeout: string; fetchVariable: string[] }, unknown>) {
      vragen.push({ op: performance.now(), aantal: vraag.request.maxJobsToActivate, haalOp: vraag.request.fetchVariable });
      const fout = storing('ActivateJobs');
      if (fout === 'zwijg') return;
      if (fout !== undefined) return void vraag.emit('error', { code: fout, details: 'nagemaakte storing bij vragen' });
      wachtend.push(vraag);
      setTimeout(() => {
        const plek = wachtend.indexOf(vraag);
        if (plek >= 0) wachtend.splice(plek, 1)[0]!.end();
      }, Number(vraag.request.requestTimeout)).unref();
      deelUit();
    },
    CompleteJob: neemAan('CompleteJob'),
    FailJob: neemAan('FailJob'),
    ThrowError: neemAan('ThrowError'),
    DeployResource: (_: unknown, klaar: sendUnaryData<object>) => klaar(null, { key: '1', deployments: [] }),
    Topology: (_: unknown, klaar: sendUnaryData<object>) => klaar(null, { brokers: [] }),
  };
  const protocol = grpc.loadPackageDefinition(loadSync(PROTO, { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true }));
  const server = new grpc.Server();
  server.addService((protocol['gateway_protocol'] as never as { Gateway: { service: never } }).Gateway.service, diensten as never);
  const gebonden = await new Promise<number>((klaar, mis) =>
    server.bindAsync(`127.0.0.1:${poort}`, grpc.ServerCredentials.createInsecure(), (fout, p) => (fout ? mis(fout) : klaar(p))));

  return {
    poort: gebonden,
    antwoorden,
    vragen,
    /** Zet een job klaar. @returns zijn sleutel. */
    geef(type: string, job: { variables?: string; customHeaders?: string; retries?: number } = {}): string {
      const key = String(9_007_199_254_740_000 + volgnummer++);
      rij.push({
        key, type, retries: 3, variables: '{}', customHeaders: '{}', worker: 'w', deadline: '0', processInstanceKey: '77', bpmnProcessId: 'proef',
        processDefinitionVersion: 1, processDefinitionKey: '1', elementId: 'KT_01', elementInstanceKey: '88', ...job,
      });
      deelUit();
      return key;
    },
    /** De eerstvolgende aanroepen van deze soort krijgen deze storingen, op volgorde. */
    stoor: (naam: Antwoord['soort'] | 'ActivateJobs', ...wat: Storing[]) => void storingen.set(naam, [...(storingen.get(naam) ?? []), ...wat]),
    wachtenOpWerk: () => wachtend.filter((vraag) => !vraag.cancelled).length,
    stop: () => server.forceShutdown(),
  };
}
export type Namaakgateway = Awaited<ReturnType<typeof startNamaakgateway>>;
