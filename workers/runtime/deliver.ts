import type { Begrenzer } from '../../engine/limiter.ts';
import { GrpcCode, grpcCode, isTegendruk, isVoorbijgaand } from '../../engine/grpc-code.ts';
import type { Tijd } from '../../engine/time.ts';

export interface Bezorging {
  readonly tijd: Tijd;
  readonly begrenzer: Begrenzer;
  /** Tot hoe lang proberen zin heeft: daarna is de vergrendeling voorbij en krijgt een ander de opdracht. */
  readonly geduldMs: number;
  /** Hoe lang één poging mag duren voordat zij als onbeantwoord geldt. */
  readonly antwoordMs: number;
}

/**
 * Bezorgt een antwoord (voltooid, mislukt, BPMN-fout) met eigen herhaling. Het werk is dan al gedaan: één haperend
 * antwoord mag geen mislukte opdracht worden, zoals bij de SDK (anchors §6.3.8). NOT_FOUND betekent dat een ander
 * het antwoord al gaf of dat de instantie weg is, en telt als gelukt.
 * @returns 'bezorgd', 'al-gedaan' of 'opgegeven' (dan komt de opdracht na de vergrendeling vanzelf terug).
 * @throws de fout van de engine als herhalen niet helpt, bijvoorbeeld een ongeldige waarde.
 */
export async function bezorg(stuur: () => Promise<unknown>, opties: Bezorging): Promise<'bezorgd' | 'al-gedaan' | 'opgegeven'> {
  const { tijd, begrenzer } = opties;
  const opgeven = tijd.ms() + opties.geduldMs;
  for (let poging = 0; ; poging++) {
    try {
      await metTijdslimiet(stuur(), opties.antwoordMs, tijd);
      return 'bezorgd';
    } catch (fout) {
      const code = grpcCode(fout);
      if (code === GrpcCode.NIET_GEVONDEN || code === GrpcCode.VERKEERDE_STAND) return 'al-gedaan';
      if (!isVoorbijgaand(fout)) throw fout;
      if (isTegendruk(fout)) begrenzer.meldDruk();
    }
    const wachtMs = Math.min(5_000, 100 * 2 ** Math.min(poging, 6)) * (0.5 + tijd.toeval());
    if (tijd.ms() + wachtMs >= opgeven) return 'opgegeven';
    await tijd.wacht(wachtMs);
    await begrenzer.wachtOpRuimte();
  }
}

/** Een poging zonder antwoord geldt als te laat; de poging zelf wordt losgelaten en haar afloop genegeerd. */
async function metTijdslimiet(poging: Promise<unknown>, ms: number, tijd: Tijd): Promise<void> {
  poging.catch(() => undefined);
  const klaar = new AbortController();
  const teLaat = tijd.wacht(ms, klaar.signal).then(() => {
    if (!klaar.signal.aborted) throw Object.assign(new Error('geen antwoord van de engine'), { code: GrpcCode.TE_LAAT });
  });
  teLaat.catch(() => undefined);
  try {
    await Promise.race([poging, teLaat]);
  } finally {
    klaar.abort();
  }
}
