/** De drie antwoorden die een werker aan de engine kan geven, los van de SDK: een test geeft een namaak mee. */
export interface JobCommands {
  complete(key: string, variables: Record<string, unknown>): Promise<unknown>;
  fail(key: string, attempts: number, waitMs: number, message: string): Promise<unknown>;
  throwError(key: string, code: string, message: string, variables: Record<string, unknown>): Promise<unknown>;
}
