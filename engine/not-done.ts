import { GrpcCode, grpcCode, isBackpressure } from './grpc-code.ts';

/** Codes waarmee de engine een opdracht afwijst zonder haar uit te voeren. */
const REJECTED: readonly number[] = [GrpcCode.INVALID_ARGUMENT, GrpcCode.NOT_FOUND, GrpcCode.FAILED_PRECONDITION, 7 /* geen rechten */, 12 /* kent de opdracht niet */, 16 /* niet aangemeld */];
/** De verbinding viel weg terwijl de opdracht onderweg was: dan kan zij zijn aangekomen. */
const CUT = /ECONNRESET|EPIPE|socket hang up|GOAWAY|dropped|closed|cancel/i;

/** Is deze opdracht na deze fout zeker niet uitgevoerd? Bij twijfel (te laat antwoord, verbroken verbinding) onwaar. */
export function certainlyNotDone(error: unknown): boolean {
  const code = grpcCode(error);
  if (isBackpressure(error)) return true;
  if (code === GrpcCode.UNAVAILABLE) return !CUT.test(String((error as Error).message));
  return code !== undefined && REJECTED.includes(code);
}
