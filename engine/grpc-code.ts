/**
 * De antwoordcodes van gRPC die voor ons verschil maken. Staat hier en niet in de SDK-import, zodat alleen dit bestand
 * weet hoe een fout van de verbinding eruitziet.
 */
export const GrpcCode = {
  AFGEBROKEN: 1,
  ONGELDIG: 3,
  TE_LAAT: 4,
  NIET_GEVONDEN: 5,
  TE_DRUK: 8,
  VERKEERDE_STAND: 9,
  ONBEREIKBAAR: 14,
} as const;

/** De gRPC-code van een fout, of `undefined` als het iets anders is. */
export function grpcCode(fout: unknown): number | undefined {
  const code = (fout as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'number' ? code : undefined;
}

/** De engine heeft het te druk. Een te groot bericht heeft dezelfde code, maar wordt met wachten niet kleiner. */
export function isTegendruk(fout: unknown): boolean {
  return grpcCode(fout) === GrpcCode.TE_DRUK && !/larger than max|message size/i.test(String((fout as Error).message));
}

/** Opnieuw proberen heeft zin: te druk, onbereikbaar of geen antwoord op tijd. */
export function isVoorbijgaand(fout: unknown): boolean {
  const code = grpcCode(fout);
  return isTegendruk(fout) || code === GrpcCode.ONBEREIKBAAR || code === GrpcCode.TE_LAAT;
}
