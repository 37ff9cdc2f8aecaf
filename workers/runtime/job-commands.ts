/** De drie antwoorden die een werker aan de engine kan geven, los van de SDK: een test geeft een namaak mee. */
export interface JobCommandos {
  voltooi(sleutel: string, variabelen: Record<string, unknown>): Promise<unknown>;
  mislukt(sleutel: string, pogingen: number, wachtMs: number, boodschap: string): Promise<unknown>;
  bpmnFout(sleutel: string, code: string, boodschap: string, variabelen: Record<string, unknown>): Promise<unknown>;
}
