/** Zoveel keer mag het wachtwoord vanaf één adres binnen het venster mislukken. */
const POGINGEN = 10;
const VENSTER_MS = 15 * 60_000;
/** Meer adressen dan dit onthouden we niet; de oudste gaat eruit. */
const ADRESSEN = 10_000;

export interface Attempts {
  /** Telt een poging vóór het wachtwoord bekeken wordt, zodat ook gelijktijdige meetellen. @returns na hoeveel seconden het weer mag, of 0 als het nu mag */
  begin(adres: string): number;
  /** Het wachtwoord was goed: deze poging telt niet. */
  goed(adres: string): void;
}

/**
 * Beperkt het raden van een wachtwoord: na tien mislukte pogingen in een kwartier mag een adres even niet meer. Een goede
 * aanmelding telt niet mee, want de browser stuurt het wachtwoord bij elke pagina.
 */
export function makeAttempts(nu: () => number = () => performance.now()): Attempts {
  const mislukt = new Map<string, { aantal: number; tot: number }>();
  const teller = (adres: string): { aantal: number; tot: number } => {
    const bestaand = mislukt.get(adres);
    if (bestaand && bestaand.tot > nu()) return bestaand;
    mislukt.delete(adres);
    const nieuw = { aantal: 0, tot: nu() + VENSTER_MS };
    if (mislukt.size >= ADRESSEN) mislukt.delete(mislukt.keys().next().value as string);
    mislukt.set(adres, nieuw);
    return nieuw;
  };
  return {
    begin(adres) {
      const t = teller(adres);
      if (t.aantal >= POGINGEN) return Math.ceil((t.tot - nu()) / 1000);
      t.aantal += 1;
      return 0;
    },
    goed(adres) {
      const t = mislukt.get(adres);
      if (t && --t.aantal <= 0) mislukt.delete(adres);
    },
  };
}
