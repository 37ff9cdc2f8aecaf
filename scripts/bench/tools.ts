import { Camunda8 } from '@camunda8/sdk';

export const systeemklok = { nu: () => new Date() };
export const seconden = (sinds: number): number => (performance.now() - sinds) / 1_000;
export const mediaan = (lijst: number[]): number => [...lijst].sort((a, b) => a - b)[lijst.length >> 1]!;

/** De SDK zoals zij uit de doos komt (`kaal`), of met onze instellingen: zelf herhalen uit, geen eigen log. */
export function client(adres: string, soort: 'kaal' | 'ons') {
  return new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${adres}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    ...(soort === 'ons' && { zeebeGrpcSettings: { ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' } }),
  } as never).getZeebeGrpcApiClient();
}
export type Client = ReturnType<typeof client>;

/** Een proces met lege stappen na elkaar, of (`keer`) één stap die zo vaak naast elkaar loopt. */
export async function rolProefUit(zeebe: Client, id: string, stappen: number, keer?: number): Promise<void> {
  const lus = keer ? `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..${keer} return i" inputElement="n"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>` : '';
  const nummers = Array.from({ length: stappen }, (_, n) => n + 1);
  const taken = nummers.map((n) => `<bpmn:serviceTask id="t${n}"><bpmn:extensionElements><zeebe:taskDefinition type="${id}" retries="3"/></bpmn:extensionElements>${lus}</bpmn:serviceTask>`);
  const lijnen = [...nummers, stappen + 1].map((n) => `<bpmn:sequenceFlow id="f${n}" sourceRef="${n === 1 ? 's' : `t${n - 1}`}" targetRef="${n > stappen ? 'e' : `t${n}`}"/>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="bench" id="d"><bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="s"/>${taken.join('')}<bpmn:endEvent id="e"/>${lijnen.join('')}</bpmn:process></bpmn:definitions>`;
  await zeebe.deployResource({ name: `${id}.bpmn`, process: Buffer.from(xml) } as never);
}

/** Telt wat de SDK naar de console schrijft, en houdt het van het scherm. */
export function vangConsole(): { druk: number; andere: number; voorbeelden: Set<string>; herstel(): void } {
  const oud = { log: console.log, info: console.info, error: console.error, warn: console.warn, debug: console.debug };
  const telling = { druk: 0, andere: 0, voorbeelden: new Set<string>(), herstel: () => void Object.assign(console, oud) };
  const tel = (...tekst: unknown[]): void => {
    if (tekst.join(' ').includes('RESOURCE_EXHAUSTED')) telling.druk++;
    else telling.andere++;
    if (telling.voorbeelden.size < 3) telling.voorbeelden.add(tekst.join(' ').replace(/\d+/g, '#').slice(0, 160));
  };
  Object.assign(console, { log: tel, info: tel, error: tel, warn: tel, debug: tel });
  return telling;
}

/** Wacht tot het klopt, hooguit `ms`. @returns of het klopte. */
export async function tot(klopt: () => boolean, ms: number): Promise<boolean> {
  const einde = performance.now() + ms;
  while (!klopt()) {
    if (performance.now() > einde) return false;
    await new Promise((klaar) => setTimeout(klaar, 5));
  }
  return true;
}
