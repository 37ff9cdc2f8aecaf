/**
 * De enige lijst van fouten die vanzelf over kunnen gaan: van de engine (gRPC en HTTP), van PostgreSQL en PGlite, en van
 * het netwerk. Wie hier niet op staat wordt niet als storing behandeld.
 */
export const GrpcCode = {
  CANCELLED: 1, UNKNOWN: 2, INVALID_ARGUMENT: 3, DEADLINE_EXCEEDED: 4, NOT_FOUND: 5, ALREADY_EXISTS: 6, PERMISSION_DENIED: 7, RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9, ABORTED: 10, UNIMPLEMENTED: 12, INTERNAL: 13, UNAVAILABLE: 14, UNAUTHENTICATED: 16,
} as const;

/**
 * Ook CANCELLED (een tussenliggende server brak af), INTERNAL en UNKNOWN (een knoop valt om, HTTP/2 verbreekt), ABORTED (de
 * partitie wisselt van leider) en UNAUTHENTICATED (de gebruikers van een verse engine zijn er nog niet, of een token verliep).
 */
const GRPC: ReadonlySet<number> = new Set([
  GrpcCode.CANCELLED, GrpcCode.UNKNOWN, GrpcCode.DEADLINE_EXCEEDED, GrpcCode.RESOURCE_EXHAUSTED, GrpcCode.ABORTED, GrpcCode.INTERNAL,
  GrpcCode.UNAVAILABLE, GrpcCode.UNAUTHENTICATED,
]);

/** Wat bij HTTP hetzelfde betekent: niet aangemeld, te laat, te druk, fout in de server, server weg. */
const HTTP: ReadonlySet<number> = new Set([401, 408, 425, 429, 500, 502, 503, 504]);

/** Node, undici en nodemailer. */
const NETWORK: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENOTFOUND',
  'EAI_AGAIN', 'ECONNECTION', 'ESOCKET', 'EDNS', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_SOCKET',
]);

/**
 * PostgreSQL: klasse 08 (verbinding) en 53 (te vol, te veel verbindingen), 57P01–57P05 (server stopt of start), 57014 (vraag te
 * lang), 40001 en 40P01 (botsing van transacties), 55P03 (slot niet gekregen), 25006 (de server is nog een kopie).
 */
const POSTGRES = /^(08...|53...|57P0[1-5]|57014|40001|40P01|55P03|25006)$/;

/** De drivers geven bij een weggevallen of gesloten verbinding geen code, alleen een zin. */
const DRIVER = /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|^Query read timeout|after calling end on the pool|PGlite is (closed|closing)|driver has already been destroyed/;

/** De gRPC-code van een fout, of `undefined` als het iets anders is (een DOMException heeft ook een getal als code). */
export function grpcCode(error: unknown): number | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'number' && !(error instanceof DOMException) ? code : undefined;
}

/** De engine heeft het te druk. Een te groot bericht heeft dezelfde code, maar wordt met wachten niet kleiner. */
export function isBackpressure(error: unknown): boolean {
  return grpcCode(error) === GrpcCode.RESOURCE_EXHAUSTED && !isTooLarge(error);
}

/** Kan deze fout vanzelf overgaan? Kijkt ook naar de oorzaak, want fetch verpakt de fout van het netwerk. */
export function isTransient(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  const { code, status, errors } = error as { code?: unknown; status?: unknown; errors?: unknown };
  if (isTooLarge(error)) return false;
  if (grpcCode(error) !== undefined && GRPC.has(grpcCode(error) as number)) return true;
  if (typeof status === 'number' && HTTP.has(status)) return true;
  if (typeof code === 'string' && (NETWORK.has(code) || POSTGRES.test(code))) return true;
  if (error.name === 'TimeoutError' || DRIVER.test(error.message)) return true;
  return isTransient(error.cause, depth + 1) || (Array.isArray(errors) && errors.some((part) => isTransient(part, depth + 1)));
}

/** Codes waarmee de engine een opdracht afwijst zonder haar uit te voeren. */
const REJECTED: ReadonlySet<number> = new Set([
  GrpcCode.INVALID_ARGUMENT, GrpcCode.NOT_FOUND, GrpcCode.PERMISSION_DENIED, GrpcCode.FAILED_PRECONDITION, GrpcCode.UNIMPLEMENTED, GrpcCode.UNAUTHENTICATED,
]);
/** De verbinding viel weg terwijl de opdracht onderweg was: dan kan zij zijn aangekomen. */
const CUT = /ECONNRESET|EPIPE|socket hang up|GOAWAY|dropped|closed|cancel/i;

/**
 * Is deze opdracht na deze fout zeker niet uitgevoerd? Bij twijfel (te laat antwoord, verbroken verbinding) onwaar. Alleen dan
 * mag iets dat niet eenmalig is, zoals een instantie starten, meteen nog eens.
 */
export function certainlyNotDone(error: unknown): boolean {
  const code = grpcCode(error);
  if (isBackpressure(error)) return true;
  if (code === GrpcCode.UNAVAILABLE) return !CUT.test(String((error as Error).message));
  return code !== undefined && REJECTED.has(code);
}

const isTooLarge = (error: unknown): boolean =>
  grpcCode(error) === GrpcCode.RESOURCE_EXHAUSTED && /larger than max|message size/i.test(String((error as Error).message));
