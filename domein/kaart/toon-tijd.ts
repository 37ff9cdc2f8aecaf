import { volgendeMaand, type Maand } from '../kalender/maand.ts';
import type { Kindsom } from '../../registratie/kaart/kindsommen.ts';
import { DREMPEL, teKlein } from './onderdruk.ts';
import type { Verband } from './samenhang.ts';
import { verradersIn } from './sluiten.ts';
import { LEGE_TELLING, NIETS_TONEN, perPlek, telOp, type Telling, type Toon } from './telling.ts';
import { pastTijdvak, tijdgrenzen, type Maandtelling, type Tijdgrenzen } from './tijdgrenzen.ts';

/** De cijfers zonder kenmerk: over alles, een schooljaar of hele maanden. */
export interface Tijdtoon {
  readonly plekken: readonly string[];
  tel(plek: string, van?: Maand, tot?: Maand): Telling;
  /** Wat er van dit tijdvak mag staan. Klein is het alleen als er van het begin tot nu minder dan vijf zijn. */
  toon(plek: string, van?: Maand, tot?: Maand): Toon;
}

interface Reeks {
  readonly maanden: ReadonlyMap<Maand, Telling>;
  kinderen: Tijdgrenzen;
  termijn: Tijdgrenzen;
  teLaat: Tijdgrenzen;
  /** Ook over alles niet. */
  nooit: boolean;
}

/**
 * Besluit per element in welke tijdvakken zijn cijfers mogen staan (tijdgrenzen.ts), en laat daar tijdvakken van weg waarin een klein
 * getal uit de tekening volgt (samenhang.ts). Deelgetallen (met termijn, te laat) hebben grenzen binnen die van hun geheel.
 * @param sommen per maand, van alle processen
 */
export function maakTijdtoon(sommen: readonly Kindsom[], verbanden: readonly Verband[], eerste: Maand, laatste: Maand): Tijdtoon {
  const reeksen = new Map([...perPlek(sommen)].map(([plek, rijen]): [string, Reeks] => {
    const maanden = new Map<Maand, Telling>();
    for (const rij of rijen) maanden.set(rij.waarde, telOp(maanden.get(rij.waarde) ?? LEGE_TELLING, rij));
    const kinderen = tijdgrenzen(tellingen(maanden, (t) => [t.kinderen]), eerste, laatste);
    return [plek, { maanden, kinderen, termijn: kinderen, teLaat: kinderen, nooit: false }];
  }));
  const tel = (plek: string, van: Maand = eerste, tot: Maand = laatste): Telling => {
    let som = LEGE_TELLING;
    for (const [maand, telling] of reeksen.get(plek)?.maanden ?? []) if (maand >= van && maand <= tot) som = telOp(som, telling);
    return som;
  };
  sluitVerbanden(reeksen, verbanden, eerste, laatste);
  for (const reeks of reeksen.values()) {
    const binnen = (g: Tijdgrenzen) => (maand: Maand): boolean => g.grenzen.has(maand);
    reeks.termijn = tijdgrenzen(tellingen(reeks.maanden, (t) => [t.kinderen, t.metTermijn, t.kinderen - t.metTermijn]), eerste, laatste, binnen(reeks.kinderen));
    reeks.teLaat = tijdgrenzen(tellingen(reeks.maanden, (t) => [t.kinderen, t.teLaat, t.metTermijn - t.teLaat]), eerste, laatste, binnen(reeks.termijn));
  }
  return {
    plekken: [...reeksen.keys()], tel,
    toon: (plek, van, tot) => {
      const reeks = reeksen.get(plek);
      if (reeks === undefined) return { kinderen: true, klein: false, termijn: true, teLaat: true };
      const { kinderen, metTermijn, teLaat, bezoeken } = tel(plek, van, tot);
      const past = (grenzen: Tijdgrenzen, ...delen: number[]): boolean => pastTijdvak(grenzen, van, tot) && !delen.some(teKlein);
      if (reeks.nooit || !past(reeks.kinderen) || (kinderen === 0 && bezoeken > 0)) return NIETS_TONEN;
      if (teKlein(kinderen)) return { ...NIETS_TONEN, klein: true };
      const termijn = past(reeks.termijn, metTermijn, kinderen - metTermijn);
      return { kinderen: true, klein: false, termijn, teLaat: termijn && past(reeks.teLaat, teLaat, metTermijn - teLaat) };
    },
  };
}

const tellingen = (maanden: ReadonlyMap<Maand, Telling>, delen: (t: Telling) => number[]): Maandtelling[] => [...maanden].map(([maand, t]) => ({ maand, delen: delen(t), bezoeken: t.bezoeken }));

/** Laat grenzen weg tot er in geen enkel tijdvak nog een klein getal uit een verband volgt. */
function sluitVerbanden(reeksen: ReadonlyMap<string, Reeks>, verbanden: readonly Verband[], eerste: Maand, laatste: Maand): void {
  const maanden: Maand[] = [];
  for (let maand = eerste; maand <= laatste; maand = volgendeMaand(maand)) maanden.push(maand);
  const opgeteld = new Map([...reeksen].map(([plek, { maanden: per }]) => {
    const tot = [0];
    for (const maand of maanden) tot.push(tot.at(-1)! + (per.get(maand)?.kinderen ?? 0));
    return [plek, tot] as const;
  }));
  const zie = (van: number, tot: number) => (plek: string) => {
    const reeks = reeksen.get(plek);
    const som = opgeteld.get(plek);
    const aantal = som ? som[tot + 1]! - som[van]! : 0;
    return { aantal, bekend: reeks === undefined || (!reeks.nooit && !teKlein(aantal) && pastTijdvak(reeks.kinderen, maanden[van], maanden[tot])) };
  };
  const zonder = (grenzen: Tijdgrenzen, maand: Maand): Tijdgrenzen => ({ ...grenzen, grenzen: new Set([...grenzen.grenzen].filter((g) => g !== maand)) });
  for (const verband of verbanden.filter((v) => v.delen.flatMap((d) => d.leden).filter((lid) => (opgeteld.get(lid)?.at(-1) ?? 0) >= DREMPEL).length > 1)) {
    const grenzen = new Set(verband.delen.flatMap((d) => d.leden).flatMap((lid) => [...(reeksen.get(lid)?.kinderen.grenzen ?? [])]));
    const stukken = maanden.flatMap((maand, i) => (i === 0 || grenzen.has(maand) ? [i] : []));
    // Grenzen gaan alleen weg, dus dit houdt op; wat bij een eerder verband klopte blijft kloppen.
    for (const [i, van] of stukken.entries()) {
      for (const tot of [...stukken.slice(i + 1).map((begin) => begin - 1), maanden.length - 1]) {
        for (let weg = verradersIn(verband, zie(van, tot)); weg.length > 0; weg = verradersIn(verband, zie(van, tot))) {
          for (const plek of weg) {
            const reeks = reeksen.get(plek)!;
            const [begin, einde] = [maanden[van]!, volgendeMaand(maanden[tot]!)];
            if (reeks.kinderen.grenzen.has(begin)) reeks.kinderen = zonder(reeks.kinderen, begin);
            else if (reeks.kinderen.grenzen.has(einde)) reeks.kinderen = zonder(reeks.kinderen, einde);
            else reeks.nooit = true;
          }
        }
      }
    }
  }
}
