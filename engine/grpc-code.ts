/**
 * De antwoordcodes van gRPC die voor ons verschil maken. Staat hier en niet in de SDK-import, zodat alleen dit bestand
 * weet hoe een fout van de verbinding eruitziet.
 */
export const GrpcCode = {
  CANCELLED: 1,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNAVAILABLE: 14,
} as const;

/** De gRPC-code van een fout, of `undefined` als het iets anders is. */
export function grpcCode(error: unknown): number | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'number' ? code : undefined;
}

/** De engine heeft het te druk. Een te groot bericht heeft dezelfde code, maar wordt met wachten niet kleiner. */
export function isBackpressure(error: unknown): boolean {
  return grpcCode(error) === GrpcCode.RESOURCE_EXHAUSTED && !/larger than max|message size/i.test(String((error as Error).message));
}

/** Opnieuw proberen heeft zin: te druk, onbereikbaar of geen antwoord op tijd. */
export function isTransient(error: unknown): boolean {
  const code = grpcCode(error);
  return isBackpressure(error) || code === GrpcCode.UNAVAILABLE || code === GrpcCode.DEADLINE_EXCEEDED;
}
