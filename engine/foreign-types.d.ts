/** Deze pakketten brengen zelf geen typen mee. */
declare module 'bpmn-js-differ' {
  export function diff(oud: unknown, nieuw: unknown): unknown;
}
