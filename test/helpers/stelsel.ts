/** Een breuk, precies: de proef op de som rekent niet modulo iets, zoals domein/kaart/rijruimte.ts. */
type Breuk = readonly [teller: bigint, noemer: bigint];

const ggd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : ggd(b, a % b));
const breuk = (teller: bigint, noemer: bigint): Breuk => {
  const deler = ggd(teller, noemer) * (noemer < 0n ? -1n : 1n);
  return [teller / deler, noemer / deler];
};
const min = ([a, b]: Breuk, [c, d]: Breuk): Breuk => breuk(a * d - c * b, b * d);
const keer = ([a, b]: Breuk, [c, d]: Breuk): Breuk => breuk(a * c, b * d);
const gedeeld = ([a, b]: Breuk, [c, d]: Breuk): Breuk => breuk(a * d, b * c);

/** Een stelsel vergelijkingen dat met gewone breuken wordt opgelost. */
export class Stelsel {
  private readonly basis = new Map<number, Map<number, Breuk>>();

  voegToe(rij: Iterable<readonly [number, number]>): void {
    const rest = this.herleid(new Map([...rij].map(([k, w]) => [k, [BigInt(w), 1n] as Breuk])));
    const eerste = [...rest][0];
    if (eerste === undefined) return;
    this.basis.set(eerste[0], new Map([...rest].map(([k, w]) => [k, gedeeld(w, eerste[1])])));
  }
  /** Is deze rij een combinatie van de andere? */
  bevat(rij: Iterable<readonly [number, number]>): boolean {
    return this.herleid(new Map([...rij].map(([k, w]) => [k, [BigInt(w), 1n] as Breuk]))).size === 0;
  }
  private herleid(rij: Map<number, Breuk>): Map<number, Breuk> {
    // Een basisrij kan later nog kolommen van andere basisrijen bevatten: doorgaan tot er geen meer is.
    for (;;) {
      const kolom = [...rij.keys()].find((k) => this.basis.has(k));
      if (kolom === undefined) return rij;
      const factor = rij.get(kolom)!;
      for (const [k, w] of this.basis.get(kolom)!) {
        const nieuw = min(rij.get(k) ?? [0n, 1n], keer(factor, w));
        if (nieuw[0] === 0n) rij.delete(k);
        else rij.set(k, nieuw);
      }
    }
  }
}

/**
 * Volgt het aantal kinderen van een van deze sleutels (of van deze groepen samen) uit de getoonde getallen? Gerekend over groepen kinderen, met
 * gewone breuken en zonder iets uit domein/kaart.
 */
export function isAfTeLeiden(groepen: readonly { readonly in: readonly string[] }[], getoond: readonly string[], sleutels: readonly string[], nummers: readonly number[] = []): boolean {
  const stelsel = new Stelsel();
  const rij = (sleutel: string): [number, number][] => groepen.flatMap((g, i): [number, number][] => (g.in.includes(sleutel) ? [[i, 1]] : []));
  for (const sleutel of getoond) stelsel.voegToe(rij(sleutel));
  const groep: [number, number][] = nummers.map((i) => [i, 1]);
  return [...sleutels.map(rij), ...(groep.length > 0 ? [groep] : [])].some((doel) => stelsel.bevat(doel));
}
