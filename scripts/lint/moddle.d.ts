/** De bpmn.io-bibliotheken hebben geen eigen typen; dit is wat de lint ervan gebruikt. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(pakketten?: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: unknown; elementsById: Record<string, unknown>; warnings: { message: string }[] }>;
  }
}
declare module 'dmn-moddle' {
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: { message: string }[] }>;
  }
}
