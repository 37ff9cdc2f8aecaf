import { GrpcCode, grpcCode } from '../retry/transient.ts';

/** Eén onderdeel dat de engine niet aanvaardt. */
export interface Refusal {
  /** De naam van het bestand; leeg als de engine het niet noemt. */
  readonly name: string;
  readonly element: string;
  /** De reden in de woorden van de engine, als zij er een geeft. */
  readonly reason: string;
}

/** Weigert de engine wat erin staat? Dan helpt nog eens proberen niet, anders dan bij een engine die er even niet is. */
export const isRefusal = (error: unknown): boolean => grpcCode(error) === GrpcCode.INVALID_ARGUMENT;

/** Wat de engine niet aanvaardt, per onderdeel; haar antwoord is één lange Engelse tekst over alle bestanden. */
export function refusals(error: unknown): Refusal[] {
  const text = String((error as { details?: unknown }).details ?? (error as Error).message);
  const found: Refusal[] = [];
  let [name, element] = ['', ''];
  for (const line of text.split('\n')) {
    name = /^'([^']+)':/.exec(line.trim())?.[1] ?? name;
    element = /- Element: (\S+)/.exec(line)?.[1] ?? element;
    const reason = /- ERROR: (.*)$/.exec(line)?.[1];
    if (reason !== undefined) found.push({ name, element, reason: reason.trim() });
  }
  return found.length > 0 ? found : [{ name: /'([^']+\.(?:bpmn|dmn|form))'/.exec(text)?.[1] ?? '', element: '', reason: text.trim().split('\n')[0] ?? '' }];
}
