import type { Kaartmodel } from './model.ts';

/** Hoe vaak een element begon en hoe vaak het langs zijn uitgang werd verlaten. */
export interface Doorgang {
  readonly begonnen: number;
  readonly klaar: number;
}

/** Neemt wie hier weggaat elke pijl? Een gewone stap met meer pijlen eraf en een splitsing doen dat; bij een keuze is het er een. @param soort zoals de tekening haar noemt */
export const neemtElkePijl = (soort: string): boolean => !/exclusive|inclusive|eventBased|complex/i.test(soort);

/**
 * Hoe vaak elke pijl is genomen. Een pijl heeft geen eigen bezoek, en wat de engine erover bewaart is per instantie een lijst
 * zonder aantallen, dus een lus staat er één keer in. Het volgt wel uit de bezoeken: wie maar één pijl naar zich toe
 * heeft, kwam daarlangs; wie er maar één van zich af heeft, ging daarlangs; en wat ergens in gaat, komt er aan de andere
 * kant uit. Bij een parallelle splitsing nemen alle pijlen deel, bij een parallelle samenkomst komt elke pijl één keer.
 * @returns null voor een pijl waarvan het zo niet te zeggen is
 */
export function padgewichten(model: Kaartmodel, doorgang: (element: string) => Doorgang): Map<string, number | null> {
  const gewicht = new Map<string, number | null>(model.pijlen.map((p) => [p.id, null]));
  const soort = new Map(model.elementen.map((e) => [e.id, e.soort]));
  const per = (kant: 'van' | 'naar'): Map<string, string[]> => {
    const uit = new Map<string, string[]>();
    for (const pijl of model.pijlen) uit.set(pijl[kant], [...(uit.get(pijl[kant]) ?? []), pijl.id]);
    return uit;
  };
  const [uitgaand, inkomend] = [per('van'), per('naar')];
  const zet = (id: string, waarde: number): boolean => {
    if (gewicht.get(id) !== null) return false;
    gewicht.set(id, Math.max(0, waarde));
    return true;
  };
  /** Aan één kant van een element: alle pijlen op één na bekend, dan volgt de laatste. */
  const sluitend = (pijlen: readonly string[], totaal: number, elkEen: boolean): boolean => {
    if (elkEen || pijlen.length === 1) return pijlen.map((id) => zet(id, totaal)).some(Boolean);
    const open = pijlen.filter((id) => gewicht.get(id) === null);
    return open.length === 1 && zet(open[0]!, totaal - pijlen.reduce((som, id) => som + (gewicht.get(id) ?? 0), 0));
  };
  const splitst = (id: string): boolean => soort.get(id) === 'parallelGateway';
  for (let verder = true; verder; ) {
    verder = false;
    for (const [id, pijlen] of uitgaand) if (!/inclusive|complex/i.test(soort.get(id) ?? '') || pijlen.length === 1) verder = sluitend(pijlen, doorgang(id).klaar, neemtElkePijl(soort.get(id) ?? '')) || verder;
    for (const [id, pijlen] of inkomend) if (!/inclusiveGateway/.test(soort.get(id) ?? '') || pijlen.length === 1) verder = sluitend(pijlen, doorgang(id).begonnen, splitst(id)) || verder;
  }
  return gewicht;
}
