import { BedrijfsFout, TijdelijkeFout, WerkerFout } from '../../domein/errors.ts';
import type { Opdracht } from './worker.ts';

/** Wat de engine te horen krijgt nadat een werker een fout gooide. */
export type Antwoord =
  | { readonly soort: 'bpmn-fout'; readonly code: string; readonly boodschap: string; readonly variabelen: Record<string, unknown> }
  | { readonly soort: 'mislukt'; readonly pogingen: number; readonly wachtMs: number; readonly boodschap: string };

export interface FoutOpties {
  /** Wachttijd na de eerste, tweede, … mislukte poging; de laatste geldt voor alle volgende. */
  readonly wachttijdenMs: readonly number[];
  /** Hoeveel pogingen het model geeft (`retries`), om te weten de hoeveelste dit was. */
  readonly pogingenInModel: number;
  readonly toeval: () => number;
}

export const STANDAARD_WACHTTIJDEN_MS = [10_000, 60_000, 300_000] as const;

/**
 * Vertaalt een fout naar een antwoord aan de engine: bedrijf → BPMN-fout; tijdelijk en onbekend → één poging minder en
 * een groeiende wachttijd met toeval (de SDK zelf wacht niet en is in 60 ms door alle pogingen heen, anchors §6.3.4);
 * permanent en contract → geen pogingen meer, dus een incident. `retries` gaat altijd mee: zonder maakt de engine er 0
 * van (camunda-facts §3.3.1). De boodschap van een onbekende fout gaat niet mee, want die kan gegevens citeren.
 */
export function bepaalAntwoord(fout: unknown, opdracht: Opdracht, opties: FoutOpties): Antwoord {
  if (fout instanceof BedrijfsFout) {
    return { soort: 'bpmn-fout', code: fout.code, boodschap: kort(fout.message), variabelen: fout.variabelen };
  }
  if (fout instanceof WerkerFout && !(fout instanceof TijdelijkeFout)) {
    return { soort: 'mislukt', pogingen: 0, wachtMs: 0, boodschap: kort(fout.message) };
  }
  const pogingen = Math.max(0, opdracht.pogingenOver - 1);
  const boodschap =
    fout instanceof TijdelijkeFout
      ? kort(fout.message)
      : `Onverwachte fout in de werker ${opdracht.type}. Zoek in het technische log op opdracht ${opdracht.sleutel}.`;
  return { soort: 'mislukt', pogingen, wachtMs: pogingen === 0 ? 0 : wachttijd(opdracht.pogingenOver, opties), boodschap };
}

/** De wachttijd, tussen 80 en 120 procent: zo komen opdrachten die samen misgingen niet ook samen terug. */
function wachttijd(pogingenOver: number, { wachttijdenMs, pogingenInModel, toeval }: FoutOpties): number {
  const hoeveelste = Math.min(Math.max(0, pogingenInModel - pogingenOver), wachttijdenMs.length - 1);
  return Math.round((wachttijdenMs[hoeveelste] ?? 0) * (0.8 + 0.4 * toeval()));
}

const kort = (tekst: string): string => (tekst.length > 500 ? `${tekst.slice(0, 499)}…` : tekst);
