import type { EngineRecord } from '../../../engine/records/record-receiver.ts';

/** Alle records van een ontvanger vanaf een nummer, bladzijde voor bladzijde: van een hele run is het te veel voor één antwoord. */
export async function* readRecords(url: string, from = 0): AsyncGenerator<EngineRecord> {
  for (const end = await endOfRecords(url); from < end; ) {
    const answer = await fetch(`${url}/records?vanaf=${from}`);
    const { volgende, records } = (await answer.json()) as { volgende: number; records: EngineRecord[] };
    from = volgende;
    yield* records;
  }
}

/** Het nummer na het laatste record tot nu toe. */
export async function endOfRecords(url: string): Promise<number> {
  const answer = await fetch(`${url}/records?vanaf=${Number.MAX_SAFE_INTEGER}`);
  return ((await answer.json()) as { volgende: number }).volgende;
}
