import { Camunda8 } from '@camunda8/sdk';

export const systeemklok = { nu: () => new Date() };
export const toSeconds = (since: number): number => (performance.now() - since) / 1_000;
/** De waarde waar `part` (0 tot 1) van de lijst onder ligt. */
export const quantile = (list: readonly number[], part: number): number => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))]!;
export const median = (list: readonly number[]): number => quantile(list, 0.5);

/** De SDK zoals zij uit de doos komt (`kaal`), of met onze instellingen: zelf herhalen uit, geen eigen log. */
export function client(address: string, kind: 'kaal' | 'ons') {
  return new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${address}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    ...(kind === 'ons' && { zeebeGrpcSettings: { ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' } }),
  } as never).getZeebeGrpcApiClient();
}
export type Client = ReturnType<typeof client>;

/** Een proces met lege stappen na elkaar, of (`keer`) één stap die zo vaak naast elkaar loopt. */
export async function deployBench(zeebe: Client, id: string, steps: number, keer?: number): Promise<void> {
  const lus = keer ? `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..${keer} return i" inputElement="n"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>` : '';
  const nummers = Array.from({ length: steps }, (_, n) => n + 1);
  const tasks = nummers.map((n) => `<bpmn:serviceTask id="t${n}"><bpmn:extensionElements><zeebe:taskDefinition type="${id}" retries="3"/></bpmn:extensionElements>${lus}</bpmn:serviceTask>`);
  const lijnen = [...nummers, steps + 1].map((n) => `<bpmn:sequenceFlow id="f${n}" sourceRef="${n === 1 ? 's' : `t${n - 1}`}" targetRef="${n > steps ? 'e' : `t${n}`}"/>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench" id="d"><bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="s"/>${tasks.join('')}<bpmn:endEvent id="e"/>${lijnen.join('')}</bpmn:process></bpmn:definitions>`;
  await zeebe.deployResource({ name: `${id}.bpmn`, process: Buffer.from(xml) } as never);
}

/** Telt wat de SDK naar de console schrijft, en houdt het van het scherm. */
export function captureConsole(): { druk: number; andere: number; voorbeelden: Set<string>; restore(): void } {
  const oud = { log: console.log, info: console.info, error: console.error, warn: console.warn, debug: console.debug };
  const telling = { druk: 0, andere: 0, voorbeelden: new Set<string>(), restore: () => void Object.assign(console, oud) };
  const tel = (...text: unknown[]): void => {
    if (text.join(' ').includes('RESOURCE_EXHAUSTED')) telling.druk++;
    else telling.andere++;
    if (telling.voorbeelden.size < 3) telling.voorbeelden.add(text.join(' ').replace(/\d+/g, '#').slice(0, 160));
  };
  Object.assign(console, { log: tel, info: tel, error: tel, warn: tel, debug: tel });
  return telling;
}

/** Wacht tot het klopt, hooguit `ms`. @returns of het klopte. */
export async function tot(klopt: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!klopt()) {
    if (performance.now() > end) return false;
    await new Promise((done) => setTimeout(done, 5));
  }
  return true;
}
