/** Deze bibliotheken hebben geen eigen typen; dit is wat het nakijken ervan gebruikt. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(pakketten?: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: unknown; elementsById: Record<string, unknown>; warnings: { message: string }[] }>;
  }
}
declare module 'dmn-moddle' {
  export class DmnModdle {
    fromXML(xml: string, type?: string): Promise<{ rootElement: unknown; warnings: { message: string }[] }>;
    toXML(element: unknown, options: { format: boolean }): Promise<{ xml: string }>;
  }
}
declare module 'fast-levenshtein' {
  const levenshtein: { get(een: string, ander: string): number };
  export default levenshtein;
}
